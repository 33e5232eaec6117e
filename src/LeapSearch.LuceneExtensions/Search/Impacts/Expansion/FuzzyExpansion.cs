using System.Text;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>
/// The terms that a fuzzy clause stands for, over all segments: by distance, then document frequency (descending), then term.
/// </summary>
internal sealed class FuzzyExpansion
{
    private readonly FuzzyWalk walk = new();
    private readonly List<Found> found = [];
    private readonly List<(int First, int Count, int Distance, long DocFreq)> groups = [];
    private readonly List<(int Segment, int Number, int Distance)> terms = [];
    private readonly int[] counts = new int[4];
    private readonly Action<int, int> add;
    private FieldStatistics field = null!;
    private int segment;
    private int most;
    private int farthest;

    public FuzzyExpansion() => add = Add;

    /// <summary>The terms of the last search, each in every segment that has it.</summary>
    public IReadOnlyList<(int Segment, int Number, int Distance)> Terms => terms;

    public void Find(FieldStatistics field, FuzzyClause clause, CancellationToken cancellationToken)
    {
        this.field = field;
        found.Clear();
        terms.Clear();
        most = clause.MaxExpansions;
        farthest = clause.MaxEdits;
        if (most <= 0)
        {
            return;
        }

        var query = EditDistance.CodePoints(clause.Term);
        var shared = Math.Min(clause.PrefixLength, query.Length);
        var beginning = Encoding.UTF8.GetBytes(string.Concat(query[..shared].Select(c => new Rune(c).ToString())));
        walk.Prepare(query.AsSpan(shared), clause.MaxEdits, clause.IsPrefix);
        for (segment = 0; segment < field.Fields.Length; segment++)
        {
            if (field.Fields[segment] is { } dictionary)
            {
                Array.Clear(counts);
                var first = dictionary.LowerBound(beginning);
                walk.Find(dictionary.Table(), first, dictionary.PrefixEnd(beginning, first), beginning.Length, add, cancellationToken);
            }
        }

        Choose();
    }

    private void Add(int number, int distance)
    {
        if (distance > farthest)
        {
            return;
        }

        found.Add(new Found(segment, number, distance));
        counts[distance]++;
        var nearer = 0;
        for (var d = 0; d < farthest; d++)
        {
            // One segment alone has enough different terms as near as this: farther ones are not among the nearest.
            if ((nearer += counts[d]) >= most)
            {
                farthest = d;
                break;
            }
        }
    }

    private void Choose()
    {
        found.RemoveAll(f => f.Distance > farthest);
        found.Sort((a, b) =>
        {
            var order = a.Distance - b.Distance;
            return order != 0 ? order : Term(a).SequenceCompareTo(Term(b));
        });
        groups.Clear();
        for (int i = 0, end; i < found.Count; i = end)
        {
            long docFreq = 0;
            for (end = i; end < found.Count && found[end].Distance == found[i].Distance && Term(found[end]).SequenceEqual(Term(found[i])); end++)
            {
                docFreq += field.Fields[found[end].Segment]!.DocFreq(found[end].Number);
            }

            groups.Add((i, end - i, found[i].Distance, docFreq));
        }

        groups.Sort(static (a, b) =>
        {
            var order = a.Distance - b.Distance;
            order = order != 0 ? order : b.DocFreq.CompareTo(a.DocFreq);
            // Groups were made in the order of the terms.
            return order != 0 ? order : a.First - b.First;
        });
        foreach (var (first, count, distance, _) in groups.Take(most))
        {
            for (var i = first; i < first + count; i++)
            {
                terms.Add((found[i].Segment, found[i].Number, distance));
            }
        }
    }

    private ReadOnlySpan<byte> Term(Found found) => field.Fields[found.Segment]!.Term(found.Number);

    private readonly record struct Found(int Segment, int Number, int Distance);
}
