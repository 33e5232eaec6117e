using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>What holds in every catalogue.</summary>
public sealed class LawTests(ITestOutputHelper output)
{
    private static int Rounds => TestTier.Pick(2, 10, 50);

    [Fact]
    public void TwoFilmsScoreTheSameWhicheverIsTheSeed()
    {
        var random = TestSeed.New(output);
        var graph = SmallIndex.Of(RandomCatalogue.Films(random, 60), perSegment: 25).Graph;
        var films = Enumerable.Range(0, 60).Select(i => graph.FindFilm($"f{i}")!.Value).ToArray();
        foreach (var a in films)
        {
            foreach (var b in films)
            {
                var (ab, ba) = (Signals(graph, a, b), Signals(graph, b, a));
                for (var signal = Signal.Director; signal <= Signal.Popularity; signal++)
                {
                    Assert.Equal(ab[signal], ba[signal], 1e-5f);
                    Assert.InRange(ab[signal], 0, 1.3f);
                }
            }
        }
    }

    [Fact]
    public void EveryFilmIsAnsweredWithAFullPageOfOthersAndNeverWithItself()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < Rounds; round++)
        {
            var count = 1 + random.Next(40);
            var index = SmallIndex.Of(RandomCatalogue.Films(random, count), perSegment: 1 + random.Next(20));
            foreach (var size in new[] { 1, 10, 100 })
            {
                foreach (var diversity in new[] { 0, 0.5, 1 })
                {
                    for (var film = 0; film < count; film++)
                    {
                        var ids = index.Related($"f{film}", size, diversity).Results.Select(r => r.Film.Id).ToArray();

                        Assert.Equal(Math.Min(size, count - 1), ids.Length);
                        Assert.DoesNotContain($"f{film}", ids);
                        Assert.Equal(ids.Length, ids.Distinct().Count());
                    }
                }
            }
        }
    }

    [Fact]
    public void TheOrderOfIndexingTheSegmentsAndWhatWasDeletedDoNotMatter()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < Rounds; round++)
        {
            var documents = RandomCatalogue.Films(random, 80);
            var shuffled = documents.ToArray();
            random.Shuffle(shuffled);
            var one = Lists(SmallIndex.Of(documents));

            Assert.Equal(one, Lists(SmallIndex.Of(shuffled, perSegment: 4 + random.Next(40))));
            Assert.Equal(one, Lists(SmallIndex.Of(shuffled, perSegment: 40, deleted: RandomCatalogue.Films(random, 40, "gone"))));
        }
    }

    [Fact]
    public void EveryRunAndEveryThreadGivesTheSame()
    {
        var random = TestSeed.New(output);
        var index = SmallIndex.Of(RandomCatalogue.Films(random, TestTier.Pick(60, 120, 120)), perSegment: 25);
        var expected = Lists(index);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(expected, Lists(index)));
    }

    /// <summary>
    /// A film that shares nothing changes how rare things are and how many films are less known, and nothing else: no score moves by more
    /// than the most that these move, and none that were farther apart change places.
    /// </summary>
    [Fact]
    public void AnUnrelatedFilmMovesScoresByNoMoreThanRarityAndFameExplain()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < Rounds; round++)
        {
            var documents = RandomCatalogue.Films(random, 80);
            var stranger = new Document
            {
                Film = new Film { Id = "stranger", Title = "Nothing Alike", Countries = { "BR" }, Directors = { new Credit { Name = "Nobody Else" } } },
            };
            var before = SmallIndex.Of(documents).Graph;
            var after = SmallIndex.Of([.. documents, stranger]).Graph;
            var rarity = Enumerable.Range(1, 80).Max(f => Math.Abs(SignalMath.Rarity(f, 80) - SignalMath.Rarity(f, 81)));
            var fame = documents.Max(d => Math.Abs(before.Ranks.Place((float)d.Film.Popularity) - after.Ranks.Place((float)d.Film.Popularity)));

            // Signals go with rarity at most squared, the keyword signal by its slope at nothing; fame is one signal itself.
            var most = SignalWeights.Default.Sum() * 4 * rarity + SignalWeights.Default[Signal.Popularity] * fame + 1e-4f;
            for (var film = 0; film < 80; film++)
            {
                var (old, now) = (Scores(before, $"f{film}"), Scores(after, $"f{film}"));
                foreach (var (id, score) in old)
                {
                    Assert.True(Math.Abs(now[id] - score) <= most, $"f{film} to {id}: {score} became {now[id]}, more than {most}");
                }
            }
        }
    }

    private static Signals Signals(FilmGraph graph, ItemRef seed, ItemRef other)
    {
        var search = RelatedSearch.Current;
        search.Profile.Clear();
        search.Profile.AddFilm(graph, seed, 1);
        return search.SignalsOf(graph, other);
    }

    private static Dictionary<ulong, float> Scores(FilmGraph graph, string film)
    {
        var search = RelatedSearch.Current;
        search.Profile.Clear();
        search.Profile.AddFilm(graph, graph.FindFilm(film)!.Value, 1);
        return search.Exhaustive(graph, SignalWeights.Default, null).ToArray().Where(f => f.IdHash != TieKey.Hash("stranger")).ToDictionary(f => f.IdHash, f => f.Score);
    }

    /// <summary>Every film's list at two diversities, with scores and reasons.</summary>
    private static string[] Lists(SmallIndex index)
        =>
        [
            .. Enumerable.Range(0, 150).Where(i => index.Graph.FindFilm($"f{i}") is not null)
                .SelectMany(i => new[] { index.Related($"f{i}", 10, 0).ToString(), index.Related($"f{i}").ToString() }),
        ];
}
