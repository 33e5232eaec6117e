using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>Any text gives keys within their bounds, the same each time; a name always finds itself.</summary>
public sealed class NameLawsTests(ITestOutputHelper output)
{
    private const int LongestKey = 80;

    /// <summary>Letters that the readings look at, so that random names are near to names.</summary>
    private const string Letters = "aiueokstnhmyrwgzdbpjchfl  -・ 　あおうっゃょんーアキラ々黒澤明小津安二郎王李梁朝偉봉준호김ㄱㅅ'ōū";

    private static readonly string?[] Languages = [null, "", "ja", "ko", "zh", "zh-TW", "yue", "en", "x-klingon"];

    [Fact]
    public void RandomTextGivesKeysWithinTheirBounds()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        for (var i = TestTier.Pick(10_000, 100_000, 1_000_000); i > 0; i--)
        {
            Check(i % 2 == 0 ? Near(random) : texts.Next(i % 99 == 0 ? 500 : 20), random);
        }
    }

    [Fact]
    public void EndlessTextGivesKeysWithinTheirBounds()
    {
        var random = TestSeed.New(output);
        foreach (var part in (string[])["a", "ka", "kya", "あ", "黒", "黒澤 ", "봉", "n-", "チ", "々", "-", "\uD83D"])
        {
            Check(string.Concat(Enumerable.Repeat(part, 50_000)), random);
            Check(string.Concat(Enumerable.Repeat(part, 24)), random);
        }
    }

    private static void Check(string text, Random random)
    {
        var language = Languages[random.Next(Languages.Length)];
        var person = NameForms.Of(new NameInput(text, Near(random), [text, Near(random)], language));
        var query = NameForms.OfQuery(text);
        foreach (var keys in (NameKeys[])[person, query])
        {
            Assert.InRange(keys.Exact.Count, 0, NameForms.MostExact);
            Assert.InRange(keys.Spelling.Count, 0, NameForms.MostSpelling);
            Assert.InRange(keys.Sound.Count, 0, NameForms.MostSound);
            CheckKeys(keys.Spelling, KeyGrade.Spelling);
            CheckKeys(keys.Sound, KeyGrade.Sound);
        }

        Assert.All(query.Exact, k => Assert.Contains(k, person.Exact));
        Assert.Equal(query.Spelling, NameForms.OfQuery(text).Spelling);

        foreach (var keys in (ReadingKeys[])[ReadingForms.Of(text, language), ReadingForms.OfQuery(text)])
        {
            Assert.InRange(keys.Whole.Count, 0, ReadingForms.MostKeys);
            CheckKeys(keys.Whole.Where(k => k.Grade == KeyGrade.Spelling), KeyGrade.Spelling);
            CheckKeys(keys.Whole.Where(k => k.Grade == KeyGrade.Sound), KeyGrade.Sound);
        }
    }

    private static void CheckKeys(IEnumerable<ReadingKey> keys, KeyGrade grade)
    {
        var seen = new HashSet<string>();
        foreach (var key in keys)
        {
            Assert.True(key.Text.Length is > 0 and <= LongestKey && key.Grade == grade && key.Weight is > 0 and <= 1 && seen.Add(key.Text), $"{key}");
        }
    }

    private static string Near(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => Letters[random.Next(Letters.Length)]));
}
