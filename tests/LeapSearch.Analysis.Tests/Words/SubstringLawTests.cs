using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Words;

/// <summary>Any two or more characters in a row of a title without blanks between words are found, and so is the whole title without its blanks.</summary>
public sealed class SubstringLawTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("기생충", "생충")]
    [InlineData("너의 이름은.", "너의이름은")]
    [InlineData("너의 이름은.", "의이")]
    [InlineData("너의 이름은.", "너의 이름")]
    [InlineData("スター・ウォーズ", "スターウォーズ")]
    [InlineData("スター・ウォーズ", "ウォー")]
    [InlineData("スパイダーマン", "ーマン")]
    [InlineData("佐々木、イン、マイマイン", "佐々木イン")]
    [InlineData("佐々木、イン、マイマイン", "々木")]
    [InlineData("ダイ・ハード", "ード")]
    [InlineData("ﾀﾞｲ･ﾊｰﾄﾞ", "ード")]
    [InlineData("ไทยคอมพ์", "คอมพ")]
    [InlineData("卧虎藏龙", "虎藏")]
    [InlineData("臥虎藏龍", "藏龙")]
    [InlineData("ฉลาดเกมส์โกง", "เกมส์")]
    [InlineData("X战警：第一战", "战警")]
    [InlineData("X战警：第一战", "x战警第一战")]
    [InlineData("钟楼怪人", "钟")]
    [InlineData("2046年的故事", "2046年")]
    public void Finds(string title, string query) => Assert.True(PhraseMatch.Finds(title, query), $"{TokenText.Of(title)} | {TokenText.Of(query)}");

    [Theory]
    [InlineData("夺冠。中国", "冠中")]
    [InlineData("기생충", "기충")]
    [InlineData("东成西就", "成东")]
    public void DoesNotFind(string title, string query) => Assert.False(PhraseMatch.Finds(title, query));

    [NeedsFact("data:films/wikidata_films.jsonl.gz")]
    public void EveryPartOfRealTitlesIsFound() => CheckAll(Lines("films/wikidata_films.jsonl.gz")
        .SelectMany(line => JsonDocument.Parse(line).RootElement.GetProperty("labels").EnumerateObject())
        .Select(label => label.Value.GetString()!));

    [NeedsFact("data:films/tmdb_kr_us.jsonl.gz")]
    public void EveryPartOfRealKoreanTitlesIsFound() => CheckAll(Lines("films/tmdb_kr_us.jsonl.gz")
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(film => film.TryGetProperty("original_title", out _))
        .Select(film => film.GetProperty("original_title").GetString()!));

    private void CheckAll(IEnumerable<string> titles)
    {
        var (tried, lost) = (0, new List<string>());
        foreach (var title in titles.Distinct().Where(t => t.EnumerateRunes().Any(r => Scripts.IsPaired(Scripts.Of(r.Value)))))
        {
            foreach (var part in Parts(title))
            {
                tried++;
                // ヴァ is バ in the index: a part that ends or begins between the two signs is not known to be one.
                var cutsVu = title.Contains(part + 'ァ', StringComparison.Ordinal) || part.StartsWith('ァ') || part.EndsWith("ヴァ", StringComparison.Ordinal);
                if (!PhraseMatch.Finds(title, part) && !cutsVu)
                {
                    lost.Add($"{part} in {title}");
                }
            }
        }

        output.WriteLine($"{tried} parts, {lost.Count} lost: {string.Join(", ", lost.Take(20))}");
        Assert.True(tried > 1000);
        Assert.Empty(lost);
    }

    /// <summary>All runs of two to four characters of one script family, blanks left out, and the whole title without blanks.</summary>
    private static IEnumerable<string> Parts(string title)
    {
        var sentence = title.Split('.', '。', '!', '！', '?', '？', '\n');
        foreach (var text in sentence)
        {
            var cells = text.EnumerateRunes().Where(r => r.Value > ' ').Select(r => r.ToString()).ToArray();
            for (var at = 0; at < cells.Length; at++)
            {
                for (var length = 2; length <= 4 && at + length <= cells.Length; length++)
                {
                    var part = cells[at..(at + length)];
                    var families = part.Select(c => Analysis.Words.FamilyAt(c, 0)).Distinct().ToArray();
                    if (families is [not WordFamily.Spaced] && part.All(c => Scripts.IsPaired(Scripts.Of(Rune.GetRuneAt(c, 0).Value))))
                    {
                        yield return string.Concat(part);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
