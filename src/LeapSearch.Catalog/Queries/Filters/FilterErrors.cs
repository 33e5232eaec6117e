using LeapSearch.Contracts;

namespace LeapSearch.Catalog.Queries.Filters;

/// <summary>What is wrong with a filter, and where.</summary>
internal static class FilterErrors
{
    public static LeapSearchException At(int position, string message)
        => LeapSearchException.InvalidArgument("filter", $"filter, character {position + 1}: {message}.");
}
