using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.LuceneExtensions.Search.Impacts.Expansion;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Search.Impacts;

/// <summary>The walk finds exactly the terms that the edit distance finds when it is asked for each.</summary>
public sealed class FuzzyWalkTests(ITestOutputHelper output)
{
    [Fact]
    public void FindsWhatTheDistanceOfEachTermSays()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(4, 30, 100); round++)
        {
            var letters = random.Next(2) == 0 ? new[] { "a", "b", "c" } : ["a", "b", "é", "林", "𠀋", "z"];
            string Word(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => letters[random.Next(letters.Length)]));
            using var directory = new RAMDirectory();
            using (var writer = TestIndex.Writer(directory))
            {
                writer.AddDocument(new Document { new TextField("f", new WordStream([.. Enumerable.Range(0, 3000).Select(_ => Word(14))])) });
            }

            using var reader = DirectoryReader.Open(directory);
            var field = ImpactsSegments.Build((AtomicReader)reader.Leaves[0].Reader).Field("f")!;
            var walk = new FuzzyWalk();
            for (var i = 0; i < 60; i++)
            {
                Check(walk, field, NaiveScores.CodePoints(Word(i == 0 ? 60 : 12)), random.Next(3), random.Next(2) == 0);
            }
        }
    }

    /// <summary>Both halves of a word together find what one walk over all does, by whatever way of counting the nearest.</summary>
    [Fact]
    public void HalvesFindWhatAWholeWalkFinds()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(2, 30, 100); round++)
        {
            var letters = random.Next(2) == 0 ? new[] { "a", "b", "c" } : ["a", "b", "é", "É", "林", "𠀋", "z"];
            string Word(int least, int most) => string.Concat(Enumerable.Range(0, random.Next(least, most)).Select(_ => letters[random.Next(letters.Length)]));
            using var directory = new RAMDirectory();
            using (var writer = TestIndex.Writer(directory, configure: static c => c.MergePolicy = NoMergePolicy.COMPOUND_FILES))
            {
                for (var segment = random.Next(1, 4); segment > 0; segment--)
                {
                    writer.AddDocument(new Document { new TextField("f", new WordStream([.. Enumerable.Range(0, 2000).Select(_ => Word(1, 14))])) });
                    writer.Commit();
                }
            }

            using var reader = DirectoryReader.Open(directory);
            var whole = Statistics(reader, isMirrored: false);
            var halved = Statistics(reader, isMirrored: true);
            for (var i = 0; i < 100; i++)
            {
                var clause = new FuzzyClause("f", Word(3, 12), random.Next(1, 3), random.Next(3), random.Next(2) == 0 ? int.MaxValue : random.Next(1, 60));
                Assert.Equal(Found(whole, clause), Found(halved, clause));
            }
        }
    }

    private static FieldStatistics Statistics(DirectoryReader reader, bool isMirrored)
    {
        var windows = 0;
        return new FieldStatistics("f", [.. reader.Leaves.Select(Segment)]);

        ImpactSegment Segment(AtomicReaderContext leaf)
        {
            var segment = new ImpactSegment(leaf, ImpactsSegments.Build(leaf.AtomicReader, _ => isMirrored), null, windows);
            windows += segment.Windows;
            return segment;
        }
    }

    private static List<(int, int, int)> Found(FieldStatistics field, FuzzyClause clause)
    {
        var expansion = new FuzzyExpansion();
        expansion.Find(field, clause, default);
        return [.. expansion.Terms.ToArray().Order()];
    }

    private static void Check(FuzzyWalk walk, ImpactsField field, int[] query, int limit, bool isPrefix)
    {
        var found = new List<(int, int)>();
        walk.Prepare(query, limit, isPrefix);
        walk.Find(field.Table(), [], 0, (number, distance) => found.Add((number, distance)), default);
        int[] buffer = [];
        var expected = new List<(int, int)>();
        for (var number = 0; number < field.Terms; number++)
        {
            var length = EditDistance.Decode(field.Term(number), ref buffer);
            var distance = EditDistance.Bounded(query, buffer.AsSpan(0, length), limit, isPrefix);
            if (distance <= limit)
            {
                expected.Add((number, distance));
            }
        }

        Assert.Equal(expected, found);
    }
}
