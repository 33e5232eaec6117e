using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Analysis;
using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>How the tests write documents and open searchers.</summary>
internal static class TestIndex
{
    private static readonly FieldType Text = Freeze(new FieldType(TextField.TYPE_NOT_STORED));
    private static readonly FieldType Flat = Freeze(new FieldType(TextField.TYPE_NOT_STORED) { OmitNorms = true });

    public static IndexWriter Writer(Directory directory, Codec? codec = null, Action<IndexWriterConfig>? configure = null)
    {
        var configuration = new IndexWriterConfig(LuceneVersion.LUCENE_48, new NoAnalyzer()) { Similarity = new LeapSimilarity() };
        if (codec is not null)
        {
            configuration.Codec = codec;
        }

        configure?.Invoke(configuration);
        return new IndexWriter(directory, configuration);
    }

    public static IndexSearcher Searcher(IndexReader reader) => new(reader) { Similarity = new LeapSimilarity() };

    public static Term KeyTerm(string key) => new(ModelDocument.KeyField, key);

    public static Document ToLucene(ModelDocument model)
    {
        var document = new Document
        {
            new StringField(ModelDocument.KeyField, model.Key, Field.Store.YES),
            new SortedDocValuesField(ModelDocument.KeyField, new BytesRef(model.Key)),
        };
        foreach (var (field, words) in model.Words)
        {
            document.Add(new Field(field, new WordStream(words), field == "flat" ? Flat : Text));
        }

        if (model.Year is { } year)
        {
            document.Add(new Int64Field(ModelDocument.YearField, year, Field.Store.NO));
            document.Add(new NumericDocValuesField(ModelDocument.YearField, year));
        }

        if (model.Popularity is { } popularity)
        {
            document.Add(new NumericDocValuesField(ModelDocument.PopularityField, BitConverter.SingleToInt32Bits(popularity)));
        }

        foreach (var tag in model.Tags.Distinct())
        {
            document.Add(new SortedSetDocValuesField(ModelDocument.TagField, new BytesRef(tag)));
        }

        if (model.Title is { } title)
        {
            document.Add(new SortedDocValuesField(ModelDocument.TitleField, new BytesRef(title)));
        }

        return document;
    }

    private static FieldType Freeze(FieldType type)
    {
        type.Freeze();
        return type;
    }

    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
            => throw new InvalidOperationException($"The tests give {fieldName} as words.");
    }
}
