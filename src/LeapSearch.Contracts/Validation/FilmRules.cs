using LeapSearch.V1;

namespace LeapSearch.Contracts.Validation;

/// <summary>What a film must keep to.</summary>
internal static class FilmRules
{
    public static void Check(Film film, Violations found)
    {
        FieldRules.Id(film.Id, "id", found);
        FieldRules.Required(film.Title, "title", found);
        FieldRules.NoBlank(film.AlternativeTitles, "alternative_titles", found);
        if (film.Year is not 0 and (< 1870 or > 2200))
        {
            found.Add("year", $"{film.Year} is not a year: use 1870 to 2200, or leave it out");
        }

        FieldRules.PartialDate(film.ReleaseDate, "release_date", found);
        for (var i = 0; i < film.LocalizedTitles.Count; i++)
        {
            FieldRules.Required(film.LocalizedTitles[i].Text, $"localized_titles[{i}].text", found);
            FieldRules.Country(film.LocalizedTitles[i].Region, $"localized_titles[{i}].region", found);
        }

        for (var i = 0; i < film.Releases.Count; i++)
        {
            FieldRules.PartialDate(film.Releases[i].Date, $"releases[{i}].date", found);
            FieldRules.Country(film.Releases[i].Country, $"releases[{i}].country", found);
        }

        FieldRules.Credits(film.Directors, "directors", found);
        FieldRules.Credits(film.Cast, "cast", found);
        FieldRules.Credits(film.Writers, "writers", found);
        FieldRules.Credits(film.Subjects, "subjects", found);
        FieldRules.NoBlank(film.Genres, "genres", found);
        FieldRules.NoBlank(film.Keywords, "keywords", found);
        for (var i = 0; i < film.Countries.Count; i++)
        {
            FieldRules.Country(film.Countries[i].Length == 0 ? " " : film.Countries[i], $"countries[{i}]", found);
        }

        FieldRules.NoBlank(film.Languages, "languages", found);
        if (film.RuntimeMinutes < 0)
        {
            found.Add("runtime_minutes", $"{film.RuntimeMinutes} is negative; use minutes, or leave it out");
        }

        FieldRules.Popularity(film.Popularity, "popularity", found);
        FieldRules.Url(film.PageUrl, "page_url", found);
        FieldRules.Url(film.ImageUrl, "image_url", found);
    }
}
