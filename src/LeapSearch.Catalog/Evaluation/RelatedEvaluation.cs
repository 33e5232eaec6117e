using System.Diagnostics;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>Asks what is related to judged films, one after the other, ten results each.</summary>
public static class RelatedEvaluation
{
    /// <summary>Asks every judged film at one diversity.</summary>
    /// <param name="search">A catalogue in process or a client of a service.</param>
    /// <param name="judgements">The judged films.</param>
    /// <param name="diversity">As in the request; null for the service's default.</param>
    /// <param name="weights">As in the request; empty for the fitted ones.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="LeapSearchException">A call failed, as for a film that the catalogue has not: a case that cannot be asked is no figure.</exception>
    public static async Task<RelatedFigures> RunAsync(
        ILeapSearch search,
        IReadOnlyList<RelatedJudgement> judgements,
        double? diversity,
        IReadOnlyDictionary<string, double> weights,
        CancellationToken cancellationToken = default)
    {
        var films = new Dictionary<string, Film>(StringComparer.Ordinal);
        var outcomes = new List<RelatedOutcome>(judgements.Count);
        foreach (var judged in judgements)
        {
            var request = new RelatedFilmsRequest { FilmId = judged.FilmId, PageSize = RankingMetrics.Depth };
            foreach (var (name, factor) in weights)
            {
                request.Weights.Add(name, factor);
            }

            if (diversity is { } given)
            {
                request.Diversity = given;
            }

            var started = Stopwatch.GetTimestamp();
            var response = await search.RelatedFilmsAsync(request, cancellationToken).ConfigureAwait(false);
            var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var answered = new List<Film>(response.Results.Count);
            foreach (var result in response.Results)
            {
                answered.Add(await FullAsync(search, films, result.Film.Id, cancellationToken).ConfigureAwait(false));
            }

            outcomes.Add(new RelatedOutcome(judged, answered, response.Results.Count(r => r.Reasons.Count > 0), time));
        }

        return RelatedFigures.Of(outcomes);
    }

    /// <summary>Asks every judged film at each diversity, set by set.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async Task<RelatedReport> ReportAsync(
        ILeapSearch search,
        IReadOnlyList<RelatedJudgement> judgements,
        IReadOnlyList<double?> diversities,
        IReadOnlyDictionary<string, double> weights,
        CancellationToken cancellationToken = default)
    {
        var rows = new List<(string, double?, RelatedFigures)>();
        foreach (var set in judgements.GroupBy(j => j.Set))
        {
            foreach (var diversity in diversities)
            {
                rows.Add((set.Key, diversity, await RunAsync(search, [.. set], diversity, weights, cancellationToken).ConfigureAwait(false)));
            }
        }

        return new RelatedReport(rows);
    }

    /// <summary>The film in view FULL: an answer holds it in view BASIC, which cuts the cast that overlap is measured by.</summary>
    private static async Task<Film> FullAsync(ILeapSearch search, Dictionary<string, Film> films, string id, CancellationToken cancellationToken)
    {
        if (!films.TryGetValue(id, out var film))
        {
            film = await search.GetFilmAsync(new GetFilmRequest { FilmId = id }, cancellationToken).ConfigureAwait(false);
            films[id] = film;
        }

        return film;
    }
}
