using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The whole query against whole titles and names, folded to _keys.</summary>
internal sealed class KeyClauses
{
    private const int ShortKey = 3;

    /// <summary>Letters of a beginning that likely slips are looked for in: longer ones begin few titles.</summary>
    private const int LongestUnsure = 12;

    /// <summary>What a likely slip adds among titles that begin so but for a slip: about as much as popularity may.</summary>
    private const float Likely = 2;

    /// <summary>
    /// What a title or name as it is written scores above one turned: more than popularity can make up for. "keith david" is Keith David before David Keith.
    /// </summary>
    private const float AsWritten = 4;

    /// <summary>
    /// The same for one word that begins it: less than popularity can make up for, since a family name is what many are known by.
    /// </summary>
    private const float AsBegun = 1.5f;

    /// <summary>What a title of one letter more scores above others that begin so, and from how many letters on: as much as popularity may.</summary>
    private const float AsOneLetterLess = 2;

    private const int ShortestCompleted = 4;

    private readonly string[] keys;
    private readonly string[] turned;
    private readonly string[] aliases;
    private readonly string[] headlines;

    public KeyClauses(IReadOnlyCollection<DocumentType> types)
    {
        bool Wants(DocumentType type) => types.Count == 0 || types.Contains(type);
        keys = [.. Wants(DocumentType.Film) ? [IndexFields.Film.Key] : (string[])[], .. Wants(DocumentType.Person) ? [IndexFields.Person.Key] : (string[])[]];
        turned = Wants(DocumentType.Person) ? [IndexFields.Person.Turned] : [];
        aliases = [.. Wants(DocumentType.Film) ? [IndexFields.Film.Alias] : (string[])[], .. Wants(DocumentType.Person) ? [IndexFields.Person.Alias] : (string[])[]];
        headlines = Wants(DocumentType.Article) ? [IndexFields.Article.Key] : [];
    }

    private string[] Names => [.. keys, .. turned, .. aliases];

    /// <summary>The key is a display or original title or name, or a headline.</summary>
    public Clause? Exact(string key) => Clauses.Any([Terms([.. keys, .. headlines], key, AsWritten), Terms(turned, key)]);

    /// <summary>The key is another title or name.</summary>
    public Clause? ExactAlias(string key) => Terms(aliases, key);

    /// <summary>A display or original title or name starts with the key.</summary>
    public Clause? Prefix(string key, bool isOneWord = false)
        => Clauses.Any([Prefixes(keys, key, isOneWord ? AsBegun : AsWritten), Prefixes(turned, key)]);

    /// <summary>Another title or name, or a headline, starts with the key.</summary>
    public Clause? AliasPrefix(string key) => Prefixes([.. aliases, .. headlines], key);

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
        if (words.Count == 1 && support.Count > 0 && Completed(key) is { } completed)
        {
            support = [.. support, completed];
        }

        if (words.Count > 0)
        {
            // It only decides; what ranks is the support and how well known it is.
            Clause? aligned = WordClauses.Aligned(words, titles) is { } clause ? new ConstantClause(clause, 0) : null;
            branches.Add(Tier.Prefix, MatchKind.Prefix, Clauses.All(Prefix(key, words.Count == 1), aligned, support));
            branches.Add(Tier.AliasPrefix, MatchKind.Prefix, Clauses.All(AliasPrefix(key), aligned, support));
            if (aligned is null)
            {
                return;
            }
        }

        var across = Clauses.Any([Prefixes(keys, key), AliasPrefix(key)]);
        branches.Add(key.Length > ShortKey ? Tier.AliasPrefix : Tier.WordsPrefix, MatchKind.Prefix, Clauses.All(across, null, support));
    }

    /// <summary>One letter more makes it a display or original title or name: a slip at the end is likelier than half a title.</summary>
    private Clause? Completed(string key) => key.Length < ShortestCompleted || key.Any(c => !char.IsLetter(c) || c >= '\u1100')
        ? null
        : Clauses.Any([.. keys.Select(f => new ConstantClause(new FuzzyClause(f, key, 1, key.Length, TypoBudget.MaxExpansions, false), AsOneLetterLess))]);

    /// <summary>The key is a title or name but for the slips of <see cref="TypoBudget"/>; none in CJK and numbers.</summary>
    public Clause? Typo(string key) => Slipped(Names, key, isPrefix: false, hard: false);

    /// <summary>A title or name starts with the key but for such slips, not in the first letter: with that in doubt too much begins so.</summary>
    public Clause? TypoPrefix(string key) => Slipped(Names, key, isPrefix: true, hard: false, rightLetters: 1);

    /// <summary>A display or original title or name, as it is written, starts with the key but for a slip that fingers make; null where that tells little.</summary>
    public Clause? LikelyTypoPrefix(string key) => key.Length > LongestUnsure
        ? null
        : Clauses.Any([.. LikelySlips.Of(key).SelectMany(meant => keys.Select(f => new PrefixClause(f, meant, Likely)))]);

    /// <summary>The key is a title or name but for the slips of the second round; its numbers stand as they are.</summary>
    /// <param name="key">The folded query.</param>
    /// <param name="words">The query's words.</param>
    /// <param name="titles">Where titles and names have their words.</param>
    public Clause? HardTypo(string key, IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> titles)
    {
        Clause[] numbers = [.. words.Where(w => w.Term.All(char.IsAsciiDigit)).Select(w => new ConstantClause(WordClauses.Exact(w, titles), 0))];
        var whole = Slipped(Names, key, isPrefix: false, hard: true, hasNumbers: numbers.Length > 0);
        return whole is null || numbers.Length == 0 ? whole : new BooleanClause([whole, .. numbers], [], []);
    }

    /// <summary>
    /// A display or original title or name, as it is written, starts with the key but for the slips of the second round, which are not in so many first letters.
    /// </summary>
    public Clause? HardTypoPrefix(string key, int rightLetters) => Slipped(keys, key, isPrefix: true, hard: true, rightLetters: rightLetters);

    private static Clause? Slipped(string[] fields, string key, bool isPrefix, bool hard, bool hasNumbers = false, int rightLetters = 0)
        => key.Any(c => !(char.IsLetter(c) || (hasNumbers && char.IsAsciiDigit(c))) || c >= '\u1100')
            ? null
            : Clauses.Any(
            [
                .. from field in fields
                   from budget in TypoBudget.Of(key.Length, hard)
                       .Select(b => (b.Edits, Right: Math.Max(b.Prefix, rightLetters)))
                       .GroupBy(b => b.Right, (right, all) => (Edits: all.Max(b => b.Edits), Right: right))
                   select new FuzzyClause(field, key, budget.Edits, budget.Right, TypoBudget.MaxExpansions, isPrefix),
            ]);

    private static Clause? Terms(string[] fields, string key, float score = 1)
        => key.Length == 0 ? null : Clauses.Any([.. fields.Select(f => Clauses.Term(f, key, score))]);

    private static Clause? Prefixes(string[] fields, string key, float score = 1)
        => key.Length == 0 ? null : Clauses.Any([.. fields.Select(f => new PrefixClause(f, key, score))]);
}
