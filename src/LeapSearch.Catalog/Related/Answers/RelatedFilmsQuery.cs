using LeapSearch.Catalog.Queries.Filters;
using LeapSearch.Catalog.Queries.Paging;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>A request for related films that keeps to the contract.</summary>
internal sealed record RelatedFilmsQuery
{
    private const int MaxSeeds = 64;
    private const int MaxExcluded = 1_000;

    /// <summary>The films to start from; empty for a person or an article.</summary>
    public required IReadOnlyList<string> FilmIds { get; init; }

    public required string PersonId { get; init; }

    public required string ArticleId { get; init; }

    public required IReadOnlyList<string> Excluded { get; init; }

    public required int Count { get; init; }

    public required Clause? Filter { get; init; }

    public required double Diversity { get; init; }

    public required Signals Weights { get; init; }

    /// <summary>Whether the request asks for more of the same title or series than one.</summary>
    public required bool ManyOfFamily { get; init; }

    /// <exception cref="LeapSearchException">INVALID_ARGUMENT naming the field.</exception>
    public static RelatedFilmsQuery Parse(RelatedFilmsRequest request)
    {
        var films = request.FilmId.Length > 0 ? request.FilmIds.Prepend(request.FilmId) : request.FilmIds;
        var ids = films.Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length > MaxSeeds)
        {
            throw LeapSearchException.InvalidArgument("film_ids", $"film_ids has {ids.Length:N0} films; at most {MaxSeeds} can be started from.");
        }

        if (Array.IndexOf(ids, "") >= 0)
        {
            throw LeapSearchException.InvalidArgument($"film_ids[{request.FilmIds.IndexOf("")}]", "film_ids holds an empty id.");
        }

        OneSeed(
            (ids.Length > 0, "film_id"), (request.PersonId.Length > 0, "person_id"), (request.ArticleId.Length > 0, "article_id"));
        if (request.ExcludedFilmIds.Count > MaxExcluded)
        {
            throw LeapSearchException.InvalidArgument(
                "excluded_film_ids", $"excluded_film_ids has {request.ExcludedFilmIds.Count:N0} ids; at most {MaxExcluded:N0} are allowed.");
        }

        // Written so that NaN fails as well.
        if (request.HasDiversity && !(request.Diversity >= 0 && request.Diversity <= 1))
        {
            throw LeapSearchException.InvalidArgument("diversity", $"diversity is {request.Diversity}; use 0 (best matches only) to 1.");
        }

        return new RelatedFilmsQuery
        {
            FilmIds = ids,
            PersonId = request.PersonId,
            ArticleId = request.ArticleId,
            Excluded = request.ExcludedFilmIds,
            Count = PageSize.Of(request.PageSize),
            Filter = FilterParser.Parse(request.Filter),
            Diversity = request.HasDiversity ? request.Diversity : Scoring.Diversity.Default,
            Weights = SignalWeights.Times(request.Weights),
            ManyOfFamily = request.Weights.TryGetValue("family", out var family) && family > 1,
        };
    }

    /// <summary>Exactly one kind of seed must be given.</summary>
    /// <exception cref="LeapSearchException">INVALID_ARGUMENT naming the field.</exception>
    public static void OneSeed(params ReadOnlySpan<(bool Given, string Field)> seeds)
    {
        string? first = null;
        var fields = new List<string>();
        foreach (var (given, field) in seeds)
        {
            fields.Add(field);
            if (given && first is not null)
            {
                throw LeapSearchException.InvalidArgument(field, $"Both {first} and {field} are given; give one of them.");
            }

            first = given ? field : first;
        }

        if (first is null)
        {
            throw LeapSearchException.InvalidArgument(fields[0], $"Nothing to start from: give one of {string.Join(", ", fields)}.");
        }
    }
}
