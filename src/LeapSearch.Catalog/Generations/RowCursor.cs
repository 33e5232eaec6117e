using LeapSearch.Store;

namespace LeapSearch.Catalog.Generations;

/// <summary>Walks the rows of a type in the order of their ids, a page at a time.</summary>
internal sealed class RowCursor(IDocumentStore store, int type)
{
    private const int PageRows = 1000;
    private DocumentPage page = new([], [], 0, "");
    private int next;

    /// <summary>The row it is on; null at the end.</summary>
    public StoredDocument? Row { get; private set; }

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="StoreException">A row is damaged: a copy of the rest would pass for the whole.</exception>
    public void Advance()
    {
        while (next >= page.Rows.Count)
        {
            page = store.ReadType(type, page.LastId, PageRows);
            next = 0;
            if (page.Damaged.Count > 0)
            {
                throw new StoreException(StoreError.Damaged, $"The stored row {page.Damaged[0]} is damaged; write or delete that document first.");
            }

            if (page.IsEmpty)
            {
                Row = null;
                return;
            }
        }

        Row = page.Rows[next++];
    }
}
