using LeapSearch.Analysis;
using LeapSearch.Catalog.Linking;
using Xunit;

namespace LeapSearch.Catalog.Tests.Linking;

public sealed class ArticleMarkupTests
{
    [Theory]
    [InlineData("plain < text", "plain < text")]
    [InlineData("<p>One</p><aside>Two</aside><p>Three</p>", "One\nThree")]
    [InlineData("<p>One</p><div class=\"author-bio\"><div>Two</div> more</div><p>Three</p>", "One\nThree")]
    [InlineData("<p>One</p><section id='newsletter_signup'><p>Two</p></section>", "One")]
    [InlineData("<p>One</p><div class=\"authority\">Two</div>", "One\nTwo")]
    [InlineData("<p>One</p><aside>Two", "One\nTwo")]
    [InlineData("<p>See <em>Leap</em> now</p>", "See “Leap” now")]
    public void BoxesAreLeftOut(string html, string text)
        => Assert.Equal(text, Html.ToText(ArticleMarkup.MainPart(html)).Trim());
}
