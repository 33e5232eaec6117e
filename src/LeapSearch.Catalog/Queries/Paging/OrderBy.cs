using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries.Paging;

/// <summary>Reads <c>order_by</c>: "date desc, title".</summary>
internal static class OrderBy
{
    /// <summary>The sort keys; empty for relevance.</summary>
    /// <param name="orderBy">As in the request.</param>
    /// <param name="browsing">Whether there is no query, so that relevance has nothing to go by: the newest come first then.</param>
    public static IReadOnlyList<SortKey> Parse(string orderBy, bool browsing)
    {
        if (string.IsNullOrWhiteSpace(orderBy))
        {
            return browsing ? [ByPopularity(true), ByDate(true)] : [];
        }

        var keys = new List<SortKey>();
        var parts = orderBy.Split(',');
        if (parts.Length > 4)
        {
            throw Error($"has {parts.Length} keys; at most 4 are allowed");
        }

        foreach (var part in parts)
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool? descending = words.Length switch
            {
                1 => null,
                2 when words[1] is "asc" => false,
                2 when words[1] is "desc" => true,
                _ => throw Error($"'{part.Trim()}' is not understood: write a key and asc or desc, for example 'date desc'"),
            };
            switch (words[0])
            {
                case "relevance" when parts.Length == 1 && descending is not false:
                    return browsing ? [ByPopularity(true), ByDate(true)] : [];
                case "relevance":
                    throw Error("relevance stands alone, best first");
                case "date":
                    keys.Add(ByDate(descending ?? true));
                    break;
                case "title":
                    keys.Add(new(IndexFields.SortTitle, SortKeyKind.Text, descending ?? false));
                    break;
                case "popularity":
                    keys.Add(ByPopularity(descending ?? true));
                    break;
                default:
                    throw Error($"there is no order '{words[0]}'; the orders are relevance, date, title, popularity");
            }
        }

        return keys;
    }

    private static SortKey ByDate(bool descending) => new(IndexFields.SortDate, SortKeyKind.Long, descending);

    private static SortKey ByPopularity(bool descending) => new(IndexFields.SortPopularity, SortKeyKind.Long, descending);

    private static LeapSearchException Error(string message) => LeapSearchException.InvalidArgument("order_by", $"order_by: {message}.");
}
