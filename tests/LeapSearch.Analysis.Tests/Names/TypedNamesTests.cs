using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using Xunit;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>A typed name may leave out a Western given name, but no other word.</summary>
public sealed class TypedNamesTests
{
    [Theory]
    [InlineData("梁朝偉", "Tony Leung Chiu-wai")]
    [InlineData("梁朝偉", "tony leung chiu wai")]
    [InlineData("陳可辛", "Chan Ho-sun Peter")]
    [InlineData("林青霞", "Brigitte Lin Ching-hsia")]
    [InlineData("陳果", "Fruit Chan Kwo")]
    public void AWesternGivenNameMayBeLeftOut(string person, string query)
        => Assert.Contains(Matching.Grade(NameForms.Of(new NameInput(person)), NameForms.OfQuery(query)), (KeyGrade?[])[KeyGrade.Spelling, KeyGrade.Sound]);

    [Theory]
    [InlineData("巩俐", "leap gong li")]
    [InlineData("홍상수", "mother hong sangsoo")]
    [InlineData("홍상수", "hong sangsoo movie")]
    [InlineData("梁朝偉", "hero leung chiu-wai")]
    [InlineData("Brigitte Lin", "brigitte lin movie")]
    [InlineData("黎明", "film lai ming")]
    public void NoOtherWordMay(string person, string query)
        => Assert.Null(Matching.Grade(NameForms.Of(new NameInput(person)), NameForms.OfQuery(query)));

    [Fact]
    public void OfAnIndexedNameAnyWordMayBeTheWesternOne()
        => Assert.NotNull(Matching.Grade(NameForms.Of(new NameInput("Doze Niu Cheng-tse")), NameForms.OfQuery("钮承泽")));
}
