using LeapSearch.Client.Calls;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Client.Tests.Calls;

public sealed class BatchesTests(ITestOutputHelper output)
{
    [Fact]
    public void WhatFitsStaysOneRequest()
    {
        var request = new WriteDocumentsRequest { Documents = { Film("a", 10) } };
        Assert.Same(request, Assert.Single(Batches.Split(request)));
        Assert.Single(Batches.Split(new WriteDocumentsRequest()));
    }

    [Fact]
    public void EveryBatchKeepsTheLimitsAndTheOrder()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(10, 50, 500); round++)
        {
            var request = new WriteDocumentsRequest();
            var count = random.Next(0, 3_000);
            var largest = random.Next(3) == 0 ? 400_000 : 40;
            for (var i = 0; i < Math.Min(count, largest > 1_000 ? 60 : count); i++)
            {
                request.Documents.Add(Film($"f{i}", random.Next(largest)));
            }

            for (var i = random.Next(0, 1_500); i > 0; i--)
            {
                request.Deletes.Add(new DocumentReference { Type = DocumentType.Film, Id = $"d{i}" });
            }

            var parts = Batches.Split(request).ToList();
            Assert.Equal(request.Documents, parts.SelectMany(p => p.Documents));
            Assert.Equal(request.Deletes, parts.SelectMany(p => p.Deletes));
            Assert.All(parts, part =>
            {
                Assert.InRange(part.Documents.Count + part.Deletes.Count, 0, Batches.MaxItems);
                Assert.InRange(part.CalculateSize(), 0, 4 * 1024 * 1024);
            });
        }
    }

    [Fact]
    public void TheLimitItselfFits()
    {
        var request = new WriteDocumentsRequest();
        request.Documents.AddRange(Enumerable.Range(0, Batches.MaxItems).Select(i => Film($"f{i}", 1)));
        Assert.Single(Batches.Split(request));
        request.Deletes.Add(new DocumentReference { Type = DocumentType.Film, Id = "x" });
        Assert.Equal(2, Batches.Split(request).Count());
    }

    [Fact]
    public void OptionsOfAReindexPassUncut()
    {
        var options = new ReindexRequest { Options = new ReindexOptions { DryRun = true } };
        Assert.Same(options, Assert.Single(Batches.Split(options)));
    }

    private static Document Film(string id, int bytes) => new() { Film = new Film { Id = id, Title = "T", Synopsis = new string('s', bytes) } };
}
