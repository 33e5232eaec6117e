using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The whole query against whole titles and names, folded to _keys.</summary>
internal sealed class KeyClauses
{
    private const int ShortKey = 3;

    private readonly string[] _keys;
    private readonly string[] _aliases;
    private readonly string[] _headlines;

    public KeyClauses(IReadOnlyCollection<DocumentType> types)
    {
        bool Wants(DocumentType type) => types.Count == 0 || types.Contains(type);
        _keys = [.. Wants(DocumentType.Film) ? [IndexFields.Film.Key] : (string[])[], .. Wants(DocumentType.Person) ? [IndexFields.Person.Key] : (string[])[]];
        _aliases = [.. Wants(DocumentType.Film) ? [IndexFields.Film.Alias] : (string[])[], .. Wants(DocumentType.Person) ? [IndexFields.Person.Alias] : (string[])[]];
        _headlines = Wants(DocumentType.Article) ? [IndexFields.Article.Key] : [];
    }

    /// <summary>The key is a display or original title or name, or a headline.</summary>
    public Clause? Exact(string key) => Terms([.. _keys, .. _headlines], key);

    /// <summary>The key is another title or name.</summary>
    public Clause? ExactAlias(string key) => Terms(_aliases, key);

    /// <summary>A display or original title or name starts with the key.</summary>
    public Clause? Prefix(string key) => Prefixes(_keys, key);

    /// <summary>Another title or name, or a headline, starts with the key.</summary>
    public Clause? AliasPrefix(string key) => Prefixes([.. _aliases, .. _headlines], key);

    /// <summary>
    /// Adds the ways in which a title or name may start with the query. Where its words do, that comes first: "alan" is Alan Parker before it is
    /// A Land Imagined, and three letters that run across a blank are hardly meant so.
    /// </summary>
    /// <param name="branches">Where to.</param>
    /// <param name="key">The folded query.</param>
    /// <param name="words">The query's words.</param>
    /// <param name="titles">Where titles and names have their words.</param>
    /// <param name="support">What ranks among titles with the same start.</param>
    public void AddPrefixes(
        BranchList branches, string key, IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> titles, IReadOnlyList<Clause> support)
    {
        if (words.Count > 0)
        {
            // It only decides; what ranks is the support and how well known it is.
            Clause? aligned = WordClauses.Aligned(words, titles) is { } clause ? new ConstantClause(clause, 0) : null;
            branches.Add(Tier.Prefix, MatchKind.Prefix, Clauses.All(Prefix(key), aligned, support));
            branches.Add(Tier.AliasPrefix, MatchKind.Prefix, Clauses.All(AliasPrefix(key), aligned, support));
            if (aligned is null)
            {
                return;
            }
        }

        var across = Clauses.Any([Prefix(key), AliasPrefix(key)]);
        branches.Add(key.Length > ShortKey ? Tier.AliasPrefix : Tier.WordsPrefix, MatchKind.Prefix, Clauses.All(across, null, support));
    }

    /// <summary>The key is a title or name but for the slips of <see cref="TypoBudget"/>, not in the first letter; none in CJK and numbers.</summary>
    public Clause? Typo(string key) => Slipped(key, isPrefix: false);

    /// <summary>A title or name starts with the key but for such slips.</summary>
    public Clause? TypoPrefix(string key) => Slipped(key, isPrefix: true);

    /// <summary>The key is a title or name but for such slips, also in the first letter.</summary>
    public Clause? HardTypo(string key) => Slipped(key, isPrefix: false, rightLetters: 0);

    private Clause? Slipped(string key, bool isPrefix, int rightLetters = 1)
    {
        var edits = TypoBudget.Edits(key.Length);
        return edits == 0 || key.Any(c => !char.IsLetter(c) || c >= '\u1100')
            ? null
            : Clauses.Any([.. _keys.Concat(_aliases).Select(f => new FuzzyClause(f, key, edits, rightLetters, TypoBudget.MaxExpansions, isPrefix))]);
    }

    private static Clause? Terms(string[] fields, string key)
        => key.Length == 0 ? null : Clauses.Any([.. fields.Select(f => Clauses.Term(f, key))]);

    private static Clause? Prefixes(string[] fields, string key)
        => key.Length == 0 ? null : Clauses.Any([.. fields.Select(f => new PrefixClause(f, key))]);
}
