using LeapSearch.Cli.Options;
using Xunit;

namespace LeapSearch.Cli.Tests.Options;

public sealed class ShareOptionTests
{
    [Theory]
    [InlineData("5%", 0.05)]
    [InlineData("0.05", 0.05)]
    [InlineData("0", 0)]
    [InlineData("100%", 1)]
    [InlineData("1", 1)]
    [InlineData("0.5%", 0.005)]
    public void SharesAreReadEitherWay(string text, double share)
    {
        Assert.True(ShareOption.TryParse(text, out var read));
        Assert.Equal(share, read, 12);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("101%")]
    [InlineData("-1%")]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("NaN")]
    [InlineData("1e-3")]
    public void WhatMightMeanTwoThingsOrNoneIsNone(string text) => Assert.False(ShareOption.TryParse(text, out _));
}
