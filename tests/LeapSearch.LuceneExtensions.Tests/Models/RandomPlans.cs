using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>Plans of every shape over <see cref="RandomDocuments"/>.</summary>
internal sealed class RandomPlans(Random random, RandomDocuments words)
{
    /// <summary>Whether phrases may have slop, which the naive model does not know.</summary>
    public bool Slop { get; init; }

    public SearchPlan Next()
    {
        var branches = new List<SearchBranch>();
        var tier = 0;
        for (var i = random.Next(3) == 0 ? random.Next(1, 6) : 1; i > 0; i--)
        {
            var root = branches.Count > 0 && random.Next(2) == 0 ? Wider(branches[^1].Root) : Clause(3);
            branches.Add(new SearchBranch(tier, root, random.Next(3) == 0 ? random.Next(40) : int.MaxValue));
            tier += random.Next(3);
        }

        return new SearchPlan
        {
            Branches = branches,
            SettledBy = random.Next(3) == 0 ? random.Next(3) : -1,
            KeyField = ModelDocument.KeyField,
            Filter = random.Next(4) == 0 ? Clause(2) : null,
            Boost = random.Next(3) == 0 ? new DocumentBoost(ModelDocument.PopularityField, random.Next(3) * 0.5f) : null,
            Sort = random.Next(8) == 0 ? Sort() : [],
            Count = random.Next(4) switch { 0 => random.Next(4), 1 => 100, _ => 10 },
            CountUpTo = random.Next(3) switch { 0 => 0, 1 => 20, _ => int.MaxValue },
            Facets = random.Next(6) == 0 ? [ModelDocument.TagField] : [],
            FacetValues = 5,
        };
    }

    /// <summary>A clause that matches what another does, and perhaps more: as tiers of a search mostly include each other.</summary>
    public Clause Wider(Clause clause) => clause switch
    {
        BooleanClause { Must.Count: > 1, MustNot.Count: 0 } c when random.Next(2) == 0 => c with { Must = [.. c.Must.Skip(1).Select(Wider)], MinimumShould = 0 },
        BooleanClause { MustNot.Count: 0, MinimumShould: 0 } c when random.Next(2) == 0 => c with { Must = [.. c.Must.Select(Wider)], Should = [.. c.Should.Select(Wider)] },
        TermClause c when random.Next(2) == 0 => new PrefixClause(c.Field, Start(c.Term), Weight()),
        PhraseClause c => new TermClause(c.Field, c.Terms[random.Next(c.Terms.Count)], Weight()),
        RangeClause c => c with { Min = c.Min - random.Next(2), Max = c.Max + random.Next(2) },
        DisMaxClause c when random.Next(2) == 0 => c with { Alternatives = [Clause(1), .. c.Alternatives.Select(Wider)] },
        ConstantClause c => random.Next(2) == 0 ? c.Inner : c with { Score = 1 },
        _ => new DisMaxClause([Clause(1), clause], 0.1f),
    };

    public Clause Clause(int depth) => random.Next(depth > 0 ? 16 : 9) switch
    {
        0 or 1 or 2 or 3 => Term(),
        4 => new PhraseClause(
            Field(),
            Many(1, 4, words.Word),
            null,
            Slop && random.Next(2) == 0 ? random.Next(4) : 0,
            Weight()),
        5 => new PrefixClause(Field(), Start(words.Word()), Weight()),
        6 => new FuzzyClause(
            Field(), words.Word(), random.Next(3), random.Next(3), random.Next(3) == 0 ? random.Next(1, 6) : 50, random.Next(3) == 0, Weight()),
        7 => new RangeClause(ModelDocument.YearField, random.Next(1988, 1996), random.Next(1992, 2002)),
        8 => random.Next(3) == 0 ? new AllClause(random.Next(3)) : Term(),
        9 or 10 => new DisMaxClause(Many(1, 5, () => Clause(random.Next(3) == 0 ? depth - 1 : 0)), random.Next(3) * 0.1f),
        11 => new ConstantClause(Clause(depth - 1), random.Next(4)),
        12 => new DisMaxClause(ModelDocument.TextFields.Select(f => (Clause)new TermClause(f, words.Word(), Weight())).ToList(), 0.1f),
        _ => Boolean(depth),
    };

    private BooleanClause Boolean(int depth)
    {
        var should = random.Next(3) == 0 ? [] : Many(1, 5, () => Clause(depth - 1));
        return new BooleanClause(
            random.Next(2) == 0 ? [] : Many(1, 4, () => Clause(depth - 1)),
            should,
            random.Next(4) == 0 ? Many(1, 2, () => Clause(depth - 1)) : [],
            random.Next(4) == 0 ? random.Next(should.Count + 2) : 0);
    }

    private SortKey[] Sort()
    {
        SortKey year = new(ModelDocument.YearField, SortKeyKind.Long, random.Next(2) == 0);
        SortKey title = new(ModelDocument.TitleField, SortKeyKind.Text, random.Next(2) == 0);
        return random.Next(3) switch { 0 => [year], 1 => [title], _ => [year, title] };
    }

    private TermClause Term() => new(Field(), random.Next(30) == 0 ? "absent" : words.Word(), Weight());

    private string Field() => random.Next(40) == 0 ? "nowhere" : ModelDocument.TextFields[random.Next(ModelDocument.TextFields.Length)];

    private float Weight() => random.Next(3) == 0 ? 1 : random.Next(1, 8) / 2f;

    private static string Start(string word) => string.Concat(word.EnumerateRunes().Take(1));

    private List<T> Many<T>(int from, int to, Func<T> make) => Enumerable.Range(0, random.Next(from, to)).Select(_ => make()).ToList();
}
