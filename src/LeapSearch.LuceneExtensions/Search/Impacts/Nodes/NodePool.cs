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

    /// <summary>Postings read by the nodes in use.</summary>
    public long PostingsRead
    {
        get
        {
            long read = 0;
            for (var i = 0; i < used; i++)
            {
                read += nodes[i].PostingsRead;
            }

            return read;
        }
    }

    public void Reset() => used = 0;
}
