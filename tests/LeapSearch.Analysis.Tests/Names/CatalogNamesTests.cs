using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>
/// The names of the sample catalogue's people: one indexed alone with the person's language, another asked. Stage names and translations are among them, which no rule
/// can find; so the floors are lower than those of the golden files.
/// </summary>
public sealed class CatalogNamesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("ko", 0.90)]
    [InlineData("zh", 0.73)]
    [InlineData("yue", 0.49)]
    [InlineData("ja", 0.89)]
    public void NamesOfAPersonMeet(string language, double floor)
    {
        var (pairs, spelling, sound) = (0, 0, 0);
        foreach (var (_, names) in CatalogNames.People.Where(p => p.Language == language))
        {
            foreach (var indexed in names)
            {
                var person = NameForms.Of(new NameInput(indexed, null, null, language));
                foreach (var asked in names.Where(n => n != indexed))
                {
                    pairs++;
                    var grade = Matching.Grade(person, NameForms.OfQuery(asked));
                    spelling += grade == KeyGrade.Spelling ? 1 : 0;
                    sound += grade == KeyGrade.Sound ? 1 : 0;
                    if (grade is null)
                    {
                        output.WriteLine($"{indexed} <- {asked}");
                    }
                }
            }
        }

        output.WriteLine($"{language}: {pairs} pairs, {(double)spelling / pairs:P1} as a spelling, {(double)(spelling + sound) / pairs:P1} at all");
        Assert.True((double)(spelling + sound) / pairs >= floor);
    }

    /// <summary>All people indexed with all their names, every name asked: who else is found as well as the person, but for true namesakes.</summary>
    [Fact]
    public void OthersAreSeldomFound()
    {
        var owners = new Dictionary<string, HashSet<int>>();
        for (var i = 0; i < CatalogNames.People.Count; i++)
        {
            var (language, names) = CatalogNames.People[i];
            foreach (var key in NameForms.Of(new NameInput(names[0], null, names[1..], language)).Spelling)
            {
                (owners.TryGetValue(key.Text, out var people) ? people : owners[key.Text] = []).Add(i);
            }
        }

        var (asked, wrong) = (0, 0);
        for (var i = 0; i < CatalogNames.People.Count; i++)
        {
            foreach (var name in CatalogNames.People[i].Names)
            {
                asked++;
                var query = NameForms.OfQuery(name);
                var others = query.Spelling.SelectMany(k => owners.GetValueOrDefault(k.Text, [])).Where(o => o != i).Distinct()
                    .Where(o => !CatalogNames.People[o].Names.Any(n => Folding.FoldKey(n) == Folding.FoldKey(name))).ToList();
                wrong += others.Count > 0 ? 1 : 0;
                others.ForEach(o => output.WriteLine($"{string.Join(" | ", CatalogNames.People[o].Names)} <- {name} ({string.Join(" | ", CatalogNames.People[i].Names)})"));
            }
        }

        output.WriteLine($"all: {asked} names asked, {wrong} find another person as a spelling ({(double)wrong / asked:P2})");
        Assert.True((double)wrong / asked <= 0.02);
    }
}
