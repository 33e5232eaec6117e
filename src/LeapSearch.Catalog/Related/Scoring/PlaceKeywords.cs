using System.Collections.Frozen;
using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Keywords that name a city: where a film is set, not what it is about. They count in the score as all do, but of two films without a genre in common
/// they tell as little as the country does. Cities where many films of the large film sites, and of the sample catalogue, are set.
/// </summary>
internal static class PlaceKeywords
{
    private static readonly FrozenSet<ulong> Keys = new[]
    {
        "bangkok", "bangkok, thailand", "beijing", "berlin", "berlin, germany", "bombay", "boston, massachusetts", "busan", "calcutta", "california",
        "chicago", "chicago, illinois", "delhi", "hanoi", "hong kong", "istanbul", "jakarta", "kolkata", "kyoto", "las vegas", "london", "london, england",
        "los angeles", "los angeles, california", "macau", "manila", "miami, florida", "moscow", "moscow, russia", "mumbai", "mumbai (bombay), india",
        "new york", "new york city", "osaka", "paris", "paris, france", "phnom penh", "rome", "rome, italy", "saigon", "san francisco",
        "san francisco, california", "seoul", "shanghai", "shanghai, china", "singapore", "taipei", "taipei, taiwan", "tehran", "texas", "tokyo",
        "tokyo, japan", "washington dc, usa",
    }.Select(keyword => TieKey.Of(TieKind.Keyword, keyword)).ToFrozenSet();

    /// <summary>Whether a tie of this key is such a keyword.</summary>
    public static bool Has(ulong key) => Keys.Contains(key);
}
