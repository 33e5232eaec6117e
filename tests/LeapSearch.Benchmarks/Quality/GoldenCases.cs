using LeapSearch.Benchmarks.Quality.Cases;
using LeapSearch.Catalog.Evaluation;

namespace LeapSearch.Benchmarks.Quality;

/// <summary>The mechanical kinds over the sample catalogue: the file <c>index-data/judgements/generated.jsonl</c>, made again by this.</summary>
internal static class GoldenCases
{
    public const int Seed = 20200925;
    public const int PerSet = 15;

    public static IReadOnlyList<JudgementCase> Make(QualityCatalog sample)
    {
        var cases = new CaseList(sample, new Random(Seed), PerSet);
        TitleCases.Make(cases);
        TypoCases.Make(cases);
        NameCases.Make(cases);
        SuggestCases.Make(cases);
        ArticleCases.Make(cases);
        ShortCases.Make(cases);
        return cases.Cases;
    }
}
