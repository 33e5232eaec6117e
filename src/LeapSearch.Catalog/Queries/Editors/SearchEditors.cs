using LeapSearch.Analysis;
using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>The editors' files that tell how searches are read, each read again when it changes.</summary>
internal sealed class SearchEditors(string dataDir, TimeProvider time, ILogger logger)
{
    private readonly EditorFile<SynonymTable> synonyms = new(Path.Combine(dataDir, SynonymTable.FileName), p => SynonymTable.Read(p), SynonymTable.None, time, logger);
    private readonly EditorFile<StopWords> stopWords = new(Path.Combine(dataDir, StopWords.FileName), p => StopWords.Read(p), StopWords.None, time, logger);
    private readonly EditorFile<ResultTable> results = new(Path.Combine(dataDir, ResultTable.FileName), p => ResultTable.Read(p), ResultTable.None, time, logger);

    /// <summary>No files.</summary>
    public static SearchEditors None => new("", TimeProvider.System, NullLogger.Instance);

    /// <summary>What the files make of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="isTitle">Whether something is called so: then no word of it is beside the point. Asked only where there are stop words in it.</param>
    public EditedQuery Read(ParsedQuery query, Func<ParsedQuery, bool> isTitle)
    {
        var left = new List<string>();
        var stopWords = this.stopWords.Current;
        var telling = stopWords.Without(query, left);
        if (telling is not null && isTitle(query))
        {
            telling = null;
            left = [];
        }

        // A stop word within a phrase of the editors is a word of it: "lord of the rings".
        var synonyms = Synonyms(query.Words);
        synonyms = telling is null ? synonyms : synonyms?.Without(stopWords);
        return telling is null && synonyms is null ? EditedQuery.None : new EditedQuery(telling, [.. left.Select(w => new QueryStep { Kind = QueryStepKind.StopWord, Text = w })], synonyms);
    }

    /// <summary>What is pinned to a query and hidden from it at a time.</summary>
    public ResultChoices Choices(ParsedQuery query, DateTimeOffset now) => results.Current.Of(query, now);

    /// <summary>What words stand for; null for nothing.</summary>
    public SynonymReading? Synonyms(IReadOnlyList<QueryWord> words) => SynonymReading.Of(words, synonyms.Current);
}
