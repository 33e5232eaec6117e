namespace LeapSearch.LuceneExtensions.Search.Expansion;

/// <summary>A term of the index that a fuzzy clause stands for.</summary>
/// <param name="Term">Its UTF-8 bytes.</param>
/// <param name="Distance">Its edit distance.</param>
/// <param name="DocFreq">Documents that hold it, over all segments.</param>
internal sealed record ExpandedTerm(byte[] Term, int Distance, int DocFreq);

/// <summary>Keeps the nearest terms of a fuzzy clause: by distance, then document frequency (descending), then term.</summary>
internal sealed class ExpandedTerms(int limit)
{
    private readonly SortedSet<ExpandedTerm> best = new(Order.Instance);

    public void Add(ReadOnlySpan<byte> term, int distance, int docFreq)
    {
        if (limit <= 0 || (best.Count == limit && IsBehind(best.Max!, distance, docFreq)))
        {
            return;
        }

        best.Add(new ExpandedTerm(term.ToArray(), distance, docFreq));
        if (best.Count > limit)
        {
            best.Remove(best.Max!);
        }
    }

    /// <summary>The terms kept, nearest first.</summary>
    public IReadOnlyCollection<ExpandedTerm> Best => best;

    private static bool IsBehind(ExpandedTerm worst, int distance, int docFreq)
        => distance > worst.Distance || (distance == worst.Distance && docFreq < worst.DocFreq);

    private sealed class Order : IComparer<ExpandedTerm>
    {
        public static readonly Order Instance = new();

        public int Compare(ExpandedTerm? x, ExpandedTerm? y)
        {
            var order = x!.Distance.CompareTo(y!.Distance);
            order = order != 0 ? order : y.DocFreq.CompareTo(x.DocFreq);
            return order != 0 ? order : x.Term.AsSpan().SequenceCompareTo(y.Term);
        }
    }
}
