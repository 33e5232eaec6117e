using Google.Protobuf;
using LeapSearch.Testing;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Tests.Evaluation;

/// <summary>The sample catalogue as a reindex sends it.</summary>
internal static class SampleCatalogue
{
#pragma warning disable CS1998 // The documents are there; nothing to wait for.
    public static async IAsyncEnumerable<ReindexRequest> ReadAsync()
    {
        yield return new ReindexRequest { Options = new ReindexOptions() };
        var documents = Directory.GetFiles(Path.Combine(Repository.Root, "index-data", "catalog"), "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(JsonParser.Default.Parse<Document>);
        foreach (var batch in documents.Chunk(500))
        {
            yield return new ReindexRequest { Batch = new DocumentBatch { Documents = { batch } } };
        }
    }
#pragma warning restore CS1998
}
