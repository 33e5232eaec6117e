using System.Text;
using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The whole query as a title or name in another script or spelling.</summary>
internal sealed class ReadingClauses
{
    /// <summary>Of a query that may be read in more ways the likeliest are looked for: each is a search.</summary>
    private const int MostKeys = 16;

    /// <summary>As the start of a title a reading is worth looking for from two syllables on; fewer begin too many titles.</summary>
    private const int ShortestPrefix = 4;

    /// <summary>
    /// Whether the query is in Han characters. What it is read as is then no spelling of it: many characters are read alike, and a name that is known
    /// in characters is found by them.
    /// </summary>
    private readonly bool isReadFromHan;

    /// <summary>Whether the query is so short that many titles and names are read alike: what has its letters comes first.</summary>
    private readonly bool isShort;

    private readonly bool films;
    private readonly bool people;
    private readonly ReadingKeys title;
    private readonly NameKeys name;

    public ReadingClauses(string query, IReadOnlyCollection<DocumentType> types)
    {
        films = types.Count == 0 || types.Contains(DocumentType.Film);
        people = types.Count == 0 || types.Contains(DocumentType.Person);
        isReadFromHan = Scripts.Contains(query, WordScript.Han) && !Scripts.Contains(query, WordScript.Kana);
        isShort = query.EnumerateRunes().Count(r => !Rune.IsWhiteSpace(r)) is var count && (Scripts.Contains(query, WordScript.Hangul) ? count <= 2 : count <= 3);
        title = films || people ? ReadingForms.OfQuery(query) : ReadingKeys.None;
        name = people ? NameForms.OfQuery(query) : new NameKeys([], [], []);
    }

    /// <summary>Adds the ways in which a whole title or name may be the query in another script or spelling.</summary>
    /// <param name="branches">Where to.</param>
    /// <param name="isStarted">Whether the query is only typed so far: then what begins with it as it stands comes first.</param>
    public void AddWhole(BranchList branches, bool isStarted = false)
    {
        if (isReadFromHan)
        {
            branches.Add(Tier.Reading, MatchKind.Sound, NameSpelling());
            branches.Add(Tier.Reading, MatchKind.Sound, TitleSpelling());
        }
        else
        {
            var below = isShort ? Tier.Reading : isStarted ? Tier.AliasPrefix : (Tier?)null;
            branches.Add(below ?? Tier.Exact, MatchKind.Exact, NameSpelling());
            branches.Add(below ?? Tier.ExactAlias, MatchKind.ExactAlias, TitleSpelling());
        }

        branches.Add(Tier.Sound, MatchKind.Sound, Sound());
    }

    /// <summary>A name is a spelling of the query.</summary>
    private Clause? NameSpelling() => Terms(IndexFields.Person.Spelling, name.Spelling);

    /// <summary>A title is a spelling of the query.</summary>
    private Clause? TitleSpelling() => films ? Terms(IndexFields.Film.Spelling, Keys(KeyGrade.Spelling)) : null;

    /// <summary>A title or name sounds like the query, or has its first letters.</summary>
    private Clause? Sound() => Clauses.Any(
    [
        Terms(IndexFields.Person.Sound, name.Spelling),
        Terms(IndexFields.Person.Spelling, name.Sound),
        Terms(IndexFields.Person.Sound, name.Sound),
        films ? Terms(IndexFields.Film.Sound, Keys(KeyGrade.Spelling)) : null,
        films ? Terms(IndexFields.Film.Spelling, Keys(KeyGrade.Sound)) : null,
        films ? Terms(IndexFields.Film.Sound, Keys(KeyGrade.Sound)) : null,
        .. TypedFields().Select(f => Clauses.Any([.. title.Initials.Select(i => Clauses.Term(f, i))])),
    ]);

    /// <summary>A title or name begins with the query, as it is read or typed.</summary>
    public Clause? Prefix() => Clauses.Any(
    [
        films ? Prefixes(IndexFields.Film.Spelling, Keys(KeyGrade.Spelling)) : null,
        Prefixes(IndexFields.Person.Spelling, name.Spelling),
        .. TypedFields().Select(f => Clauses.Any([.. TypedKeys().Select(k => new PrefixClause(f, k))])),
    ]);

    private IEnumerable<string> TypedFields() => [.. films ? [IndexFields.Film.Typed] : (string[])[], .. people ? [IndexFields.Person.Typed] : (string[])[]];

    private IEnumerable<string> TypedKeys() => title.Typed is { } typed ? title.Initials.Append(typed) : title.Initials;

    private IEnumerable<ReadingKey> Keys(KeyGrade grade) => title.Whole.Where(k => k.Grade == grade);

    private static Clause? Terms(string field, IEnumerable<ReadingKey> keys)
        => Clauses.Any([.. keys.Take(MostKeys).Select(k => Clauses.Term(field, k.Text, k.Weight))]);

    private static Clause? Prefixes(string field, IEnumerable<ReadingKey> keys)
        => Clauses.Any([.. keys.Where(k => k.Text.Length - k.Text.AsSpan().IndexOfAny(':', '*') > ShortestPrefix || k.Text.Any(c => c > '\u1100'))
            .Take(MostKeys).Select(k => new PrefixClause(field, k.Text, k.Weight))]);
}
