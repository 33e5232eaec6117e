using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries;

/// <summary>Which documents a request may see: of the types asked for, passing its filter, and published by now.</summary>
internal static class Visibility
{
    public static BooleanClause Filter(IReadOnlyCollection<DocumentType> types, Clause? filter, DateTimeOffset now)
    {
        var must = new List<Clause>();
        if (types.Count > 0)
        {
            Clause[] any = [.. types.Order().Select(t => new ConstantClause(new TermClause(IndexFields.Type, TypeNames.Of(t))))];
            must.Add(any.Length == 1 ? any[0] : new BooleanClause([], any, []));
        }

        if (filter is not null)
        {
            must.Add(filter);
        }

        if (must.Count == 0)
        {
            must.Add(new AllClause());
        }

        return new BooleanClause(must, [], [new RangeClause(IndexFields.PublicFrom, now.ToUnixTimeSeconds() + 1, long.MaxValue)]);
    }

    /// <summary>Whether an article is published by now.</summary>
    public static bool IsPublic(Article article, DateTimeOffset now)
        => !Contracts.Validation.Timestamps.TryParse(article.PublishedAt, out var published) || published <= now;
}
