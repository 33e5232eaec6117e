using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>What a run over judgements found, set by set, in the order in which sets appear in the files.</summary>
/// <param name="Outcomes">Every case with its answer.</param>
public sealed record EvaluationReport(IReadOnlyList<CaseOutcome> Outcomes)
{
    private static readonly JsonSerializerOptions JsonStyle = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The figures of each set.</summary>
    public IReadOnlyList<SetFigures> Sets { get; }
        = Outcomes.GroupBy(o => o.Case.Set).Select(g => SetFigures.Of(g.Key, g.ToArray())).ToArray();

    /// <summary>The cases that were not answered as they should be.</summary>
    public IEnumerable<CaseOutcome> Failures => Outcomes.Where(o => !o.Passed);

    /// <summary>
    /// Mean reciprocal rank over all cases that have an answer: the one number that a reindex compares (<c>--min-mrr</c>).
    /// 0 when there are none.
    /// </summary>
    public double Mrr => Outcomes
        .Where(o => !o.Case.ExpectsNone && o.Case.Only == 0)
        .Select(o => RankingMetrics.ReciprocalRank(o.Grades))
        .DefaultIfEmpty(0)
        .Average();

    /// <summary>The figures as a table of fixed width. For sets of precision only the share answered rightly is given.</summary>
    public string ToTable()
    {
        var width = Math.Max(3, Sets.Max(s => s.Set.Length));
        var table = new StringBuilder();
        table.Append("set".PadRight(width)).AppendLine("  cases   MRR@10  hit@1  hit@10  NDCG@10  zero  passed  p50 ms  p99 ms");
        foreach (var s in Sets)
        {
            var found = s.IsPrecision
                ? "     -      -       -        -"
                : string.Create(CultureInfo.InvariantCulture, $"{s.Mrr,6:0.000}  {s.Hit1,5:0.000}  {s.Hit10,6:0.000}  {s.Ndcg,7:0.000}");
            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{s.Set.PadRight(width)}  {s.Cases,5}  {found,6}  {s.ZeroResults,4:0.00}  {s.Passed,6:0.000}  {s.MedianTime,6:0.00}  {s.P99Time,6:0.00}"));
        }

        var violations = Sets.Sum(s => s.SoundAboveScript);
        table.AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Outcomes.Count} cases, MRR@10 {Mrr:0.0000}, answers with sound above script: {violations}"));
        return table.ToString();
    }

    /// <summary>The failing cases, one a line: set, query, what was wanted, the first three answers with how they matched.</summary>
    public string ToFailureList()
    {
        var list = new StringBuilder();
        foreach (var outcome in Failures)
        {
            var wanted = outcome.Case.ExpectsNone ? "nothing" : string.Join(' ', outcome.Case.Relevant.Keys.Take(3));
            var got = outcome.Answers.Count == 0
                ? "nothing"
                : string.Join(", ", outcome.Answers.Take(3).Select(a => $"{a.Document} ({a.Kind.ToString().ToUpperInvariant()} '{a.Matched}')"));
            var correction = outcome.CorrectedQuery.Length > 0 ? $" [corrected: {outcome.CorrectedQuery}]" : "";
            var rank = outcome.Grades.ToList().FindIndex(g => g > 0) + 1;
            list.AppendLine(
                CultureInfo.InvariantCulture,
                $"{outcome.Case.Set}\t{outcome.Case.Query}\twanted {wanted}{(rank > 0 ? $" (is {rank}.)" : "")}\tgot {got}{correction}");
        }

        return list.ToString();
    }

    /// <summary>Figures and failing cases as one JSON document.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Mrr,
            Sets,
            Failures = Failures.Select(o => new
            {
                o.Case.Set,
                o.Case.Query,
                o.Case.Source,
                Wanted = o.Case.Relevant.Keys.Select(k => k.ToString()),
                Got = o.Answers.Take(3).Select(a => new { Document = a.Document.ToString(), Kind = a.Kind.ToString(), a.Matched }),
                o.CorrectedQuery,
            }),
        },
        JsonStyle);
}
