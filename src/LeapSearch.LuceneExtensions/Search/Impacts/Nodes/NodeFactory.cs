using System.Runtime.InteropServices;
using System.Text;
using LeapSearch.LuceneExtensions.Search.Impacts.Expansion;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>
/// Makes clauses into nodes; null stands for what no document can match. Equal terms, prefixes and fuzzy words of a search are one
/// node, since tiers ask for the same words again and again.
/// </summary>
internal sealed class NodeFactory
{
    private readonly NodePool<TermNode> terms = new();
    private readonly NodePool<PhraseNode> phrases = new();
    private readonly NodePool<SetNode> sets = new();
    private readonly NodePool<DisMaxNode> disMaxes = new();
    private readonly NodePool<BooleanNode> booleans = new();
    private readonly NodePool<ConstantNode> constants = new();
    private readonly NodePool<AllNode> alls = new();
    private readonly Dictionary<Clause, Node?> known = [];
    private readonly FuzzyExpansion fuzzy = new();
    private readonly List<Node> gathered = [];
    private byte[] utf8 = new byte[256];
    private ImpactSnapshot snapshot = null!;
    private CancellationToken cancellationToken;

    /// <summary>Where the bounds of clauses are noted; null where nobody asks.</summary>
    public Dictionary<Clause, float>? Noted { private get; set; }

    /// <summary>Postings read by all nodes since <see cref="Begin"/>.</summary>
    public long PostingsRead => terms.PostingsRead + phrases.PostingsRead + sets.PostingsRead;

    public void Begin(ImpactSnapshot snapshot, CancellationToken cancellationToken)
    {
        Noted = null;
        this.snapshot = snapshot;
        this.cancellationToken = cancellationToken;
        known.Clear();
        terms.Reset();
        phrases.Reset();
        sets.Reset();
        disMaxes.Reset();
        booleans.Reset();
        constants.Reset();
        alls.Reset();
    }

    public Node? Make(Clause clause)
    {
        if (clause is not (TermClause or PrefixClause or FuzzyClause or RangeClause))
        {
            return Note(clause, MakeNew(clause));
        }

        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(known, clause, out var exists);
        return exists ? node : node = Note(clause, MakeNew(clause));
    }

    /// <summary>The best of several, as DisMax without a tie; of one, that one.</summary>
    public Node? Best(ReadOnlySpan<Node> nodes, float tie)
    {
        if (nodes.Length == 0)
        {
            return null;
        }

        if (nodes.Length == 1)
        {
            return nodes[0];
        }

        var best = disMaxes.Rent();
        best.Prepare(snapshot, nodes, tie);
        return best;
    }

    private Node? Note(Clause clause, Node? node)
    {
        if (Noted is not null)
        {
            Noted[clause] = node?.Bounds.DefaultIfEmpty(-1).Max() ?? -1;
        }

        return node;
    }

    private Node? MakeNew(Clause clause) => clause switch
    {
        TermClause c => Term(c.Field, c.Term, c.Weight),
        PhraseClause c => Phrase(c),
        PrefixClause c => Prefix(c),
        FuzzyClause c => Fuzzy(c),
        RangeClause c => Range(c),
        DisMaxClause c => DisMax(c),
        BooleanClause c => Boolean(c),
        ConstantClause c => Constant(c),
        AllClause c => All(c.Score),
        _ => throw new ArgumentException($"Unknown clause {clause.GetType().Name}."),
    };

    private TermNode? Term(string field, string term, float weight)
    {
        var node = terms.Rent();
        return node.Prepare(snapshot, snapshot.Field(field), Encode(term), weight) ? node : null;
    }

    private Node? Phrase(PhraseClause clause)
    {
        if (clause.Terms.Count < 2)
        {
            return clause.Terms.Count == 0 ? null : Term(clause.Field, clause.Terms[0], clause.Weight);
        }

        var field = snapshot.Field(clause.Field);
        var node = phrases.Rent();
        node.Begin();
        float idf = 0;
        for (var i = 0; i < clause.Terms.Count; i++)
        {
            var docFreq = node.Add(snapshot, field, Encode(clause.Terms[i]));
            if (docFreq == 0)
            {
                return null;
            }

            idf += field.Idf(docFreq);
        }

        node.Prepare(snapshot, field, clause.Positions, clause.Slop, idf, clause.Weight);
        return node;
    }

