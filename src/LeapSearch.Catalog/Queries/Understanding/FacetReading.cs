using System.Globalization;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>
/// Reads words as properties of films: "korean thriller 2019", "80s hong kong action", "films by bong joon-ho". A second reading
/// beside the words as they stand, never instead of them.
/// </summary>
/// <param name="Filters">What the words ask of a film.</param>
/// <param name="Rest">The words that remain to be found.</param>
/// <param name="Steps">What was read, to be told.</param>
internal sealed record FacetReading(IReadOnlyList<Clause> Filters, IReadOnlyList<QueryWord> Rest, IReadOnlyList<QueryStep> Steps)
{
    private const int MaxRun = 3;

    /// <summary>Words that say that films are looked for.</summary>
    private static readonly HashSet<string> Kinds = ["film", "films", "movie", "movies", "by", "starring", "director", "电影", "映画", "영화"];

    /// <summary>Words that are passed over where others say so: by themselves they are of any title, "the docter" is no film of Pete Docter.</summary>
    private static readonly HashSet<string> Links = ["from", "with", "about", "the", "in", "of"];

    /// <summary>The reading of a query's words; null where nothing of them reads as a property.</summary>
    /// <param name="words">The words.</param>
    /// <param name="genres">The genres that there are, folded.</param>
    public static FacetReading? Read(IReadOnlyList<QueryWord> words, IReadOnlySet<string> genres)
    {
        var filters = new List<Clause>();
        var rest = new List<QueryWord>();
        var steps = new List<QueryStep>();
        var kinds = 0;
        for (var i = 0; i < words.Count;)
        {
            var taken = Property(words, i, genres, filters, steps);
            if (taken == 0)
            {
                if (Kinds.Contains(words[i].Term) || (words[i].Term == "directed" && words.ElementAtOrDefault(i + 1)?.Term == "by"))
                {
                    kinds++;
                }
                else if (!Links.Contains(words[i].Term))
                {
                    rest.Add(words[i]);
                }

                taken = 1;
            }

            i += taken;
        }

        // Such a word alone ("by") reads as nothing; with words to find it says that a film is looked for.
        if (filters.Count == 0 && (kinds == 0 || rest.Count == 0))
        {
            return null;
        }

        filters.Add(new ConstantClause(new TermClause(IndexFields.Type, TypeNames.Of(DocumentType.Film))));
        return new FacetReading(filters, rest, steps);
    }

    private static int Property(IReadOnlyList<QueryWord> words, int at, IReadOnlySet<string> genres, List<Clause> filters, List<QueryStep> steps)
    {
        for (var length = Math.Min(MaxRun, words.Count - at); length > 0; length--)
        {
            var text = string.Join(' ', words.Skip(at).Take(length).Select(w => w.Term));
            if (Find(text, genres) is var (clause, value))
            {
                filters.Add(clause);
                steps.Add(new QueryStep { Kind = QueryStepKind.Filtered, Text = string.Join(' ', words.Skip(at).Take(length).Select(w => w.Original)), Value = value });
                return length;
            }
        }

        return 0;
    }

    private static (Clause Clause, string Value)? Find(string text, IReadOnlySet<string> genres)
    {
        var countries = CountryWords.Find(text);
        if (countries.Count > 0)
        {
            return (AnyOf(FilterFields.Country, countries.Select(c => c.ToLowerInvariant())), $"country = {string.Join(" OR ", countries)}");
        }

        if (YearReading.IsYear(text))
        {
            var year = int.Parse(text, CultureInfo.InvariantCulture);
            return (new RangeClause(FilterFields.Year.Name, year, year), $"year = {year}");
        }

        if (Decade(text) is { } decade)
        {
            return (new RangeClause(FilterFields.Year.Name, decade, decade + 9), $"decade = {decade}");
        }

        var meant = GenreWords.Candidates(text).Where(genres.Contains).ToArray();
        return meant.Length == 0 ? null : (AnyOf(FilterFields.Genre, meant), $"genre = {meant[0]}");
    }

    /// <summary>80s, 1980s: the decade's first year. Two digits up to 20 are this century's.</summary>
    private static int? Decade(string text)
    {
        if (!text.EndsWith("0s", StringComparison.Ordinal) || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text.Length switch
        {
            3 => number <= 20 ? 2000 + number : 1900 + number,
            5 when number is >= 1880 and <= 2100 => number,
            _ => null,
        };
    }

    private static Clause AnyOf(FilterField field, IEnumerable<string> terms) => Clauses.Any([.. terms.Select(t => Clauses.Term(field.Name, t))])!;
}
