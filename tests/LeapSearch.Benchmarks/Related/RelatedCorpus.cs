using System.Diagnostics;
using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace LeapSearch.Benchmarks.Related;

/// <summary>Films in a Lucene index, mapped as the service maps them, with their graph.</summary>
internal sealed class RelatedCorpus
{
    private RelatedCorpus(DirectoryReader reader)
    {
        Reader = reader;
        var started = Stopwatch.GetTimestamp();
        Graph = FilmGraph.Build(reader, null, Console.Error.WriteLine);
        LoadTime = Stopwatch.GetElapsedTime(started);
    }

    public DirectoryReader Reader { get; }

    public FilmGraph Graph { get; }

    /// <summary>How long the graph took to load, with no code compiled yet and nothing in memory.</summary>
    public TimeSpan LoadTime { get; }

    /// <summary>The films in an index in memory.</summary>
    public static RelatedCorpus Build(IEnumerable<Document> documents)
    {
        var directory = new RAMDirectory();
        Write(directory, documents);
        return new RelatedCorpus(DirectoryReader.Open(directory));
    }

    /// <summary>The index of a folder, opened as the service opens it; made of the films where there is none.</summary>
    public static RelatedCorpus OpenOrBuild(string folder, Func<IEnumerable<Document>> documents)
    {
        var directory = IndexDirectory.Open(folder);
        if (!DirectoryReader.IndexExists(directory))
        {
            Write(directory, documents());
        }

        return new RelatedCorpus(DirectoryReader.Open(directory));
    }

    private static void Write(Lucene.Net.Store.Directory directory, IEnumerable<Document> documents)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new TextAnalyzer()) { Codec = new ImpactsCodec(IndexFields.IsMirrored, GraphFile.SideCar), RAMBufferSizeMB = 64 });
        foreach (var document in documents)
        {
            writer.AddDocument(DocumentMapper.Map(document, document.ToByteArray(), NoPeople.Instance));
        }
    }
}
