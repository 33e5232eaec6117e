using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog;

/// <summary>The engines that may stand behind the search entry, by the names of the switch.</summary>
internal static class SearchEngines
{
    public static ISearchEngine Named(string name, ILoggerFactory logging) => name switch
    {
        "impacts" => new ImpactEngine(message => logging.CreateLogger<ImpactEngine>().LogWarning("{Message}", message)),
        "stock" => new StockEngine(),
        _ => throw LeapSearchException.InvalidArgument("scorer", $"There is no scorer '{name}'; use impacts or stock."),
    };
}
