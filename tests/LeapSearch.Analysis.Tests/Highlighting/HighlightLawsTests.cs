using System.Globalization;
using System.Text.RegularExpressions;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Highlighting;

/// <summary>What is marked folds to what was asked, over random pairs of query and text.</summary>
public sealed partial class HighlightLawsTests(ITestOutputHelper output)
{
    [Fact]
    public void RandomPairsAreMarkedByTheLaws()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        var marked = 0;
        for (var i = TestTier.Pick(10_000, 100_000, 1_000_000); i > 0; i--)
        {
            var text = texts.Next(40) + texts.Next(40);
            var at = random.Next(text.Length + 1);
            var query = random.Next(8) == 0 ? texts.Next(5) : text.Substring(at, Math.Min(text.Length - at, random.Next(1, 12)));
            var words = QueryWords.Parse(query);
            var asked = HighlightQuery.Of(words, lastIsPrefix: random.Next(2) == 0);
            var spans = Highlighter.Find(text, asked);
            marked += spans.Count > 0 ? 1 : 0;
            CheckSpans(text, asked, spans);
            CheckSnippet(text, asked, random.Next(1, 60));
        }

        output.WriteLine($"{marked} texts with marks");
        Assert.True(marked > 1000);
    }

    [Fact]
    public void EndlessWordsAreMarked()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        for (var i = TestTier.Pick(2, 10, 100); i > 0; i--)
        {
            var text = texts.Endless(TestTier.Pick(1 << 17, 1 << 20, 1 << 20));
            var asked = HighlightQuery.Of(QueryWords.Parse(text[..Math.Min(5, text.Length)]), lastIsPrefix: true);
            CheckSnippet(text, asked, 200);
        }
    }

    private static void CheckSpans(string text, HighlightQuery asked, IReadOnlyList<TextSpan> spans)
    {
        var folded = Folding.FoldWithOffsets(text);
        var end = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= end && span.End > span.Start && span.End <= text.Length, "spans lie inside the text, in order");
            end = span.End;
            Assert.True(
                FoldedParts(folded, span).Any(here => IsAsked(here, asked)),
                $"marked {Escape(text[span.Start..span.End])} of {Escape(text)}, asked {Escape(string.Join('|', asked.Terms.Concat(asked.Prefixes).Concat(asked.Substrings)))}");
        }

        var html = Highlighter.ToHtml(text, spans);
        Assert.Equal(spans.Count * 2, Mark().Count(html));
        Assert.DoesNotContain('<', Mark().Replace(html, ""));
    }

    /// <summary>
    /// The folded characters that stand for the marked part, without blanks. Where its first or last character folds to several (㏂ to "a m"), only some
    /// of these may have been asked for, and the whole character is marked.
    /// </summary>
    private static IEnumerable<string> FoldedParts(FoldedText folded, TextSpan span)
    {
        var part = Enumerable.Range(0, folded.Text.Length)
            .Where(i => folded.StartOf(i) >= span.Start && folded.EndOf(i) <= span.End && folded.Text[i] != ' ')
            .ToArray();
        var leading = part.TakeWhile(i => folded.StartOf(i) == span.Start).Count();
        var trailing = part.Reverse().TakeWhile(i => folded.EndOf(i) == span.End).Count();
        return from skip in Enumerable.Range(0, Math.Max(1, leading))
               from drop in Enumerable.Range(0, Math.Max(1, trailing))
               where skip + drop < part.Length
               select string.Concat(part[skip..^drop].Select(i => folded.Text[i]));
    }

    private static bool IsAsked(string here, HighlightQuery asked)
        => asked.Terms.Contains(here)
            || asked.Substrings.Any(s => IsRepeat(s[0]) && s.Length > 1 ? here.Contains(s[1..], StringComparison.Ordinal) : IsStart(here, s))
            || asked.Prefixes.Any(p => IsStart(here, p))
            || (here.Length > 255 && asked.Terms.Contains(here[..255]));

    private static bool IsRepeat(char c) => c is 'ー' or '々';

    private static bool IsStart(string here, string asked) => here.StartsWith(asked, StringComparison.Ordinal) && here.Skip(asked.Length).All(IsMark);

    /// <summary>A vowel sign or second half of a pair, which is marked with the letter that was asked for.</summary>
    private static bool IsMark(char c) => char.IsLowSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void CheckSnippet(string text, HighlightQuery asked, int length)
    {
        var snippet = Highlighter.BestSnippet(text, asked, length);
        Assert.Equal(snippet.Text, text.Substring(snippet.Start, snippet.Text.Length));
        Assert.All(snippet.Spans, s => Assert.True(s.Start >= 0 && s.End <= snippet.Text.Length && s.Start < s.End));
        var end = snippet.Start + snippet.Text.Length;
        Assert.False(snippet.Start > 0 && char.IsLowSurrogate(text[snippet.Start]) && char.IsHighSurrogate(text[snippet.Start - 1]));
        Assert.False(end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]));
        Assert.True(snippet.Text.Length <= length + 64 || snippet.Spans.Any(s => s.Length > length), $"{snippet.Text.Length} for {length}");
    }

    private static string Escape(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));

    [GeneratedRegex("</?mark>")]
    private static partial Regex Mark();
}
