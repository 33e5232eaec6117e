using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Import.Tests;

public sealed class ReindexRequestsTests : IDisposable
{
    private readonly Input input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public async Task OptionsComeFirstThenBatchesWithinTheLimits()
    {
        var large = new string('x', 900_000);
        var path = input.Write(
            "a.jsonl",
            [.. Enumerable.Range(0, 2500).Select(n => Input.Film($"small-{n}")), .. Enumerable.Range(0, 8).Select(n => Input.Film($"large-{n}", large))]);

        var requests = new List<ReindexRequest>();
        await foreach (var request in ReindexRequests.FromAsync(new DocumentReader(ImportSources.Find([path])), new ReindexOptions { ReplaceAll = true }))
        {
            requests.Add(request);
        }

        Assert.True(requests[0].Options.ReplaceAll);
        Assert.All(requests.Skip(1), r => Assert.InRange(r.Batch.Documents.Count, 1, 1000));
        Assert.All(requests, r => Assert.InRange(r.CalculateSize(), 0, 4 * 1024 * 1024));
        Assert.Equal(2508, requests.Skip(1).Sum(r => r.Batch.Documents.Count));
    }

    [Fact]
    public async Task ABadImportBreaksTheStreamOff()
    {
        var path = input.Write("a.jsonl", Input.Film("a"), "broken");
        await Assert.ThrowsAsync<ImportException>(async () =>
        {
            await foreach (var request in ReindexRequests.FromAsync(new DocumentReader(ImportSources.Find([path])), new ReindexOptions()))
            {
                Assert.NotNull(request.Options);
            }
        });
    }
}
