using System.Text.Json;
using LeapSearch.Analysis.Readings;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Readings;

/// <summary>The titles of the sample catalogue: those in Latin letters asked for where only the one in its script is indexed, and the other way round.</summary>
public sealed class TitleReadingsTests(ITestOutputHelper output)
{
    private static readonly Lazy<List<(string Language, string Script, string[] Latin)>> Films = new(Read);

    /// <summary>Translations are among the titles, which have no reading: more than half.</summary>
    [Theory]
    [InlineData("ko", 0.48)]
    [InlineData("ja", 0.36)]
    [InlineData("zh", 0.46)]
    [InlineData("yue", 0.51)]
    public void RomanisedTitlesMeet(string language, double floor)
    {
        var (pairs, found, back) = (0, 0, 0);
        foreach (var (_, script, titles) in Films.Value.Where(f => f.Language == language))
        {
            foreach (var latin in titles)
            {
                pairs++;
                found += Meet(ReadingForms.Of(script, language), ReadingForms.OfQuery(latin)) ? 1 : 0;
                var reversed = Meet(ReadingForms.Of(latin, language), ReadingForms.OfQuery(script));
                back += reversed ? 1 : 0;
                if (!reversed)
                {
                    output.WriteLine($"{script} <- {latin}");
                }
            }
        }

        output.WriteLine($"{language}: {pairs} titles in Latin letters, {(double)found / pairs:P1} find the one in its script, {(double)back / pairs:P1} are found by it");
        Assert.True((double)found / pairs >= floor && (double)back / pairs >= floor);
    }

    /// <summary>Of titles in Latin letters, English mostly, how many mean another film as a spelling.</summary>
    [Fact]
    public void OtherFilmsAreSeldomFound()
    {
        var owners = Films.Value.SelectMany(f => ReadingForms.Of(f.Script, f.Language).Whole.Where(k => k.Grade == KeyGrade.Spelling).Select(k => (k.Text, f.Script))).ToLookup(k => k.Text, k => k.Script);
        var (asked, wrong) = (0, 0);
        foreach (var (script, title) in Films.Value.SelectMany(f => f.Latin.Select(l => (f.Script, l))))
        {
            asked++;
            var others = ReadingForms.OfQuery(title).Whole.Where(k => k.Grade == KeyGrade.Spelling).SelectMany(k => owners[k.Text]).Where(o => Folding.FoldKey(o) != Folding.FoldKey(script)).Distinct().ToList();
            wrong += others.Count > 0 ? 1 : 0;
            others.ForEach(o => output.WriteLine($"{o} <- {title} ({script})"));
        }

        output.WriteLine($"{asked} titles asked, {wrong} find another film ({(double)wrong / asked:P2})");
        Assert.True((double)wrong / asked <= 0.02);
    }

    private static bool Meet(ReadingKeys text, ReadingKeys query) => text.Whole.Any(k => query.Whole.Any(q => q.Text == k.Text));

    private static List<(string Language, string Script, string[] Latin)> Read()
    {
        var films = new List<(string, string, string[])>();
        foreach (var line in Directory.GetFiles(Path.Combine(Repository.Root, "index-data", "catalog"), "films-*.jsonl").Order().SelectMany(File.ReadLines))
        {
            using var document = JsonDocument.Parse(line);
            var film = document.RootElement.GetProperty("film");
            var script = film.TryGetProperty("originalTitle", out var original) ? original.GetString()! : "";
            if (script.Any(c => c > 0x2E80))
            {
                string[] titles = [film.GetProperty("title").GetString()!, .. List("alternativeTitles")];
                films.Add((List("languages").FirstOrDefault() ?? "", script, [.. titles.Where(t => t.All(c => c < 0x250)).Distinct()]));
            }

            string[] List(string property) => film.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString()!)] : [];
        }

        return films;
    }
}
