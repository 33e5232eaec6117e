using LeapSearch.Benchmarks.Indexing;
using LeapSearch.Benchmarks.Names;
using LeapSearch.Benchmarks.Quality;
using LeapSearch.Benchmarks.Related;
using LeapSearch.Benchmarks.Search;
using LeapSearch.Testing.Films;

switch (args)
{
    case [IndexingCommand.Name, .. var indexing]:
        return await IndexingCommand.RunAsync(indexing);
    case [QualityCommand.Name, .. var quality]:
        return QualityCommand.Run(quality);
    case [SearchCommand.Name, .. var search]:
        return SearchCommand.Run(search);
    case [SiteCommand.Name, .. var site]:
        return SiteCommand.Run(site);
    case [SizesCommand.Name, .. var folder]:
        return SizesCommand.Run(folder);
    case [DirectoriesCommand.Name, .. var directories]:
        return DirectoriesCommand.Run(directories);
    case [NamesCommand.Name, .. var names]:
        return NamesCommand.Run(names);
    case ["related", .. var related]:
        return RelatedBenchmark.Run(related);
    case ["related-peers", .. var judgements]:
        return PeerFrontier.Run(judgements);
    case ["related-fit"]:
        return FitWeights.Run();
    case ["related-catalog", var file]:
        FilmDataConverter.Write(Judgements.Documents(), file);
        return 0;
    default:
        Console.Error.WriteLine(
            "indexing [ROUNDS] | search [FILMS] [ROUNDS] [KIND…] | site [FILMS] [QUERIES] [FOLDER] [STOCK] | sizes FOLDER | directories [FILMS] [ROUNDS] | quality … | names [COUNT] | related [FILMS] [CALLS] [FOLDER] | related-peers [JUDGEMENTS…] | related-fit | related-catalog FILE");
        return 2;
}
