using LeapSearch.Catalog.Queries.Filters;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void ABlankFilterIsNone(string filter) => Assert.Null(FilterParser.Parse(filter));

    [Fact]
    public void OrBindsTighterThanAnd()
    {
        var and = Assert.IsType<BooleanClause>(FilterParser.Parse("type = film AND country = KR OR country = JP"));
        Assert.Equal(2, and.Must.Count);
        var or = Assert.IsType<BooleanClause>(and.Must[1]);
        Assert.Equal(2, or.Should.Count);
    }

    [Fact]
    public void FactorsSideBySideAreJoinedByAnd()
        => Assert.Equal(2, Assert.IsType<BooleanClause>(FilterParser.Parse("genre = Drama year > 2000")).Must.Count);

    [Theory]
    [InlineData("NOT genre = Drama")]
    [InlineData("-genre = Drama")]
    [InlineData("genre != Drama")]
    [InlineData("genre != (Drama OR Crime)")]
    public void NegationsExclude(string filter)
        => Assert.Single(Assert.IsType<BooleanClause>(FilterParser.Parse(filter)).MustNot);

    [Fact]
    public void WordsCompareFolded()
        => Assert.Equal(new ConstantClause(new TermClause("genre", "science fiction")), FilterParser.Parse("genre = \"Science Fiction\""));

    [Theory]
    [InlineData("year = 2020", 2020, 2020)]
    [InlineData("year >= 2020", 2020, long.MaxValue)]
    [InlineData("year > 2020", 2021, long.MaxValue)]
    [InlineData("year < 2020", long.MinValue, 2019)]
    [InlineData("year <= 2020", long.MinValue, 2020)]
    [InlineData("year:2020", 2020, 2020)]
    [InlineData("release_date = 2020-09", 2020_09_00, 2020_09_99)]
    [InlineData("release_date >= 2020-09", 2020_09_00, long.MaxValue)]
    [InlineData("release_date > 2020", 2020_99_99 + 1, long.MaxValue)]
    [InlineData("release_date < 2020-09-25", long.MinValue, 2020_09_24)]
    [InlineData("year = -5", -5, -5)]
    public void NumbersAndDatesCompareByRange(string filter, long first, long last)
    {
        var range = Assert.IsType<RangeClause>(FilterParser.Parse(filter));
        Assert.Equal((first, last), (range.Min, range.Max));
    }

    [Fact]
    public void ATimeMayBeADayOrAMoment()
    {
        var day = Assert.IsType<RangeClause>(FilterParser.Parse("published_at = 2020-08-14"));
        Assert.Equal(86_399, day.Max - day.Min);
        var moment = Assert.IsType<RangeClause>(FilterParser.Parse("published_at = \"2020-08-14T00:00:00Z\""));
        Assert.Equal(day.Min, moment.Min);
    }

    [Fact]
    public void AStarAsksForAnyValue() => Assert.Equal(new PrefixClause("genre", ""), FilterParser.Parse("genre:*"));

    [Fact]
    public void AListComparesByAny()
        => Assert.Equal(2, Assert.IsType<BooleanClause>(FilterParser.Parse("country = (KR OR JP)")).Should.Count);

    [Theory]
    [InlineData("colour = red", "there is no field 'colour'")]
    [InlineData("genre", "is expected")]
    [InlineData("genre =", "it ends where a value is expected")]
    [InlineData("year = soon", "'soon' is not a whole number")]
    [InlineData("year = 99999999999999999999", "is not a whole number")]
    [InlineData("genre > Drama", "has no order")]
    [InlineData("(genre = Drama", "a closing bracket")]
    [InlineData("genre = Drama)", "not expected here")]
    [InlineData("genre = \"Drama", "the quote \" is not closed")]
    [InlineData("release_date = 2020-13", "is not a date")]
    [InlineData("popularity > -1", "is not a number from 0")]
    [InlineData("AND genre = Drama", "there is no field 'AND'")]
    [InlineData("genre ! Drama", "write != or NOT")]
    [InlineData("year > (2000 OR 2010)", "a list cannot be compared")]
    public void WhatIsWrongIsSaid(string filter, string message)
    {
        var error = Assert.Throws<LeapSearchException>(() => FilterParser.Parse(filter));
        Assert.Equal("filter", error.Field);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DepthAndCountAreBounded()
    {
        Assert.Throws<LeapSearchException>(() => FilterParser.Parse(new string('(', 100_000) + "year = 1"));
        Assert.Throws<LeapSearchException>(() => FilterParser.Parse(string.Join(" OR ", Enumerable.Repeat("year = 1", 65))));
        Assert.NotNull(FilterParser.Parse(string.Join(" OR ", Enumerable.Repeat("year = 1", 64))));
    }
}
