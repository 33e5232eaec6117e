using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.Catalog.Related;

/// <summary>
/// Who and what ties films and articles together, as integers in arrays; published with each searcher as one snapshot. One part a
/// segment, so that a refresh reads only what is new.
/// </summary>
internal sealed class FilmGraph
{
    private readonly Dictionary<object, GraphPart> byCore;

    private FilmGraph(GraphLeaf[] leaves, Dictionary<object, GraphPart> byCore, PopularityRanks ranks)
    {
        Leaves = leaves;
        this.byCore = byCore;
        Ranks = ranks;
        Films = leaves.Sum(l => l.Part.Films);
        Articles = leaves.Sum(l => l.Part.Documents.Length - l.Part.Films);
        Times = Array.ConvertAll(leaves, l => l.Part.Times);
        Contemporaries = Array.ConvertAll(leaves, l => l.Part.Contemporaries);
    }

    /// <summary>The segments, in the reader's order.</summary>
    public GraphLeaf[] Leaves { get; }

    /// <summary><see cref="GraphPart.Times"/> of each leaf, for loops that change leaves at each step.</summary>
    public FilmTime[][] Times { get; }

    /// <summary><see cref="GraphPart.Contemporaries"/> of each leaf, likewise.</summary>
    public YearLists[] Contemporaries { get; }

    /// <summary>Places by popularity over all parts.</summary>
    public PopularityRanks Ranks { get; }

    /// <summary>Films, deleted ones included until their segment is merged: what rarity counts.</summary>
    public int Films { get; }

    /// <summary>Articles, likewise.</summary>
    public int Articles { get; }

    /// <summary>Bytes held by all parts.</summary>
    public long Bytes => byCore.Values.Sum(p => p.Bytes);

    /// <summary>
    /// The graph of what the reader sees. Parts of segments that <paramref name="previous"/> has are taken over; when no segment changed
    /// and nothing was deleted, the previous graph itself. The others come from their files (<see cref="GraphFile"/>).
    /// </summary>
    /// <param name="reader">What is seen.</param>
    /// <param name="previous">The graph of an earlier reader.</param>
    /// <param name="told">Told why a part had to be built from the index.</param>
    public static FilmGraph Build(IndexReader reader, FilmGraph? previous, Action<string> told)
    {
        if (previous is not null && previous.IsOf(reader))
        {
            return previous;
        }

        var isNew = new List<AtomicReader>();
        var byCore = new Dictionary<object, GraphPart>();
        foreach (var leaf in reader.Leaves)
        {
            if (previous?.byCore.GetValueOrDefault(leaf.AtomicReader.CoreCacheKey) is { } part)
            {
                byCore[leaf.AtomicReader.CoreCacheKey] = part;
            }
            else
            {
                isNew.Add(leaf.AtomicReader);
            }
        }

        var parts = GraphFile.Load(isNew, told);
        for (var i = 0; i < parts.Length; i++)
        {
            byCore[isNew[i].CoreCacheKey] = parts[i];
        }

        var leaves = new GraphLeaf[reader.Leaves.Count];
        var itemBase = 0;
        foreach (var leaf in reader.Leaves)
        {
            var core = leaf.AtomicReader.CoreCacheKey;
            var part = byCore[core];
            leaves[leaf.Ord] = new GraphLeaf(part, core, leaf.DocBase, itemBase, leaf.AtomicReader.LiveDocs);
            itemBase += part.Documents.Length;
        }

        // Ranks depend on the parts alone; with the same ones only deletes are new.
        var ranks = isNew.Count == 0 && previous is not null && previous.byCore.Count == byCore.Count ? previous.Ranks : new PopularityRanks(byCore.Values);
        return new FilmGraph(leaves, byCore, ranks);
    }

    /// <summary>The film of an id, or null.</summary>
    public ItemRef? FindFilm(string id) => Find(GraphPart.IdKey(true, TieKey.Hash(id)));

    /// <summary>The article of an id, published or not; or null.</summary>
    public ItemRef? FindArticle(string id) => Find(GraphPart.IdKey(false, TieKey.Hash(id)));

    private ItemRef? Find(ulong idKey)
    {
        for (var leaf = 0; leaf < Leaves.Length; leaf++)
        {
            var item = Leaves[leaf].Part.FindId(idKey);
            if (item >= 0 && Leaves[leaf].IsLive(item))
            {
                return new ItemRef(leaf, item);
            }
        }

        return null;
    }

    /// <summary>What is known of an item beside its ties.</summary>
    public ref readonly GraphItem About(ItemRef item) => ref Leaves[item.Leaf].Part.About[item.Item];

    /// <summary>The id of an item.</summary>
    public ReadOnlySpan<byte> IdOf(ItemRef item) => Leaves[item.Leaf].Part.IdOf(item.Item);

    /// <summary>The document in the whole reader of an item.</summary>
    public int DocumentOf(ItemRef item) => Leaves[item.Leaf].DocBase + Leaves[item.Leaf].Part.Documents[item.Item];

    private bool IsOf(IndexReader reader)
    {
        if (reader.Leaves.Count != Leaves.Length)
        {
            return false;
        }

        foreach (var leaf in reader.Leaves)
        {
            if (Leaves[leaf.Ord].Core != leaf.AtomicReader.CoreCacheKey || Leaves[leaf.Ord].Live != leaf.AtomicReader.LiveDocs)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A part with its place in a reader.</summary>
/// <param name="Part">The part.</param>
/// <param name="Core">The segment's identity.</param>
/// <param name="DocBase">Added to the segment's document numbers.</param>
/// <param name="ItemBase">Added to the part's item numbers, to tell items of all leaves apart.</param>
/// <param name="Live">What is not deleted; null for all.</param>
internal sealed record GraphLeaf(GraphPart Part, object Core, int DocBase, int ItemBase, IBits? Live)
{
    /// <summary>Whether an item is not deleted.</summary>
    public bool IsLive(int item) => Live is null || Live.Get(Part.Documents[item]);
}

/// <summary>An item of the graph.</summary>
/// <param name="Leaf">The index of its leaf.</param>
/// <param name="Item">Its number in the part.</param>
internal readonly record struct ItemRef(int Leaf, int Item);
