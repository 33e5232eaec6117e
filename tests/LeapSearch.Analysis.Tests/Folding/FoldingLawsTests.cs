using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Folds;

/// <summary>Laws of folding over random text, every code point, and the standard's own normalization tests.</summary>
public sealed class FoldingLawsTests(ITestOutputHelper output)
{
    [Fact]
    public void RandomTextFoldsByTheLaws()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        for (var i = TestTier.Pick(20_000, 200_000, 2_000_000); i > 0; i--)
        {
            CheckLaws(texts.Next(i % 100 == 0 ? 2000 : 24));
        }
    }

    [Fact]
    public void EndlessWordsFoldByTheLaws()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        for (var i = TestTier.Pick(3, 20, 200); i > 0; i--)
        {
            CheckLaws(texts.Endless(TestTier.Pick(1 << 18, 1 << 20, 1 << 20)));
        }

        CheckLaws(string.Concat(Enumerable.Repeat("\u0F74\u0F72\u0F71", 100_000)));
    }

    [Fact]
    public void EveryCodePointFoldsByTheLaws()
    {
        for (var code = 0; code <= 0x10FFFF; code += code > 0x3FFFF ? 7 : 1)
        {
            var text = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            var folded = Folding.Fold(text);
            Assert.True(folded == Folding.Fold(folded), $"U+{code:X4}");
        }
    }

    /// <summary>Canonically equivalent texts fold alike: the columns of the standard's NormalizationTest.txt.</summary>
    [NeedsFact("/usr/share/unicode/NormalizationTest.txt.bz2", "bzcat")]
    public void CanonicalEquivalentsFoldAlike()
    {
        var lines = 0;
        foreach (var line in Data.UnicodeData.NormalizationTests())
        {
            // c1 source; c2 NFC; c3 NFD: each the same text (UAX #15).
            // Between letters, since symbols alone stay as they are typed.
            var folded = line.Take(3).Select(c => Folding.Fold($"a{c} z")).ToArray();
            Assert.True(folded[0] == folded[1] && folded[1] == folded[2], $"{Escape(line[0])}: {string.Join(" | ", folded.Select(Escape))}");
            lines++;
        }

        Assert.True(lines > 18_000);
    }

    private static void CheckLaws(string text)
    {
        var folded = Folding.Fold(text);
        if (Folding.Fold(folded) != folded)
        {
            var least = Least(text, t => Folding.Fold(Folding.Fold(t)) != Folding.Fold(t));
            Assert.Fail($"Not idempotent: {Escape(least)} -> {Escape(Folding.Fold(least))} -> {Escape(Folding.Fold(Folding.Fold(least)))}");
        }

        var withOffsets = Folding.FoldWithOffsets(text);
        Assert.Equal(folded, withOffsets.Text);
        Assert.False(folded.StartsWith(' ') || folded.EndsWith(' ') || folded.Contains("  ", StringComparison.Ordinal));
        var (start, end) = (0, 0);
        for (var i = 0; i < folded.Length; i++)
        {
            if (withOffsets.StartOf(i) < start || withOffsets.EndOf(i) < end || withOffsets.EndOf(i) <= withOffsets.StartOf(i) || withOffsets.EndOf(i) > text.Length)
            {
                Assert.Fail($"Offsets of {Escape(text)} at {i} of {Escape(folded)}: {withOffsets.StartOf(i)}-{withOffsets.EndOf(i)} after {start}-{end}");
            }

            (start, end) = (withOffsets.StartOf(i), withOffsets.EndOf(i));
        }
    }

    /// <summary>A part of a failing text that still fails, with nothing to leave out.</summary>
    private static string Least(string text, Func<string, bool> fails)
    {
        for (var width = text.Length / 2; width > 0; width /= 2)
        {
            for (var at = 0; at + width <= text.Length;)
            {
                var shorter = text.Remove(at, width);
                if (fails(shorter))
                {
                    text = shorter;
                }
                else
                {
                    at += width;
                }
            }
        }

        return text;
    }

    private static string Escape(string text) => text.Length > 200 ? $"{text.Length} units" : string.Concat(text.Select(c => c is > ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));
}
