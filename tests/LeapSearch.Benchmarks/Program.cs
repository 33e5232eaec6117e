using LeapSearch.Benchmarks.Quality;
using LeapSearch.Benchmarks.Related;
using LeapSearch.Testing.Films;

switch (args)
{
    case [QualityCommand.Name, .. var quality]:
        return QualityCommand.Run(quality);
    case ["related-fit"]:
        return FitWeights.Run();
    case ["related-catalog", var file]:
        FilmDataConverter.Write(Judgements.Documents(), file);
        return 0;
    default:
        Console.Error.WriteLine("quality … | related-fit | related-catalog FILE");
        return 2;
}
