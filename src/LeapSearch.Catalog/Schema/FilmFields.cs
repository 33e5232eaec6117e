using LeapSearch.Analysis;
using LeapSearch.Catalog.Linking;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>What of a film is indexed.</summary>
internal static class FilmFields
{
    public static void Add(Film film, LuceneFields fields, IPersonDirectory people)
    {
        Titles(film, fields);
        ReadingFields.Add(film, fields);
        People(film, fields, people);
        Properties(film, fields);
        fields.Words(IndexFields.Film.Text, film.Synopsis);
        foreach (var word in film.Genres.Concat(film.Keywords).Concat(film.Cast.Select(c => c.Character)))
        {
            fields.Words(IndexFields.Film.Tags, word);
        }

        ExternalIds.Add(film.ExternalIds, film.PageUrl, fields);
        RelatedFields.Add(film, fields, people);
    }

    /// <summary>The display and original titles, each once.</summary>
    public static IEnumerable<string> MainTitles(Film film)
        => new[] { film.Title, film.OriginalTitle }.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>All titles of a film beyond the display and original ones, each once.</summary>
    public static IEnumerable<string> OtherTitles(Film film)
        => film.AlternativeTitles.Concat(film.LocalizedTitles.Select(t => t.Text))
            .Where(t => t != film.Title && t != film.OriginalTitle)
            .Distinct(StringComparer.Ordinal);

    private static void Titles(Film film, LuceneFields fields)
    {
        foreach (var title in MainTitles(film))
        {
            fields.Whole(IndexFields.Film.Key, Folding.FoldKey(title));
            fields.Words(IndexFields.Film.Title, title);
        }

        foreach (var title in OtherTitles(film))
        {
            fields.Whole(IndexFields.Film.Alias, Folding.FoldKey(title));
            fields.Words(IndexFields.Film.Other, title);
        }

        fields.Sort(IndexFields.SortTitle, Folding.Fold(film.Title));
    }

    private static void People(Film film, LuceneFields fields, IPersonDirectory people)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Credits(film.Directors, FilterFields.Director);
        Credits(film.Cast, FilterFields.Cast);
        Credits(film.Writers, FilterFields.Writer);
        Credits(film.Subjects, null);

        void Credits(IEnumerable<Credit> credits, FilterField? role)
        {
            foreach (var credit in credits)
            {
                var person = credit.PersonId.Length > 0 ? people.Find(credit) : null;
                var key = CreditKey.Of(credit, person);
                if (CreditKey.IsImplied(key))
                {
                    fields.Whole(IndexFields.Film.CreditSpelling, CreditResolver.Spellings(film, credit.Name));
                }

                if (role is not null)
                {
                    fields.Filter(role, key);
                }

                fields.Filter(FilterFields.Person, key);
                foreach (var name in PersonFields.Names(person).Prepend(credit.Name))
                {
                    if (name.Length > 0 && names.Add(name))
                    {
                        fields.Words(IndexFields.Film.People, name);
                    }
                }
            }
        }
    }

    private static void Properties(Film film, LuceneFields fields)
    {
        if (film.Year > 0)
        {
            fields.Filter(FilterFields.Year, film.Year);
            fields.Filter(FilterFields.Decade, film.Year / 10 * 10);
            fields.Whole(IndexFields.Film.Year, Number(film.Year));
            fields.Whole(IndexFields.Film.YearNear, Number(film.Year - 1));
            fields.Whole(IndexFields.Film.YearNear, Number(film.Year + 1));
        }

        var date = film.ReleaseDate.Length > 0 ? film.ReleaseDate : film.Year > 0 ? Number(film.Year) : "";
        if (Dates.ToNumber(date) is { } number)
        {
            fields.Filter(FilterFields.ReleaseDate, number);
        }

        if (Dates.ToUnixSeconds(date) is { } seconds)
        {
            fields.Sort(IndexFields.SortDate, seconds);
        }

        if (film.RuntimeMinutes > 0)
        {
            fields.Filter(FilterFields.Runtime, film.RuntimeMinutes);
        }

        foreach (var genre in film.Genres)
        {
            fields.Filter(FilterFields.Genre, genre);
        }

        foreach (var keyword in film.Keywords)
        {
            fields.Filter(FilterFields.Keyword, keyword);
        }

        foreach (var country in film.Countries)
        {
            fields.Filter(FilterFields.Country, country);
        }

        foreach (var language in film.Languages)
        {
            fields.Filter(FilterFields.Language, language);
        }

        PopularityFields.Add(film.Popularity, fields);
    }

    private static string Number(int number) => number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}
