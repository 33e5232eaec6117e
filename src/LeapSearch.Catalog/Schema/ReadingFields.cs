using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>How titles and names are spelled and read in other scripts, so that a reader finds them who knows them by sound only.</summary>
internal static class ReadingFields
{
    private const string Unread = "en";

    /// <summary>The languages of the cinemas whose titles are read here, by country (ISO 3166-1).</summary>
    private static readonly Dictionary<string, string> CountryLanguages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["KR"] = "ko", ["KP"] = "ko", ["JP"] = "ja", ["CN"] = "zh-CN", ["TW"] = "zh-TW", ["SG"] = "zh-SG", ["HK"] = "yue", ["MO"] = "yue",
    };

    /// <summary>Adds the readings of all titles of a film.</summary>
    public static void Add(Film film, LuceneFields fields)
    {
        var language = LanguageOf(film);
        var own = film.LocalizedTitles.Where(t => t.Language.Length > 0).GroupBy(t => t.Text, StringComparer.Ordinal).ToDictionary(t => t.Key, t => LanguageOf(t.First()), StringComparer.Ordinal);
        var main = FilmFields.MainTitles(film).ToArray();
        foreach (var title in main.Concat(FilmFields.OtherTitles(film)))
        {
            var keys = ReadingForms.Of(title, main.Contains(title) ? language : own.GetValueOrDefault(title, language));
            AddKeys(keys.Whole, IndexFields.Film.Spelling, IndexFields.Film.Sound, fields);
            AddTyped(keys, IndexFields.Film.Typed, fields);
        }
    }

    /// <summary>Adds the spellings and readings of all names of a person.</summary>
    public static void Add(Person person, LuceneFields fields)
    {
        var keys = NameForms.Of(new NameInput(person.Name, person.OriginalName, person.AlternativeNames, person.NameLanguage));
        AddKeys(keys.Spelling.Concat(keys.Sound), IndexFields.Person.Spelling, IndexFields.Person.Sound, fields);
        foreach (var name in PersonFields.Names(person))
        {
            AddTyped(ReadingForms.Of(name, person.NameLanguage), IndexFields.Person.Typed, fields);
        }
    }

    /// <summary>
    /// The first language that the film is spoken in; without one, that of its first country; English where neither tells, so that no title
    /// in Latin letters, most of them translations, is taken for a romanisation.
    /// </summary>
    private static string LanguageOf(Film film)
    {
        var country = film.Countries.Select(c => CountryLanguages.GetValueOrDefault(c)).FirstOrDefault(l => l is not null);
        var spoken = film.Languages.FirstOrDefault();

        // "zh" leaves open how it is romanised; the country tells.
        return spoken is null || (spoken == "zh" && country is not null and not ("ko" or "ja")) ? country ?? Unread : spoken;
    }

    /// <summary>The language that a title is given in, with the region that tells how it is romanised.</summary>
    private static string LanguageOf(LocalizedText title)
        => title.Region.Length > 0 && !title.Language.Contains('-', StringComparison.Ordinal) ? $"{title.Language}-{title.Region}" : title.Language;

    private static void AddKeys(IEnumerable<ReadingKey> keys, string spelling, string sound, LuceneFields fields)
    {
        foreach (var key in keys)
        {
            fields.Whole(key.Grade == KeyGrade.Spelling ? spelling : sound, key.Text);
        }
    }

    private static void AddTyped(ReadingKeys keys, string field, LuceneFields fields)
    {
        fields.Whole(field, keys.Initials);
        fields.Whole(field, keys.Typed ?? "");
    }
}
