using LeapSearch.Catalog.Queries.Paging;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

public sealed class PageTokenTests
{
    private static readonly SortPosition Position = new(3, 1.5f, [20200925L, null, "夺冠"], "1:leap-2020");

    [Fact]
    public void APlaceComesBackAsItWasWritten()
    {
        var request = new SearchRequest { Query = "leap", PageSize = 5 };
        request.PageToken = PageToken.Write(request, Position);
        request.PageSize = 50;
        var read = PageToken.Read(request)!;
        Assert.Equal((Position.Tier, Position.Score, Position.Key), (read.Tier, read.Score, read.Key));
        Assert.Equal(Position.SortValues, read.SortValues);
    }

    [Fact]
    public void ATokenOfAnotherRequestIsRefused()
    {
        var token = PageToken.Write(new SearchRequest { Query = "leap" }, Position);
        var error = Assert.Throws<LeapSearchException>(() => PageToken.Read(new SearchRequest { Query = "jump", PageToken = token }));
        Assert.Equal("page_token", error.Field);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("////")]
    [InlineData("e30")]
    [InlineData("bnVsbA")]
    [InlineData("eyJoIjoieCIsInQiOjAsInMiOjAsInYiOlsicSJdLCJrIjoiMTphIn0")]
    public void WhatIsNoTokenIsRefused(string token)
        => Assert.Throws<LeapSearchException>(() => PageToken.Read(new SearchRequest { PageToken = token }));
}
