using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>Of all ordered pairs of spellings of a person, how many meet: one indexed alone, without language, the other asked.</summary>
public sealed class NameRecallTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("ko", 0.96, 0.98)]
    [InlineData("zh", 0.82, 0.95)]
    [InlineData("yue", 0.97, 0.98)]
    [InlineData("ja", 0.965, 0.975)]
    public void SpellingsOfAPersonMeet(string language, double spellingFloor, double anyFloor)
    {
        var (pairs, spelling, any) = (0, 0, 0);
        var missed = new List<string>();
        foreach (var names in GoldenNames.Read(language))
        {
            foreach (var indexed in names)
            {
                var person = NameForms.Of(new NameInput(indexed));
                foreach (var asked in names.Where(n => n != indexed))
                {
                    pairs++;
                    switch (Matching.Grade(person, NameForms.OfQuery(asked)))
                    {
                        case null:
                            missed.Add($"{indexed} <- {asked}");
                            break;
                        case KeyGrade.Spelling:
                            spelling++;
                            any++;
                            break;
                        default:
                            any++;
                            break;
                    }
                }
            }
        }

        output.WriteLine($"{language}: {pairs} pairs, {(double)spelling / pairs:P1} as a spelling, {(double)any / pairs:P1} at all");
        missed.ForEach(output.WriteLine);
        Assert.True((double)spelling / pairs >= spellingFloor && (double)any / pairs >= anyFloor, $"{(double)spelling / pairs:F3} {(double)any / pairs:F3}");
    }
}
