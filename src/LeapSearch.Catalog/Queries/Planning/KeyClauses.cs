using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The whole query against whole titles and names, folded to _keys.</summary>
internal sealed class KeyClauses
{
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

    /// <summary>The key is a title or name but for the slips of <see cref="TypoBudget"/>, not in the first letter; none in CJK and numbers.</summary>
    public Clause? Typo(string key)
    {
        var edits = TypoBudget.Edits(key.Length);
        return edits == 0 || key.Any(c => !char.IsLetter(c) || c >= '\u1100')
            ? null
            : Clauses.Any([.. _keys.Concat(_aliases).Select(f => new FuzzyClause(f, key, edits, PrefixLength: 1, TypoBudget.MaxExpansions))]);
    }

    private static Clause? Terms(string[] fields, string key)
        => key.Length == 0 ? null : Clauses.Any([.. fields.Select(f => Clauses.Term(f, key))]);

    private static Clause? Prefixes(string[] fields, string key)
        => key.Length == 0 ? null : Clauses.Any([.. fields.Select(f => new PrefixClause(f, key))]);
}