    private SetNode? Prefix(PrefixClause clause)
    {
        var node = sets.Rent();
        node.Prepare(snapshot, clause.Weight, cancellationToken);
        var field = snapshot.Field(clause.Field);
        var prefix = Encode(clause.Prefix);
        var key = new SetKey(clause.Field, clause.Prefix);
        var any = false;
        for (var i = 0; i < snapshot.Segments.Length; i++)
        {
            if (node.AddKept(i, key))
            {
                any = true;
            }
            else if (field.Fields[i] is { } dictionary)
            {
                var first = dictionary.LowerBound(prefix);
                any |= node.Add(i, dictionary, first, dictionary.PrefixEnd(prefix, first));
            }
        }

        return any ? node : null;
    }

    /// <summary>A set for each distance; the best of them is that of the document's nearest term.</summary>
    private Node? Fuzzy(FuzzyClause clause)
    {
        var field = snapshot.Field(clause.Field);
        var start = gathered.Count;
        fuzzy.Find(field, clause, cancellationToken);
        for (var distance = 0; distance <= clause.MaxEdits; distance++)
        {
            SetNode? node = null;
            foreach (var (segment, number, of) in fuzzy.Terms)
            {
                if (of == distance)
                {
                    if (node is null)
                    {
                        node = sets.Rent();
                        node.Prepare(snapshot, clause.Weight / (1 + distance), cancellationToken);
                    }

                    node.Add(segment, field.Fields[segment]!, number, number + 1);
                }
            }

            if (node is not null)
            {
                gathered.Add(node);
            }
        }

        return Gather(start, 0);
    }

    private SetNode? Range(RangeClause clause)
    {
        if (clause.Min > clause.Max)
        {
            return null;
        }

        var node = sets.Rent();
        node.Prepare(snapshot, 1, cancellationToken);
        var filler = new RangeFiller(snapshot, snapshot.Field(clause.Field), node, new SetKey(clause.Field, "", clause.Min, clause.Max));
        NumericUtils.SplitInt64Range(filler, RangeClause.PrecisionStep, clause.Min, clause.Max);
        return filler.Any ? node : null;
    }

    private Node? DisMax(DisMaxClause clause)
    {
        var start = gathered.Count;
        Add(clause.Alternatives);
        return Gather(start, clause.Tie);
    }

    private Node? Boolean(BooleanClause clause)
    {
        var start = gathered.Count;
        try
        {
            if (!Add(clause.Must, areRequired: true))
            {
                return null;
            }

            var should = gathered.Count;
            Add(clause.Should);
            if (gathered.Count - should < Math.Max(clause.MinimumShould, clause.Must.Count == 0 ? 1 : 0))
            {
                return null;
            }

            var mustNot = gathered.Count;
            Add(clause.MustNot);
            var all = CollectionsMarshal.AsSpan(gathered);
            if (should == start + 1 && all.Length == should && clause.MinimumShould == 0)
            {
                // Nothing is excluded that there is.
                return all[start];
            }

            var node = booleans.Rent();
            node.Prepare(snapshot, all[start..should], all[should..mustNot], all[mustNot..], clause.MinimumShould);
            return node;
        }
        finally
        {
            gathered.RemoveRange(start, gathered.Count - start);
        }
    }

    private ConstantNode? Constant(ConstantClause clause)
    {
        if (Make(clause.Inner) is not { } inner)
        {
            return null;
        }

        var node = constants.Rent();
        node.Prepare(snapshot, inner, clause.Score);
        return node;
    }

    private AllNode All(float score)
    {
        var node = alls.Rent();
        node.Prepare(snapshot, score);
        return node;
    }

    /// <summary>Makes clauses and gathers what can match.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="areRequired">Whether the others do not matter where one cannot match; whoever notes bounds wants them all the same.</param>
    /// <returns>Whether each of them can.</returns>
    private bool Add(IReadOnlyList<Clause> clauses, bool areRequired = false)
    {
        var all = true;
        for (var i = 0; i < clauses.Count && (all || !areRequired || Noted is not null); i++)
        {
            if (Make(clauses[i]) is { } node)
            {
                gathered.Add(node);
            }
            else
            {
                all = false;
            }
        }

        return all;
    }

    private Node? Gather(int start, float tie)
    {
        var node = Best(CollectionsMarshal.AsSpan(gathered)[start..], tie);
        gathered.RemoveRange(start, gathered.Count - start);
        return node;
    }

    private ReadOnlySpan<byte> Encode(string term)
    {
        if (utf8.Length < term.Length * 3)
        {
            utf8 = new byte[term.Length * 3];
        }

        return utf8.AsSpan(0, Encoding.UTF8.GetBytes(term, utf8));
    }
}
