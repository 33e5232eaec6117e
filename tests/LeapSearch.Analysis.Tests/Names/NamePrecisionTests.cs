using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>How often two people meet who are not one: every spelling of a person asked for, every other person of the list indexed with all names.</summary>
public sealed class NamePrecisionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("ko", 0.001)]
    [InlineData("zh", 0.001)]
    [InlineData("yue", 0.001)]
    [InlineData("ja", 0.001)]
    public void DifferentPeopleOfTheGoldenFilesAreApart(string language, double most)
    {
        var people = GoldenNames.Read(language);
        Measure(language, [.. people.Select(p => (NameForms.Of(new NameInput(p[0], null, p[1..], language)), p))], most);
    }

    /// <summary>One name indexed alone, so that nothing tells which reading is meant.</summary>
    [Theory]
    [InlineData("ja", 0.01)]
    public void DifferentPeopleOfOneNameEachAreApart(string language, double most)
    {
        var people = GoldenNames.Read(language);
        Measure(language, [.. people.Select(p => (NameForms.Of(new NameInput(p[0])), p))], most);
    }

    private void Measure(string list, (NameKeys Keys, string[] Names)[] people, double most)
    {
        var (pairs, spelling, sound) = (0, 0, 0);
        foreach (var (asked, name) in people.SelectMany(p => p.Names.Select(n => (p, n))))
        {
            var query = NameForms.OfQuery(name);
            foreach (var other in people.Where(p => p.Names != asked.Names))
            {
                pairs++;
                switch (Matching.Grade(other.Keys, query))
                {
                    case KeyGrade.Spelling:
                        spelling++;
                        output.WriteLine($"{other.Names[0]} <- {name}");
                        break;
                    case KeyGrade.Sound:
                        sound++;
                        break;
                }
            }
        }

        output.WriteLine($"{list}: {pairs} pairs of different people, {spelling} meet as a spelling ({(double)spelling / pairs:P3}), {sound} in sound ({(double)sound / pairs:P3})");
        Assert.True((double)spelling / pairs <= most, $"{(double)spelling / pairs:P3}");
    }
}
