using Xunit;

namespace LeapSearch.Analysis.Tests.Highlighting;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("leap", "Leap (夺冠)", "[Leap] (夺冠)")]
    [InlineData("amelie", "Le Fabuleux Destin d'Ame\u0301lie!", "Le Fabuleux Destin d'[Ame\u0301lie]!")]
    [InlineData("strasse", "Die Straße", "Die [Straße]")]
    [InlineData("dont look", "Don’t Look Up", "[Don’t] [Look] Up")]
    [InlineData("spiderman", "Spider-Man: Homecoming", "[Spider-Man]: Homecoming")]
    [InlineData("spider man", "Spider-Man", "[Spider]-[Man]")]
    [InlineData("schindler list", "Schindler's List", "[Schindler]'s [List]")]
    [InlineData("奪冠", "夺冠 Leap", "[夺冠] Leap")]
    [InlineData("너의이름은", "너의 이름은.", "[너의 이름은].")]
    [InlineData("이름", "너의 이름은.", "너의 [이름]은.")]
    [InlineData("はりーぽったー", "ハリー・ポッターと賢者の石", "[ハリー・ポッター]と賢者の石")]
    [InlineData("ﾊﾟﾘ", "パリの恋人", "[パリ]の恋人")]
    [InlineData("バイオリン", "ヴァイオリン弾き", "[ヴァイオリン]弾き")]
    [InlineData("et", "E.T. the Extra-Terrestrial", "[E.T]. the Extra-Terrestrial")]
    [InlineData("冠", "夺冠", "夺[冠]")]
    [InlineData("ไทย", "หนังไทยใหม่", "หนัง[ไทย]ใหม่")]
    [InlineData("ード", "ダイ・ハード、ど", "ダイ・ハ[ード]、ど")]
    [InlineData("々木", "佐々木と木", "佐[々木]と木")]
    [InlineData("มพ", "คอมพ์ส", "คอ[มพ์]ส")]
    [InlineData("x", "<x> & x", "<[x]> & [x]")]
    public void MarksWhatWasAsked(string query, string text, string expected)
        => Assert.Equal(expected, Bracketed(text, Highlighter.Find(text, HighlightQuery.Of(QueryWords.Parse(query)))));

    [Theory]
    [InlineData("lea", "Leap of the leaders", "[Lea]p of the [lea]ders")]
    [InlineData("spiderm", "Spider-Man", "[Spider-M]an")]
    [InlineData("क", "किताब", "[कि]ताब")]
    [InlineData("stras", "Straße", "[Straß]e")]
    public void MarksWhatHasBeenTyped(string prefix, string text, string expected)
        => Assert.Equal(expected, Bracketed(text, Highlighter.Find(text, HighlightQuery.Of(QueryWords.Parse(prefix), lastIsPrefix: true))));

    [Fact]
    public void HtmlIsEscapedAroundMarks()
    {
        const string Text = "<b>\"Leap\" & 'leap'</b>";
        var spans = Highlighter.Find(Text, new HighlightQuery(["leap"]));
        Assert.Equal("&lt;b&gt;&quot;<mark>Leap</mark>&quot; &amp; &#39;<mark>leap</mark>&#39;&lt;/b&gt;", Highlighter.ToHtml(Text, spans));
    }

    [Fact]
    public void CodePointsCountPairsOnce()
    {
        const string Text = "👻𠮷野家 leap 👻 leap";
        var spans = Highlighter.Find(Text, new HighlightQuery(["leap"]));
        Assert.Equal([new TextSpan(5, 9), new TextSpan(12, 16)], Highlighter.ToCodePoints(Text, spans));
    }

    [Fact]
    public void SnippetShowsMostDifferentMatches()
    {
        var text = string.Join(' ', Enumerable.Repeat("leap and nothing else", 20)) + " here the coach Lang Ping watches the team leap " + string.Join(' ', Enumerable.Repeat("filler words", 40));
        var snippet = Highlighter.BestSnippet(text, new HighlightQuery(["leap", "coach", "ping", "team"]), 80);
        Assert.Contains("coach Lang Ping watches the team leap", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Text.Length, 40, 120);
        Assert.True(snippet.CutBefore && snippet.CutAfter);
        Assert.Equal(snippet.Text, text.Substring(snippet.Start, snippet.Text.Length));
        Assert.StartsWith("…", Highlighter.ToHtml(snippet), StringComparison.Ordinal);
        Assert.DoesNotContain(" …", Highlighter.ToHtml(snippet), StringComparison.Ordinal);
    }

    [Fact]
    public void SnippetOfTextWithoutBlanksIsCutBetweenCharacters()
    {
        var text = string.Concat(Enumerable.Repeat("中国女排𠮷的故事", 50)) + "夺冠" + string.Concat(Enumerable.Repeat("教练郎平", 50));
        var snippet = Highlighter.BestSnippet(text, new HighlightQuery(substrings: ["夺冠"]), 30);
        Assert.Equal(["夺冠"], snippet.Spans.Select(s => snippet.Text.Substring(s.Start, s.Length)));
        Assert.InRange(snippet.Text.Length, 25, 32);
    }

    [Fact]
    public void WithoutMatchTheBeginningIsShown()
    {
        var snippet = Highlighter.BestSnippet("The quick brown fox jumps over the lazy dog", new HighlightQuery(["cat"]), 20);
        Assert.Equal(("The quick brown fox", 0), (snippet.Text, snippet.Spans.Count));
    }

    private static string Bracketed(string text, IReadOnlyList<TextSpan> spans)
    {
        foreach (var span in spans.Reverse())
        {
            text = text.Insert(span.End, "]").Insert(span.Start, "[");
        }

        return text;
    }
}
