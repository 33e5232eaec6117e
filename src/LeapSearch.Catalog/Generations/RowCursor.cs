using LeapSearch.Store;

namespace LeapSearch.Catalog.Generations;

/// <summary>Walks the rows of a type in the order of their ids, a page at a time.</summary>
internal sealed class RowCursor(IDocumentStore store, int type)
{
    private const int PageRows = 1000;
    private DocumentPage _page = new([], [], 0, "");
    private int _next;

    /// <summary>The row it is on; null at the end.</summary>
    public StoredDocument? Row { get; private set; }

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="StoreException">A row is damaged: a copy of the rest would pass for the whole.</exception>
    public void Advance()
    {
        while (_next >= _page.Rows.Count)
        {
            _page = store.ReadType(type, _page.LastId, PageRows);
            _next = 0;
            if (_page.Damaged.Count > 0)
            {
                throw new StoreException(StoreError.Damaged, $"The stored row {_page.Damaged[0]} is damaged; write or delete that document first.");
            }

            if (_page.IsEmpty)
            {
                Row = null;
                return;
            }
        }

        Row = _page.Rows[_next++];
    }
}
