using LeapSearch.Catalog.Evaluation;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>A Chinese title or name written in the other set of characters.</summary>
internal static class ScriptCases
{
    public static void Make(CaseList cases, HanVariants variants)
    {
        var named = cases.Catalog.Films.Select(f => (Key: QualityCatalog.KeyOf(f), Name: f.OriginalTitle))
            .Concat(cases.Catalog.People.Select(p => (Key: QualityCatalog.KeyOf(p), Name: p.OriginalName)))
            .Where(x => Text.IsCjk(x.Name) && x.Name.Length > 1);
        cases.Fill("script-variant", named, x =>
        {
            var other = variants.Other(x.Name);
            return other is null ? null : Case(other, x.Key);
        });

        JudgementCase Case(string query, JudgedDocument wanted) => cases.Find(query, wanted);
    }
}
