using Xunit;

namespace LeapSearch.Analysis.Tests.Words;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("The Dark Knight", "the dark knight")]
    [InlineData("Spider-Man 2", "spider=spiderman man 2")]
    [InlineData("Bong Joon-ho", "bong joon=joonho ho")]
    [InlineData("WALL·E", "wall=walle e")]
    [InlineData("Schindler's List", "schindlers=schindler list")]
    [InlineData("L'Avventura", "lavventura=avventura")]
    [InlineData("Don't", "dont")]
    [InlineData("Se7en", "se7en")]
    [InlineData("X战警", "x 战=战警 警")]
    [InlineData("2046年", "2046 年")]
    [InlineData("夺冠", "夺=夺冠 冠")]
    [InlineData("卧虎，藏龙", "卧=卧虎 虎=虎藏 藏=藏龙 龙")]
    [InlineData("夺冠。中国", "夺=夺冠 冠 中=中国 国")]
    [InlineData("ハリー・ポッター", "はり りい いぽ=ーぽ ぽっ った たあ")]
    [InlineData("千と千尋", "千=千と と千 千=千尋 尋")]
    [InlineData("ん", "ん")]
    [InlineData("기생충", "기생충=기생 생충")]
    [InlineData("너의 이름은", "너의 의이 이름은=이름 름은")]
    [InlineData("밀", "밀")]
    [InlineData("괴물 2", "괴물 _ 2")]
    [InlineData("ส้ม", "ส้ ้ม")]
    [InlineData("$", "$")]
    [InlineData("", "")]
    public void IndexesWordsAndPairs(string text, string expected) => Assert.Equal(expected, TokenText.Of(text).Replace("寻", "尋", StringComparison.Ordinal));

    [Theory]
    [InlineData("각\u094D")]
    [InlineData("a-")]
    [InlineData("한")]
    [InlineData("夺")]
    [InlineData("\u0301")]
    [InlineData("é'")]
    [InlineData("😀")]
    [InlineData("ー")]
    [InlineData("ก็ ")]
    public void AMegabyteWithoutEndIsRead(string unit)
    {
        // One that looked at the whole for every token would not come to an end here.
        var tokens = TokenText.Tokens(string.Concat(Enumerable.Repeat(unit, (1 << 19) / unit.Length)));
        Assert.All(tokens, t => Assert.True(t.Term.Length <= 255 && t.Start < t.End));
    }

    [Fact]
    public void OffsetsPointIntoTheOriginal()
    {
        const string Text = "  L’Été — «Straße» ﾊﾟﾘ 夺冠";
        var tokens = TokenText.Tokens(Text).Select(t => t.Term + "=" + Text[t.Start..t.End]);
        Assert.Equal(["lete=L’Été", "ete=Été", "strasse=Straße", "ぱり=ﾊﾟﾘ", "り夺=ﾘ 夺", "夺=夺", "夺冠=夺冠", "冠=冠"], tokens);
    }

    [Theory]
    [InlineData("leap 2020", "leap:Latin 2020:Number")]
    [InlineData("spider-man", "spider:Latin man:Latin")]
    [InlineData("夺冠 leap", "夺冠:Han[夺冠] leap:Latin")]
    [InlineData("千と千尋の神隠し", "千と千寻の神隐し:Han[千と,と千,千寻,寻の,の神,神隐,隐し]")]
    [InlineData("너의이름은", "너의이름은:Hangul[너의,의이,이름,름은]")]
    [InlineData("钟", "钟:Han")]
    [InlineData("トトロ", "ととろ:Kana[とと,とろ]")]
    [InlineData("!!!", "!!!:Other")]
    [InlineData(" ", "")]
    public void QueriesSplitLikeTexts(string query, string expected)
    {
        var words = QueryWords.Parse(query).Select(w => $"{w.Term}:{w.Script}" + (w.Bigrams.Count > 0 ? $"[{string.Join(',', w.Bigrams)}]" : ""));
        Assert.Equal(expected, string.Join(' ', words));
    }
}
