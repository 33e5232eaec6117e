using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>The figures of related films by set and diversity, in the order in which they were asked.</summary>
/// <param name="Rows">One a set and diversity; null stands for the service's default.</param>
public sealed record RelatedReport(IReadOnlyList<(string Set, double? Diversity, RelatedFigures Figures)> Rows)
{
    /// <summary>The figures as a table of fixed width.</summary>
    public string ToTable()
    {
        var width = Math.Max(3, Rows.Max(r => r.Set.Length));
        var table = new StringBuilder();
        table.Append("set".PadRight(width))
            .AppendLine("  diversity  films  NDCG@10  95 % interval  recall@10  overlap  distinct  most shown  full  reasons  p50 ms  p99 ms");
        foreach (var (set, diversity, f) in Rows)
        {
            var at = diversity is { } given ? given.ToString("0.00", CultureInfo.InvariantCulture) : "default";
            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{set.PadRight(width)}  {at,9}  {f.Films,5}  {f.Ndcg,7:0.000}  {f.NdcgLow,6:0.000}-{f.NdcgHigh,6:0.000}  {f.Recall,9:0.000}  {f.Overlap,7:0.000}  {f.Distinct,8:0.000}  {f.MostShown,10:0.000}  {f.Full,4:0.00}  {f.WithReason,7:0.000}  {f.MedianTime,6:0.00}  {f.P99Time,6:0.00}"));
        }

        return table.ToString();
    }

    /// <summary>The figures as one JSON document.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { Rows = Rows.Select(r => new { r.Set, r.Diversity, r.Figures }) }, JsonSerializerOptions.Web);
}
