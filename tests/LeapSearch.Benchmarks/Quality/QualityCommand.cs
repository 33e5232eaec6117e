using LeapSearch.Benchmarks.Quality.Large;
using LeapSearch.Catalog.Evaluation;

namespace LeapSearch.Benchmarks.Quality;

/// <summary>
/// <c>quality golden CATALOG FILE</c> makes the generated golden judgements over the sample catalogue;
/// <c>quality large CATALOG FOLDER [SEED]</c> makes a large catalogue from the data folder (see <c>SharedData</c>) and judgements
/// over it, for <c>leapsearch reindex FOLDER/catalog</c> and <c>leapsearch eval FOLDER/judgements</c>. Never committed.
/// </summary>
internal static class QualityCommand
{
    public const string Name = "quality";

    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["golden", var catalog, var file]:
                var golden = GoldenCases.Make(QualityCatalog.Load(catalog));
                JudgementFiles.Write(file, golden);
                Console.Error.WriteLine($"{golden.Count} cases");
                return 0;
            case ["large", var catalog, var folder, .. var rest]:
                LargeSets.Write(QualityCatalog.Load(catalog), folder, rest is [var seed] ? int.Parse(seed) : GoldenCases.Seed);
                return 0;
            default:
                Console.Error.WriteLine("quality golden CATALOG FILE | quality large CATALOG FOLDER [SEED]");
                return 2;
        }
    }
}
