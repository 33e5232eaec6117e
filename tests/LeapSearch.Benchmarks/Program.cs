using LeapSearch.Benchmarks.Quality;
using LeapSearch.Benchmarks.Related;

switch (args)
{
    case [QualityCommand.Name, .. var quality]:
        return QualityCommand.Run(quality);
    case ["related-fit", ..]:
        return FitWeights.Run();
    default:
        Console.Error.WriteLine("quality … | related-fit");
        return 2;
}
