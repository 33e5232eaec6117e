using LeapSearch.Catalog.Schema;
using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Indexing;

/// <summary>Brings a page of changes into the index, in the order of types that a full build has, so that both give the same entries.</summary>
internal static class ChangeBatch
{
    public static void Apply(DocumentPage page, IndexSession session, IDocumentStore store)
    {
        // A page holds a key once, so that the order within it is free.
        foreach (var rows in page.Rows.GroupBy(r => Array.IndexOf(FullBuild.Order, (DocumentType)r.Type)).OrderBy(g => g.Key))
        {
            session.BeginBatch(null);
            session.Apply(rows, replaces: true);
        }

        if (page.Rows.Count == 0)
        {
            return;
        }

        var changed = page.Rows.Select(r => new DocumentKey((DocumentType)r.Type, r.Id)).ToHashSet();
        session.BeginBatch(null);
        var again = session.Dependents(changed).Where(k => !changed.Contains(k)).Concat(session.TakeOpen()).Distinct().ToArray();
        session.Apply(again.Select(k => store.Get((int)k.Type, k.Id)).OfType<StoredDocument>(), replaces: true);
        session.TakeOpen();
    }
}
