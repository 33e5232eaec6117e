using System.Collections.Frozen;

namespace LeapSearch.Catalog.Schema;

/// <summary>
/// The names of the index's fields. Fields with text are named by type, so that term frequencies of films, people and articles
/// stay apart; fields that filter are shared (<see cref="FilterFields"/>).
/// </summary>
internal static class IndexFields
{
    /// <summary>The version of the schema; an index of another one is rebuilt from the store.</summary>
    public const int SchemaVersion = 10;

    private static readonly FrozenSet<string> Mirrored = FrozenSet.ToFrozenSet(
    [
        Film.Key, Film.Alias, Film.Title, Film.Other, Film.People, Film.Tags,
        Person.Key, Person.Turned, Person.Alias, Person.Name, Person.Other, Person.Tags,
        Article.Title, Article.Tags,
    ]);

    /// <summary><see cref="DocumentKey"/>: indexed whole (the term that updates replace) and as SortedDocValues.</summary>
    public const string Key = "_key";

    /// <summary>The stored bytes of <see cref="V1.Document"/>.</summary>
    public const string Body = "_doc";

    /// <summary>"film", "person" or "article": indexed whole, and a facet.</summary>
    public const string Type = "type";

    /// <summary>NumericDocValues: the bits of a float from 0 to 1, higher is more popular; the boost of ranking.</summary>
    public const string Popularity = "_popularity";

    /// <summary>Int64Field: when an article is published, Unix seconds; not there for what is always public.</summary>
    public const string PublicFrom = "_public_from";

    /// <summary>NumericDocValues: release or publication, Unix seconds.</summary>
    public const string SortDate = "_sort_date";

    /// <summary>SortedDocValues: the folded title or name.</summary>
    public const string SortTitle = "_sort_title";

    /// <summary>NumericDocValues: the bits of popularity as a double, which order as it does since it is never negative.</summary>
    public const string SortPopularity = "_sort_popularity";

    /// <summary>Ids elsewhere, each as <c>source:id</c>, lower case; and page URLs.</summary>
    public const string ExternalId = "_external";

    /// <summary>Whether words of a field are looked for with slips, for which their order by endings is written.</summary>
    public static bool IsMirrored(string field) => Mirrored.Contains(field);

    /// <summary>What a film's text is indexed under.</summary>
    public static class Film
    {
        /// <summary>Whole display and original titles, folded to keys.</summary>
        public const string Key = "film.key";

        /// <summary>Whole other titles, folded to keys.</summary>
        public const string Alias = "film.alias";

        /// <summary>Words of the display and original titles.</summary>
        public const string Title = "film.title";

        /// <summary>Words of other titles.</summary>
        public const string Other = "film.other";

        /// <summary>Titles as spelled in other scripts: keys of <see cref="LeapSearch.Analysis.Readings.ReadingKey"/> as good as the spelling itself.</summary>
        public const string Spelling = "film.spelling";

        /// <summary>Titles as they may sound: the lesser keys.</summary>
        public const string Sound = "film.sound";

        /// <summary>Titles as typed: first letters of their syllables, and Hangul by its letters.</summary>
        public const string Typed = "film.typed";

        /// <summary>Words of the names of those who made it or are its subject, in every form their documents know.</summary>
        public const string People = "film.people";

        /// <summary>What the names of those are spelled as in other scripts who are credited without an id and are nobody known: until somebody of that name is written.</summary>
        public const string CreditSpelling = "film.credit_spelling";

        /// <summary>Words of genres, keywords, characters and countries.</summary>
        public const string Tags = "film.tags";

        /// <summary>Words of the synopsis.</summary>
        public const string Text = "film.text";

        /// <summary>The year as a term.</summary>
        public const string Year = "film.year";

        /// <summary>The years before and after as terms: festival and general release often differ by one.</summary>
        public const string YearNear = "film.year_near";
    }

    /// <summary>What a person's text is indexed under.</summary>
    public static class Person
    {
        /// <summary>Whole display and original names as they are written, folded to keys.</summary>
        public const string Key = "person.key";

        /// <summary>The same in the other orders of their words.</summary>
        public const string Turned = "person.turned";

        /// <summary>Whole other names in each order of their words, folded to keys.</summary>
        public const string Alias = "person.alias";

        /// <summary>Where a whole name is looked up, the likeliest first.</summary>
        public static readonly IReadOnlyList<string> WholeNames = [Key, Turned, Alias];

        /// <summary>Words of the display and original names.</summary>
        public const string Name = "person.name";

        /// <summary>Words of other names.</summary>
        public const string Other = "person.other";

        /// <summary>Names as spelled in other scripts: keys of <see cref="LeapSearch.Analysis.Readings.ReadingKey"/> as good as the spelling itself.</summary>
        public const string Spelling = "person.spelling";

        /// <summary>Names as they may sound: the lesser keys.</summary>
        public const string Sound = "person.sound";

        /// <summary>Names as typed: first letters of their syllables, and Hangul by its letters.</summary>
        public const string Typed = "person.typed";

        /// <summary>Words of professions.</summary>
        public const string Tags = "person.tags";

        /// <summary>Words of the biography.</summary>
        public const string Text = "person.text";
    }

    /// <summary>What an article's text is indexed under.</summary>
    public static class Article
    {
        /// <summary>The whole headline, folded to a key.</summary>
        public const string Key = "article.key";

        /// <summary>Words of the headline.</summary>
        public const string Title = "article.title";

        /// <summary>Words of categories, tags and authors.</summary>
        public const string Tags = "article.tags";

        /// <summary>Words of excerpt and body, as text without markup.</summary>
        public const string Text = "article.text";
    }
}
