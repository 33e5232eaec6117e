using System.IO.Compression;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Folds;

/// <summary>OpenCC's phrase tables say what one text is in two ways of writing: both sides fold alike.</summary>
public sealed class HanVariantsTests(ITestOutputHelper output)
{
    [NeedsTheory("data:scripts/opencc/STPhrases.txt.gz")]
    [InlineData("STPhrases", 0.999)]
    [InlineData("TSPhrases", 0.8)]
    [InlineData("HKVariantsRevPhrases", 0.999)]
    public void BothSidesOfAPhraseFoldAlike(string table, double least)
    {
        var lines = Lines(table).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t', ' ')).Where(f => f.Length >= 2).ToArray();
        var apart = lines.Where(f => Folding.Fold(f[0]) != Folding.Fold(f[1])).ToArray();
        var share = 1 - ((double)apart.Length / lines.Length);
        output.WriteLine($"{table}: {share:P2} of {lines.Length} alike; apart: {string.Join(' ', apart.Take(40).Select(f => $"{f[0]}/{f[1]}"))}");
        Assert.True(share >= least, $"{share}");
    }

    [Theory]
    [InlineData("土", "士")]
    [InlineData("己", "已")]
    [InlineData("末", "未")]
    [InlineData("大", "太")]
    [InlineData("人", "入")]
    [InlineData("刘", "柳")]
    public void LookAlikesStayApart(string one, string other) => Assert.NotEqual(Folding.Fold(one), Folding.Fold(other));

    private static IEnumerable<string> Lines(string table)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf($"scripts/opencc/{table}.txt.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
