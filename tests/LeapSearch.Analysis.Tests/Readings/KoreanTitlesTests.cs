using System.IO.Compression;
using System.Text.Json;
using LeapSearch.Analysis.Readings;
using LeapSearch.Analysis.Readings.Korean;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Readings;

/// <summary>Real Korean titles are found by their Revised Romanisation, as pronounced, by the letter, and run together.</summary>
public sealed class KoreanTitlesTests(ITestOutputHelper output)
{
    private const string Films = "films/tmdb_kr_us.jsonl.gz";

    [NeedsFact("data:" + Films)]
    public void RomanisedTitlesAreFound()
    {
        var (count, sound, letters, joined) = (0, 0, 0, 0);
        foreach (var title in Titles())
        {
            count++;
            var keys = ReadingForms.Of(title, "ko");
            var spoken = Words(title, RevisedRomanization.BySound);
            sound += Meets(keys, spoken) ? 1 : 0;
            letters += Meets(keys, Words(title, RevisedRomanization.ByLetters)) ? 1 : 0;
            joined += Meets(keys, spoken.Replace(" ", "", StringComparison.Ordinal)) ? 1 : 0;
            if (!Meets(keys, spoken))
            {
                output.WriteLine($"{title} <- {spoken}");
            }
        }

        output.WriteLine($"{count} titles: {(double)sound / count:P1} as pronounced, {(double)letters / count:P1} by the letter, {(double)joined / count:P1} run together");
        Assert.True(count > 1000 && Math.Min(sound, Math.Min(letters, joined)) >= 0.965 * count);
    }

    private static bool Meets(ReadingKeys title, string query) => ReadingForms.OfQuery(query).Whole.Any(q => title.Whole.Any(t => t.Text == q.Text));

    private static string Words(string title, Func<string, string> romanise) => string.Join(' ', Folding.Fold(title).Split(' ').Select(romanise));

    private static IEnumerable<string> Titles()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(Films)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var film = JsonDocument.Parse(line);
            if (film.RootElement.TryGetProperty("original_title", out var title) && title.GetString()!.Any(c => Scripts.IsHangul(c)))
            {
                yield return title.GetString()!;
            }
        }
    }
}
