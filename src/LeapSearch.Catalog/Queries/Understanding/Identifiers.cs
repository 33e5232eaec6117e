using System.Text.RegularExpressions;
using LeapSearch.Catalog.Schema;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>
/// Reads ids and addresses that readers paste: tt0118694, nm0000504, tmdb:843, Q162255, douban:1291557, a page of the site, of IMDb,
/// TMDb, Douban, Letterboxd or Wikidata. Gives the terms of <see cref="IndexFields.ExternalId"/> that they may be.
/// </summary>
internal static partial class Identifiers
{
    public static IReadOnlyList<string> Terms(string query)
    {
        var text = query.Trim();
        if (text.Length is < 2 or > 500 || text.Any(char.IsWhiteSpace))
        {
            return [];
        }

        var terms = new List<string>();
        if (ImdbId().Match(text) is { Success: true } imdb)
        {
            terms.Add(ExternalIds.Term("imdb", imdb.Value));
        }

        if (WikidataId().Match(text) is { Success: true } wikidata)
        {
            terms.Add(ExternalIds.Term("wikidata", wikidata.Value));
        }

        if (Prefixed().Match(text) is { Success: true } prefixed)
        {
            terms.Add(ExternalIds.Term(prefixed.Groups["source"].Value, prefixed.Groups["id"].Value));
        }

        if (text.Contains('/') && text.Contains('.'))
        {
            terms.Add(ExternalIds.PageTerm(text));
            Known(TmdbPage().Match(text), "tmdb");
            Known(DoubanPage().Match(text), "douban");
            Known(LetterboxdPage().Match(text), "letterboxd");
        }

        return terms;

        void Known(Match page, string source)
        {
            if (page.Success)
            {
                terms.Add(ExternalIds.Term(source, page.Groups["id"].Value));
            }
        }
    }

    [GeneratedRegex(@"\b(tt|nm)[0-9]{7,10}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ImdbId();

    [GeneratedRegex(@"\bQ[1-9][0-9]{1,9}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WikidataId();

    [GeneratedRegex(@"^(?<source>imdb|tmdb|douban|wikidata|letterboxd):(?<id>[A-Za-z0-9._-]+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"themoviedb\.org/(movie|person)/(?<id>[0-9]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TmdbPage();

    [GeneratedRegex(@"douban\.com/(subject|celebrity|personage)/(?<id>[0-9]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DoubanPage();

    [GeneratedRegex(@"letterboxd\.com/film/(?<id>[a-z0-9-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LetterboxdPage();
}
