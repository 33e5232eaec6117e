using LeapSearch.Contracts;

namespace LeapSearch.Catalog.Queries.Paging;

/// <summary>The rule for every page_size of the contract: 0 means 10, above 100 means 100, negative is an error.</summary>
internal static class PageSize
{
    public static int Of(int requested) => requested switch
    {
        < 0 => throw LeapSearchException.InvalidArgument("page_size", $"page_size is {requested}; use 1 to 100, or 0 for 10."),
        0 => 10,
        > 100 => 100,
        _ => requested,
    };
}
