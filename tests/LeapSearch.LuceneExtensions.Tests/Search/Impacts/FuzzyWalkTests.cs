using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.LuceneExtensions.Search.Impacts.Expansion;
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

    private static void Check(FuzzyWalk walk, ImpactsField field, int[] query, int limit, bool isPrefix)
    {
        var found = new List<(int, int)>();
        walk.Prepare(query, limit, isPrefix);
        walk.Find(field.Table(), 0, field.Terms, 0, (number, distance) => found.Add((number, distance)), default);
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
