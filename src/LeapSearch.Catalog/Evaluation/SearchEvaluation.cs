using System.Diagnostics;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>Asks judged queries one after the other, as a reader would: one box, first ten results.</summary>
public static class SearchEvaluation
{
    /// <summary>Runs every case.</summary>
    /// <param name="search">A catalogue in process or a client of a service.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="progress">Told the number of cases done.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="LeapSearchException">A call failed: a case that cannot be asked is no figure.</exception>
    public static async Task<EvaluationReport> RunAsync(
        ILeapSearch search,
        IReadOnlyList<JudgementCase> cases,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var outcomes = new List<CaseOutcome>(cases.Count);
        foreach (var judged in cases)
        {
            outcomes.Add(judged.Call == JudgedCall.Suggest
                ? await SuggestAsync(search, judged, cancellationToken).ConfigureAwait(false)
                : await SearchAsync(search, judged, cancellationToken).ConfigureAwait(false));
            progress?.Report(outcomes.Count);
        }

        return new EvaluationReport(outcomes);
    }

    private static async Task<CaseOutcome> SearchAsync(ILeapSearch search, JudgementCase judged, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Query = judged.Query, PageSize = RankingMetrics.Depth, Types_ = { judged.Types } };
        var started = Stopwatch.GetTimestamp();
        var response = await search.SearchAsync(request, cancellationToken).ConfigureAwait(false);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var answers = response.Results.Select(r => new AnsweredDocument(KeyOf(r.Document), r.Match?.Kind ?? default, r.Match?.Value ?? ""));
        return new CaseOutcome(judged, answers.ToArray(), response.CorrectedQuery, time);
    }

    private static async Task<CaseOutcome> SuggestAsync(ILeapSearch search, JudgementCase judged, CancellationToken cancellationToken)
    {
        var request = new SuggestRequest { Prefix = judged.Query, PageSize = RankingMetrics.Depth, Types_ = { judged.Types } };
        var started = Stopwatch.GetTimestamp();
        var response = await search.SuggestAsync(request, cancellationToken).ConfigureAwait(false);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var answers = response.Suggestions
            .Select(s => new AnsweredDocument(new JudgedDocument(s.Type, s.Id), s.Match?.Kind ?? default, s.Match?.Value ?? ""));
        return new CaseOutcome(judged, answers.ToArray(), "", time);
    }

    private static JudgedDocument KeyOf(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => new JudgedDocument(DocumentType.Film, document.Film.Id),
        Document.DocumentOneofCase.Person => new JudgedDocument(DocumentType.Person, document.Person.Id),
        Document.DocumentOneofCase.Article => new JudgedDocument(DocumentType.Article, document.Article.Id),
        _ => throw new InvalidDataException("A result without a document."),
    };
}
