using System.Globalization;
using System.Text;
using LeapSearch.Testing;
using LeapSearch.Testing.Films;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Import.Tests.SampleCatalogue;

/// <summary>
/// The sample's title, year and director against other collections. A film is found there by its id, else by title and year; then
/// a year that differs makes it another row (often the year of the American release), not a contradiction.
/// </summary>
public sealed class SharedDataComparisonTests(ITestOutputHelper output)
{
    private static readonly string[] Files = [FilmData.TmdbFilms, FilmData.WikidataFilms, FilmData.ImdbIndianFilms, FilmData.WikipediaUsFilms];

    [NeedsFact("data:" + FilmData.TmdbFilms, "data:" + FilmData.WikidataFilms, "data:" + FilmData.ImdbIndianFilms, "data:" + FilmData.WikipediaUsFilms)]
    public async Task NothingContradicts()
    {
        var sample = await Sample.Whole.Value;
        var rows = new Dictionary<string, List<FilmRow>>();
        foreach (var row in Files.SelectMany(FilmData.Rows))
        {
            foreach (var key in Keys(row))
            {
                (rows.TryGetValue(key, out var list) ? list : rows[key] = []).Add(row);
            }
        }

        var (byId, byTitle) = (0, 0);
        var contradictions = new List<string>();
        foreach (var film in sample.Films)
        {
            var found = film.ExternalIds.SelectMany(e => rows.GetValueOrDefault($"{e.Key} {e.Value}") ?? []).ToList();
            byId += found.Count;
            contradictions.AddRange(found.Where(r => r.Year != film.Year).Select(r => $"{film.Id}: the year is {r.Year} in {r.Id}"));
            contradictions.AddRange(found.Where(r => !Overlap(Titles(r), Sample.Titles(film))).Select(r => $"{film.Id}: the title is {r.Title} in {r.Id}"));
            if (found.Count == 0)
            {
                found = [.. Sample.Titles(film).Select(t => $"{Fold(t)} {film.Year}").Distinct().SelectMany(k => rows.GetValueOrDefault(k) ?? []).Distinct()];
                byTitle += found.Count;
            }

            contradictions.AddRange(found
                .Where(r => r.Directors.Count > 0 && !Overlap(r.Directors, film.Directors.SelectMany(sample.Names)))
                .Select(r => $"{film.Id}: the director is {string.Join(", ", r.Directors)} in {r.Id}"));
        }

        output.WriteLine($"{byId} rows found by id, {byTitle} by title and year");
        Assert.Empty(contradictions);
        Assert.InRange(byId, 100, int.MaxValue);
    }

    private static IEnumerable<string> Keys(FilmRow row)
    {
        if (row.TmdbId is { } tmdb)
        {
            yield return $"tmdb {tmdb}";
        }

        if (row.ImdbId is { } imdb)
        {
            yield return $"imdb {imdb}";
        }

        if (row.WikidataId is { } wikidata)
        {
            yield return $"wikidata {wikidata}";
        }

        foreach (var title in Titles(row).Select(Fold).Distinct())
        {
            yield return $"{title} {row.Year}";
        }
    }

    private static IEnumerable<string> Titles(FilmRow row) => new[] { row.Title, row.OriginalTitle }.Concat(row.Labels.Values).Where(t => t.Length > 0);

    private static bool Overlap(IEnumerable<string> one, IEnumerable<string> other) => one.Select(Fold).Intersect(other.Select(Fold)).Any();

    /// <summary>Letters and digits alone, without accents.</summary>
    private static string Fold(string text)
        => new([.. text.Normalize(NormalizationForm.FormD).Where(c => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark).Select(char.ToLowerInvariant)]);
}
