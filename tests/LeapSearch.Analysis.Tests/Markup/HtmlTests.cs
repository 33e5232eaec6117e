using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Markup;

public sealed class HtmlTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("plain text,  as it is\n", "plain text,  as it is\n")]
    [InlineData("R&B, AT&T; 3 < 4 and I <3 you", "R&B, AT&T; 3 < 4 and I <3 you")]
    [InlineData("<p>One</p><p>Two</p>", "One\nTwo")]
    [InlineData("a<b>b</b>c <i>d</i>", "abc d")]
    [InlineData("line<br>break<br/>again", "line\nbreak\nagain")]
    [InlineData("<ul>\n <li>x</li>\n <li>y</li>\n</ul>", "x\ny")]
    [InlineData("<td>a</td><td>b</td>", "a b")]
    [InlineData("Tom &amp; Jerry &quot;&#39;&#x4E2D;&eacute;&nbsp;&hellip;", "Tom & Jerry \"'中é\u00A0…")]
    [InlineData("<a href=\"x>y\" title='<b>'>link</a>", "link")]
    [InlineData("a<script>if (a<b) alert('x')</script>b", "a b")]
    [InlineData("a<STYLE>p{}</STYLE >b", "a b")]
    [InlineData("a<!-- wp:paragraph {\"x\":\">\"} -->b<!DOCTYPE html>c", "abc")]
    [InlineData("first\nline\n\nsecond <em>paragraph</em>", "first line\nsecond paragraph")]
    [InlineData("broken <a href=\"never closed>text</a> after", "broken text after")]
    [InlineData("unclosed <b", "unclosed <b")]
    [InlineData("open<script>never closed", "open")]
    [InlineData("&lt;script&gt;", "<script>")]
    [InlineData("", "")]
    public void BecomesText(string html, string expected) => Assert.Equal(expected, Html.ToText(html));

    [Fact]
    public void AnythingIsReadInLinearTime()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        string[] pieces = ["<", ">", "<a \"", "<a '>", "<!--", "-->", "</", "<script>", "</script>", "&", "&amp;", "&#", ";", "\"", "'", "<p>", "text ", "<b x='", "/>", "<!", "<?"];
        for (var i = TestTier.Pick(5_000, 50_000, 500_000); i > 0; i--)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(6) == 0 ? texts.Next(4) : pieces[random.Next(pieces.Length)]));
            Assert.True(Html.ToText(html).Length <= html.Length);
        }

        // A reader that looked back from every piece would not come to an end here.
        foreach (var piece in pieces)
        {
            Html.ToText(string.Concat(Enumerable.Repeat(piece, TestTier.Pick(100_000, 500_000, 500_000))));
        }
    }
}
