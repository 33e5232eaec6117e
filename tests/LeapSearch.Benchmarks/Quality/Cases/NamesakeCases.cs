using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>
/// Of people whose names are spellings of one another, or the same words in another order, the one whose name is written so: Lee Byung-hun, Lee Byeong-heon.
/// </summary>
internal static class NamesakeCases
{
    public static void Make(CaseList cases)
    {
        var byKey = cases.Catalog.People
            .SelectMany(p => Keys(p).Select(key => (Key: key, Person: p)))
            .GroupBy(x => x.Key, x => x.Person)
            .Where(g => g.Select(p => Folding.FoldKey(p.Name)).Distinct().Count() > 1);
        cases.Fill("namesake", byKey.SelectMany(g => g).DistinctBy(p => p.Id), p => CaseList.Find(p.Name, cases.Catalog.Named(p.Name).Append(QualityCatalog.KeyOf(p))));
    }

    private static IEnumerable<string> Keys(Person person) => NameForms.Of(new NameInput(person.Name, person.OriginalName, NameLanguage: person.NameLanguage)).Spelling
        .Select(k => k.Text)
        .Concat(NameForms.Orders(person.Name));
}
