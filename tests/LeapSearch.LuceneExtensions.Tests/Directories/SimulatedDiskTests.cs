using LeapSearch.LuceneExtensions.Directories.Faults;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Directories;

/// <summary>Whatever fails and whenever the power goes: what a commit acknowledged is found again, and the index is clean.</summary>
public sealed class SimulatedDiskTests(ITestOutputHelper output)
{
    [Fact]
    public void AcknowledgedCommitsSurviveFaultsAndPowerCuts()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(40, 400, 4000); round++)
        {
            var words = new RandomDocuments(random);
            var disk = new SimulatedDisk();
            var (acknowledged, attempted) = WriteUntilFault(disk, random, words);
            var after = disk.PowerCut(random);
            if (!DirectoryReader.IndexExists(after))
            {
                Assert.Equal(0, acknowledged);
                continue;
            }

            Assert.True(new CheckIndex(after).DoCheckIndex().Clean);
            using var reader = DirectoryReader.Open(after);
            Assert.InRange(reader.NumDocs, acknowledged, attempted);
        }
    }

    [Fact]
    public void WhatWasNotSyncedMayVanish()
    {
        var random = TestSeed.New(output);
        var lost = 0;
        for (var i = 0; i < 50; i++)
        {
            var disk = new SimulatedDisk();
            using (var file = disk.CreateOutput("a", Lucene.Net.Store.IOContext.DEFAULT))
            {
                file.WriteInt64(1);
            }

            lost += disk.PowerCut(random).ListAll().Length == 0 ? 1 : 0;
            disk.Sync(["a"]);
            Assert.Equal(8, disk.PowerCut(random).FileLength("a"));
        }

        Assert.NotEqual(0, lost);
    }

    /// <summary>The documents of the last commit that was acknowledged, and those of the last that was begun.</summary>
    private static (int Acknowledged, int Attempted) WriteUntilFault(SimulatedDisk disk, Random random, RandomDocuments words)
    {
        var writer = TestIndex.Writer(disk, configure: c => c.MergeScheduler = new SerialMergeScheduler());
        var (acknowledged, written) = (0, 0);
        disk.FailAt((DiskOperation)random.Next(2), random.Next(60));
        try
        {
            for (var commits = random.Next(1, 10); commits > 0; commits--)
            {
                for (var i = random.Next(1, 5); i > 0; i--)
                {
                    writer.AddDocument(TestIndex.ToLucene(words.Next($"d{written++}")));
                }

                writer.Commit();
                acknowledged = written;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The fault: the owner rolls back below.
        }

        if (random.Next(2) == 0)
        {
            disk.FailAt(DiskOperation.Write, 0);
            writer.Rollback();
        }

        return (acknowledged, written);
    }
}
