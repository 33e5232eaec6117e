using System.Buffers.Binary;
using System.Runtime.InteropServices;
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
    private readonly Comparison<Found> inOrder;
    private readonly Predicate<Found> isTooFar;
    private int[] characters = [];
    private int[] query = [];
    private int shared;
    private FieldStatistics field = null!;
    private int segment;
    private int most;
    private int farthest;

    public FuzzyExpansion()
    {
        (add, addForth, addBack) = (Add, AddForth, AddBack);
        (inOrder, isTooFar) = (Compare, one => one.Distance > farthest);
    }

    /// <summary>The terms of the last search, each in every segment that has it.</summary>
    public ReadOnlySpan<(int Segment, int Number, int Distance)> Terms => CollectionsMarshal.AsSpan(terms);

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
            WalkForth(query, shared, clause.MaxEdits, clause.IsPrefix, 0, add, cancellationToken);
        }
        else
        {
            FindByHalves(query, shared, clause.MaxEdits, cancellationToken);
        }

        Choose();
    }

    /// <summary>
    /// A term within the edits begins as the word does up to some character, but for one edit where two are allowed, or else ends as it does from there on
    /// (Mihov and Schulz, 2004): the former are found by a walk forth, which soon has few terms before it, the latter by one back from the terms that end so.
    /// </summary>
    private void FindByHalves(int[] query, int shared, int edits, CancellationToken cancellationToken)
    {
        (this.query, this.shared) = (query, shared);
        forth.Clear();
        var rest = query.Length - shared;
        var half = edits == 1 ? rest / 2 : rest * 7 / 10;
        if (edits == 1)
        {
            WalkForth(query, shared + half, edits, isPrefix: false, 0, addForth, cancellationToken);
            FindExchanged(query, shared + half);
        }
        else
        {
            WalkForth(query, shared, edits, isPrefix: false, half, addForth, cancellationToken);
        }

        // Otherwise what else there is, is farther than what there is enough of.
        if (farthest == edits)
        {
            WalkBack(query[(shared + half)..], edits, cancellationToken);
        }
    }

    /// <summary>The walks that may differ by one edit on one side of a place pass over an exchange of the two characters around it.</summary>
    private void FindExchanged(int[] query, int place)
    {
        if (place == shared || query[place - 1] == query[place])
        {
            return;
        }

        var exchanged = query.AsSpan().ToArray();
        (exchanged[place - 1], exchanged[place]) = (exchanged[place], exchanged[place - 1]);
        var term = Encode(exchanged);
        for (segment = 0; segment < field.Fields.Length; segment++)
        {
            Array.Clear(counts);
            if (field.Fields[segment]?.Find(term) is { } number && number >= 0)
            {
                AddForth(number, 1);
            }
        }
    }

    private void WalkForth(
        int[] query, int shared, int edits, bool isPrefix, int guarded, Action<int, int> add, CancellationToken cancellationToken)
    {
        var beginning = Encode(query.AsSpan(0, shared));
        walk.Prepare(query.AsSpan(shared), edits, isPrefix, guarded: guarded);
        for (segment = 0; segment < field.Fields.Length; segment++)
        {
            if (field.Fields[segment] is { } dictionary)
            {
                Array.Clear(counts);
                walk.Find(dictionary.Table(), beginning, dictionary.LowerBound(beginning), add, cancellationToken);
            }
        }
    }

    private void WalkBack(ReadOnlySpan<int> end, int edits, CancellationToken cancellationToken)
    {
        var mirrored = query.AsSpan().ToArray();
        Array.Reverse(mirrored);
        var ending = Encode(end);
        Array.Reverse(ending);
        walk.Prepare(mirrored.AsSpan(end.Length), edits, isPrefix: false, isMirrored: true);
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

    private static byte[] Encode(ReadOnlySpan<int> characters)
    {
        var length = 0;
        foreach (var character in characters)
        {
            length += new Rune(character).Utf8SequenceLength;
        }

        var bytes = new byte[length];
        length = 0;
        foreach (var character in characters)
        {
            length += new Rune(character).EncodeToUtf8(bytes.AsSpan(length));
        }

        return bytes;
    }

    private void Add(int number, int distance)
    {
        if (distance > farthest)
        {
            return;
        }

        found.Add(new Found(segment, number, distance, 0));
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
        found.RemoveAll(isTooFar);
        foreach (ref var one in CollectionsMarshal.AsSpan(found))
        {
            one = one with { Start = Start(Term(one)) };
        }

        found.Sort(inOrder);
        groups.Clear();
        for (int i = 0, end; i < found.Count; i = end)
        {
            long docFreq = 0;
            for (end = i; end < found.Count && IsSame(found[end], found[i]); end++)
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
        foreach (var (first, count, distance, _) in CollectionsMarshal.AsSpan(groups)[..Math.Min(most, groups.Count)])
        {
            for (var i = first; i < first + count; i++)
            {
                terms.Add((found[i].Segment, found[i].Number, distance));
            }
        }
    }

    private int Compare(Found a, Found b)
    {
        // Beginnings of a few letters stand for thousands of terms: to read two for each comparison would take longest.
        var order = a.Distance - b.Distance;
        order = order != 0 ? order : a.Start.CompareTo(b.Start);
        return order != 0 ? order : Term(a).SequenceCompareTo(Term(b));
    }

    private bool IsSame(Found a, Found b) => a.Distance == b.Distance && a.Start == b.Start && Term(a).SequenceEqual(Term(b));

    /// <summary>The first bytes of a term, in whose order terms are as far as these differ.</summary>
    private static ulong Start(ReadOnlySpan<byte> term)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        term[..Math.Min(term.Length, bytes.Length)].CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private ReadOnlySpan<byte> Term(Found found) => field.Fields[found.Segment]!.Term(found.Number);

    private readonly record struct Found(int Segment, int Number, int Distance, ulong Start);
}
