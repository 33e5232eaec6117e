using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>
/// Shows a query in the documents that it found: as it was typed, as a document found with slips mends it, or with what the editors say that
/// its words stand for.
/// </summary>
internal sealed class QueryMarks(ParsedQuery query, SynonymReading? synonyms, bool lastIsPrefix = false)
{
    private readonly DocumentMarks typed = Marks(query, lastIsPrefix);
    private DocumentMarks? meant;

    public DocumentMarks For(Document document, MatchKind kind)
    {
        if (kind is MatchKind.Synonym or MatchKind.Partial && synonyms is not null)
        {
            return meant ??= Marks(query with { Words = synonyms.AllWords() });
        }

        if (kind != MatchKind.Typo)
        {
            return typed;
        }

        var mended = Corrections.Of(query, document);
        return Marks(mended.Query, lastIsPrefix, mended);
    }

    private static DocumentMarks Marks(ParsedQuery query, bool lastIsPrefix = false, Correction? correction = null)
        => new(new MatchFinder(query), new Highlights(query, lastIsPrefix), correction);
}

/// <summary>What shows a query in one document.</summary>
/// <param name="Matches">Finds what matched.</param>
/// <param name="Highlights">Marks words.</param>
/// <param name="Correction">How the document reads the query; null where that is as it was typed.</param>
internal sealed record DocumentMarks(MatchFinder Matches, Highlights Highlights, Correction? Correction);
