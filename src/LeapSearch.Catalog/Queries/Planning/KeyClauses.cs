using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The whole query against whole titles and names, folded to keys.</summary>
internal sealed class KeyClauses
{
    private readonly string[] keys;
    private readonly string[] aliases;
    private readonly string[] headlines;

    public KeyClauses(IReadOnlyCollection<DocumentType> types)
    {
        bool Wants(DocumentType type) => types.Count == 0 || types.Contains(type);
        keys = [.. Wants(DocumentType.Film) ? [IndexFields.Film.Key] : (string[])[], .. Wants(DocumentType.Person) ? [IndexFields.Person.Key] : (string[])[]];
        aliases = [.. Wants(DocumentType.Film) ? [IndexFields.Film.Alias] : (string[])[], .. Wants(DocumentType.Person) ? [IndexFields.Person.Alias] : (string[])[]];
        headlines = Wants(DocumentType.Article) ? [IndexFields.Article.Key] : [];
    }

    /// <summary>The key is a display or original title or name, or a headline.</summary>
    public Clause? Exact(string key) => Terms([.. keys, .. headlines], key);

    /// <summary>The key is another title or name.</summary>
    public Clause? ExactAlias(string key) => Terms(aliases, key);

    /// <summary>A display or original title or name starts with the key.</summary>
    public Clause? Prefix(string key) => Prefixes(keys, key);

    /// <summary>Another title or name, or a headline, starts with the key.</summary>
    public Clause? AliasPrefix(string key) => Prefixes([.. aliases, .. headlines], key);

    private static Clause? Terms(string[] fields, string key)
        => key.Length == 0 ? null : AnyOf([.. fields.Select(f => new ConstantClause(new TermClause(f, key)))]);

    private static Clause? Prefixes(string[] fields, string key)
        => key.Length == 0 ? null : AnyOf([.. fields.Select(f => new PrefixClause(f, key))]);

    private static Clause? AnyOf(IReadOnlyList<Clause> clauses) => clauses.Count switch
    {
        0 => null,
        1 => clauses[0],
        _ => new DisMaxClause(clauses),
    };
}
