using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>What is found by looking in the right places, against what is found by scoring every film.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Fact]
    public void InASmallCatalogueTheListIsTheTrueOne()
    {
        var graph = SmallIndex.Of(RandomCatalogue.Films(TestSeed.New(output), 200), perSegment: 70).Graph;
        for (var film = 0; film < 200; film++)
        {
            Assert.Equal(True(graph, film, 20), Found(graph, film, 20));
        }
    }

    /// <summary>Beyond <see cref="CandidateFinder.SmallCatalogue"/> films not all are scored; what is missed is worth little.</summary>
    [Fact]
    public void InALargerOneTheListScoresNearlyAsMuchAsTheTrueOne()
    {
        var random = TestSeed.New(output);
        var count = TestTier.Pick(2_000, 10_000, 30_000);
        var graph = SmallIndex.Of(RandomCatalogue.Films(random, count), perSegment: 900).Graph;
        var (found, best, same) = (0.0, 0.0, 0);
        const int Seeds = 50;
        for (var i = 0; i < Seeds; i++)
        {
            var film = random.Next(count);
            var (mine, truth) = (Found(graph, film, 10), True(graph, film, 10));
            found += mine.Sum(f => f.Score);
            best += truth.Sum(f => f.Score);
            same += mine.Intersect(truth).Count();
        }

        output.WriteLine($"score {found / best:P2} of the best, {same / (10.0 * Seeds):P1} the same films");
        Assert.True(found / best > 0.97, $"score {found / best:P2} of the best");
    }

    /// <summary>As <see cref="LawTests"/> has it for small catalogues, where all films are scored.</summary>
    [Fact]
    public void InALargerOneTheSegmentsAndTheOrderDoNotMatter()
    {
        var random = TestSeed.New(output);
        var documents = RandomCatalogue.Films(random, 1_500);
        foreach (var document in documents.Take(700))
        {
            // Most films of many a catalogue are equally popular: not at all.
            document.Film.Popularity = 0;
        }

        var shuffled = documents.ToArray();
        random.Shuffle(shuffled);
        var (one, many) = (SmallIndex.Of(documents, perSegment: 2_000).Graph, SmallIndex.Of(shuffled, perSegment: 400).Graph);
        for (var i = 0; i < 100; i++)
        {
            var film = random.Next(1_500);
            Assert.Equal(Found(one, film, 10), Found(many, film, 10));
        }
    }

    [Fact]
    public void SelectionFindsWhatSortingFinds()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < 2_000; round++)
        {
            var numbers = Enumerable.Range(0, 1 + random.Next(50)).Select(_ => (float)random.Next(20)).ToArray();
            var k = 1 + random.Next(numbers.Length);

            Assert.Equal(numbers.OrderDescending().ElementAt(k - 1), Selection.Largest(numbers.ToArray(), k));
        }
    }

    [Fact]
    public void YearListsHoldWhatWasPutIn()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < 50; round++)
        {
            var films = Enumerable.Range(0, random.Next(200)).Select(i => (List: random.Next(4), Year: (ushort)(random.Next(8) == 0 ? 0 : 1990 + random.Next(12)), Bin: (ushort)random.Next(30), Item: i)).ToArray();
            var keys = Enumerable.Range(0, 5).Select(k => YearLists.Key((ulong)k, 7)).ToArray();
            var lists = YearLists.Of(keys, [.. films.Select(f => YearLists.Place(f.List, f.Year, f.Bin))], [.. films.Select(f => f.Item)]);
            for (var list = 0; list < 5; list++)
            {
                Assert.Equal(list, lists.Find(keys[list]));
                foreach (var year in Enumerable.Range(1985, 20).Prepend(0))
                {
                    var run = lists.Run(list, year);
                    var expected = films.Where(f => f.List == list && f.Year == year).ToArray();
                    var (start, end) = run < 0 ? (0, 0) : lists.Places(run);
                    Assert.Equal(expected.Length, end - start);
                    for (var bin = 0; run >= 0 && bin <= 30; bin++)
                    {
                        var from = lists.FirstBelow(start, end, bin + 5);
                        var to = lists.FirstBelow(start, end, bin);
                        Assert.Equal(expected.Where(f => f.Bin >= bin && f.Bin < bin + 5).Select(f => f.Item).Order(), lists.Items(from, to).ToArray().Order());
                    }
                }
            }

            Assert.Equal(-1, lists.Find(YearLists.Key(9, 9)));
        }
    }

    private static (ulong Id, float Score)[] Found(FilmGraph graph, int film, int count)
        => [.. Search(graph, film).Find(graph, SignalWeights.Default, null, count)[..count].ToArray().Select(f => (f.IdHash, f.Score))];

    private static (ulong Id, float Score)[] True(FilmGraph graph, int film, int count)
        => [.. Search(graph, film).Exhaustive(graph, SignalWeights.Default, null)[..count].ToArray().Select(f => (f.IdHash, f.Score))];

    private static RelatedSearch Search(FilmGraph graph, int film)
    {
        var search = RelatedSearch.Current;
        search.Profile.Clear();
        search.Profile.AddFilm(graph, graph.FindFilm($"f{film}")!.Value, 1);
        return search;
    }
}
