using System.Text;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>
/// The terms that a fuzzy clause stands for, over all segments: by distance, then document frequency (descending), then term.
/// </summary>
internal sealed class FuzzyExpansion
{
    /// <summary>From so many characters on a word has halves worth the second walk.</summary>
    private const int LeastHalved = 4;

    private readonly FuzzyWalk walk = new();
    private readonly List<Found> found = [];
    private readonly List<(int First, int Count, int Distance, long DocFreq)> groups = [];
    private readonly List<(int Segment, int Number, int Distance)> terms = [];
    private readonly int[] counts = new int[4];
    private readonly HashSet<(int Segment, int Number)> forth = [];
    private readonly byte[] scratch = new byte[1 << 16];
    private readonly Action<int, int> add;
    private readonly Action<int, int> addForth;
    private readonly Action<int, int> addBack;
    private int[] characters = [];
    private int[] query = [];
    private int shared;
    private FieldStatistics field = null!;
    private int segment;
    private int most;
    private int farthest;

    public FuzzyExpansion() => (add, addForth, addBack) = (Add, AddForth, AddBack);

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
        var rest = query.Length - shared;
        if (clause.IsPrefix || clause.MaxEdits == 0 || rest < LeastHalved || !Array.TrueForAll(field.Fields, static f => f is null or { HasMirror: true }))
        {
            WalkForth(query, shared, clause.MaxEdits, clause.IsPrefix, 0, 0, add, cancellationToken);
        }
        else
        {
            FindByHalves(query, shared, clause.MaxEdits, cancellationToken);
        }

        Choose();
    }

    /// <summary>
    /// A term within the edits has all of them but one at most in the first half (or so) of the word, or else none in the second: the former are found by a walk
    /// forth, which soon has few terms before it, the latter by one back from the terms that end alike (Mihov and Schulz, 2004).
    /// </summary>
    private void FindByHalves(int[] query, int shared, int edits, CancellationToken cancellationToken)
    {
        // The walk forth with an edit among them costs most, and less the longer it is held to one.
        var half = edits == 1 ? (query.Length - shared) / 2 : (query.Length - shared) * 3 / 5;
        forth.Clear();
        WalkForth(query, shared, edits, isPrefix: false, half, edits - 1, addForth, cancellationToken);
        if (farthest < edits)
        {
            // Whatever else there is, is farther.
            return;
        }

        this.query = query;
        this.shared = shared;
        var mirrored = query.AsSpan().ToArray();
        Array.Reverse(mirrored);
        var guarded = query.Length - shared - half;
        var exact = Math.Max(0, guarded - 2);
        var ending = Encode(query[^exact..]);
        Array.Reverse(ending);
        walk.Prepare(mirrored.AsSpan(exact), edits, isPrefix: false, isMirrored: true, guarded - exact, 0);
        for (segment = 0; segment < field.Fields.Length; segment++)
        {
            if (field.Fields[segment] is { } dictionary)
            {
                Array.Clear(counts);
                var table = dictionary.Mirror(scratch);
                walk.Find(table, ending, table.LowerBound(ending, 0, table.Count), addBack, cancellationToken);
            }
        }
    }

    private void WalkForth(
        int[] query, int shared, int edits, bool isPrefix, int guarded, int guardedEdits, Action<int, int> add, CancellationToken cancellationToken)
    {
        // What must be alike is looked up; an exchange of two may pass the end of what is guarded.
        var exact = guardedEdits == 0 ? Math.Max(0, guarded - 2) : 0;
        var beginning = Encode(query[..(shared + exact)]);
        walk.Prepare(query.AsSpan(shared + exact), edits, isPrefix, isMirrored: false, guarded - exact, guardedEdits);
        for (segment = 0; segment < field.Fields.Length; segment++)
        {
            if (field.Fields[segment] is { } dictionary)
            {
                Array.Clear(counts);
                walk.Find(dictionary.Table(), beginning, dictionary.LowerBound(beginning), add, cancellationToken);
            }
        }
    }

    private void AddForth(int number, int distance)
    {
        forth.Add((segment, number));
        Add(number, distance);
    }

    private void AddBack(int place, int distance)
    {
        var dictionary = field.Fields[segment]!;
        var number = dictionary.Mirror(scratch).Number(place);
        if (forth.Contains((segment, number)))
        {
            return;
        }

        // The beginning must be shared, which the walk back does not ask for.
        var length = EditDistance.Decode(dictionary.Term(number), ref characters);
        var term = characters.AsSpan(0, length);
        if (term.StartsWith(query.AsSpan(0, shared)))
        {
            Add(number, shared == 0 ? distance : EditDistance.Bounded(query.AsSpan(shared), term[shared..], farthest, isPrefix: false));
        }
    }

    private static byte[] Encode(int[] characters) => Encoding.UTF8.GetBytes(string.Concat(characters.Select(c => new Rune(c).ToString())));

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
