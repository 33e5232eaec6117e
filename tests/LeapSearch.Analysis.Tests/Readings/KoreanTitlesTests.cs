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
            var spoken = Words(title, t => RevisedRomanization.BySound(t));
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

    [Theory]
    [InlineData("설국열차", "Seolgungnyeolcha", KeyGrade.Spelling)]
    [InlineData("설국열차", "Seolgugyeolcha", KeyGrade.Spelling)]
    [InlineData("꽃잎", "Kkonnip", KeyGrade.Spelling)]
    [InlineData("공동경비구역 JSA", "Gongdong gyeongbi guyeok JSA", KeyGrade.Spelling)]
    [InlineData("미용실 : 특별한 서비스 3", "miyongsil : teukbyeolhan seobiseu 3", KeyGrade.Spelling)]
    [InlineData("섬", "Seom", KeyGrade.Sound)]
    [InlineData("취화선", "Chihwaseon", KeyGrade.Sound)]
    [InlineData("괴물", "Gwoemul", KeyGrade.Sound)]
    public void TitlesAreReadAsTheyAreRomanised(string title, string romanised, KeyGrade grade)
    {
        var asked = ReadingForms.OfQuery(romanised).Whole;
        var met = ReadingForms.Of(title, "ko").Whole.Join(asked, k => k.Text, k => k.Text, (of, by) => (KeyGrade)Math.Max((int)of.Grade, (int)by.Grade));
        Assert.Equal(grade, met.DefaultIfEmpty(KeyGrade.Sound + 1).Min());
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
