using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries;

/// <summary>What several requests ask of their fields.</summary>
internal static class RequestRules
{
    /// <summary>Facets of one request.</summary>
    private const int MaxFacets = 20;

    /// <summary>The types asked for; empty for all.</summary>
    public static HashSet<DocumentType> Types(IEnumerable<DocumentType> types)
    {
        var wanted = new HashSet<DocumentType>();
        var index = 0;
        foreach (var type in types)
        {
            if (type is not (DocumentType.Film or DocumentType.Person or DocumentType.Article))
            {
                throw LeapSearchException.InvalidArgument(
                    $"types[{index}]", $"types[{index}] is {(int)type}; use DOCUMENT_TYPE_FILM, DOCUMENT_TYPE_PERSON or DOCUMENT_TYPE_ARTICLE, or leave types empty for all.");
            }

            wanted.Add(type);
            index++;
        }

        return wanted.Count == 3 ? [] : wanted;
    }

    /// <summary>The facets asked for.</summary>
    public static IReadOnlyList<FilterField> Facets(IReadOnlyList<string> names)
    {
        if (names.Count > MaxFacets)
        {
            throw LeapSearchException.InvalidArgument("facets", $"facets has {names.Count} names; at most {MaxFacets} are allowed.");
        }

        var fields = new List<FilterField>();
        for (var i = 0; i < names.Count; i++)
        {
            fields.Add(FilterFields.Find(names[i]) is { IsFacet: true } field
                ? field
                : throw LeapSearchException.InvalidArgument($"facets[{i}]", $"facets[{i}]: there is no facet '{names[i]}'; the facets are {FilterFields.FacetNames}."));
        }

        return fields;
    }

    /// <summary>An id that a request must give.</summary>
    public static string RequiredId(string id, string field)
        => id.Length > 0 ? id : throw LeapSearchException.InvalidArgument(field, $"{field} is missing.");
}
