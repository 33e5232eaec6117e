namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>Nodes of one kind, used again from search to search with the arrays that they have grown.</summary>
internal sealed class NodePool<T>
    where T : Node, new()
{
    private readonly List<T> nodes = [];
    private int used;

    public T Rent()
    {
        if (used == nodes.Count)
        {
            nodes.Add(new T());
        }

        return nodes[used++];
    }

    public void Reset() => used = 0;
}
