using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Indexing;

/// <summary>
/// Fills an empty index from the store, type by type: people first, since credits are tied to them; then films; then articles, which
/// mention both.
/// </summary>
internal static class FullBuild
{
    private const int PageRows = 1000;

    /// <summary>The order in which types are fed.</summary>
    public static readonly DocumentType[] Order = [DocumentType.Person, DocumentType.Film, DocumentType.Article];

    /// <summary>Feeds every document.</summary>
    /// <param name="store">The documents.</param>
    /// <param name="session">The empty index.</param>
    /// <param name="damaged">Told of rows that fail their checksum.</param>
    /// <param name="advanced">Told how many rows were fed.</param>
    /// <param name="cancellationToken">Ends it between pages.</param>
    /// <returns>The sequence whose changes, and all before it, are in the index; later ones are to be followed.</returns>
    public static long Run(
        IDocumentStore store, IndexSession session, Action<DamagedRow> damaged, Action<int> advanced, CancellationToken cancellationToken)
    {
        // Read first: what changes while types are read has a higher number and is applied again afterwards.
        var sequence = store.LastSequence;
        foreach (var type in Order)
        {
            session.BeginBatch(type);
            for (var page = store.ReadType((int)type, "", PageRows); !page.IsEmpty; page = store.ReadType((int)type, page.LastId, PageRows))
            {
                cancellationToken.ThrowIfCancellationRequested();
                session.Apply(page.Rows, replaces: false);
                foreach (var row in page.Damaged)
                {
                    damaged(row);
                }

                advanced(page.Rows.Count(r => !r.IsDeleted));
            }

            Again(store, session, cancellationToken);
        }

        return sequence;
    }

    private static void Again(IDocumentStore store, IndexSession session, CancellationToken cancellationToken)
    {
        var open = session.TakeOpen();
        if (open.Count == 0)
        {
            return;
        }

        session.BeginBatch(null);
        foreach (var keys in open.Chunk(PageRows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            session.Apply(keys.Select(k => store.Get((int)k.Type, k.Id)).OfType<StoredDocument>(), replaces: true);
        }

        // What is open still stays so.
        session.TakeOpen();
    }
}
