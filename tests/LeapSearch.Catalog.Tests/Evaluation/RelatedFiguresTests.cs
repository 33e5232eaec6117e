using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Evaluation;

public sealed class RelatedFiguresTests
{
    [Fact]
    public void APerfectListHasNdcgAndRecallOfOne()
    {
        var figures = RelatedFigures.Of([Outcome(Related(("a", 3), ("b", 1)), "a", "b")]);

        Assert.Equal(1, figures.Ndcg);
        Assert.Equal(1, figures.Recall);
        Assert.Equal(0, figures.Full);
        Assert.Equal((1.0, 1.0), (figures.NdcgLow, figures.NdcgHigh));
    }

    [Fact]
    public void GainsAreDiscountedByRank()
    {
        // 2^1-1 at rank 1 and 2^3-1 at rank 2, over the other way round.
        var expected = (1 + (7 / Math.Log2(3))) / (7 + (1 / Math.Log2(3)));

        Assert.Equal(expected, RelatedFigures.Of([Outcome(Related(("a", 3), ("b", 1)), "b", "a")]).Ndcg, 12);
    }

    [Fact]
    public void OfTwentyRelevantFilmsTenAreAll()
    {
        var related = Enumerable.Range(0, 20).Select(i => ($"f{i}", 1)).ToArray();
        var outcome = Outcome(Related(related), [.. related.Take(5).Select(r => r.Item1), "x1", "x2", "x3", "x4", "x5"]);

        var figures = RelatedFigures.Of([outcome]);

        Assert.Equal(0.5, figures.Recall);
        Assert.Equal(1, figures.Full);
    }

    [Fact]
    public void OverlapIsTheMeanOverPairsOfSharedDirectorsAndCast()
    {
        var first = Film("a", ["d"], ["x", "y"]);
        var second = Film("b", ["d"], ["z"]);
        var third = Film("c", ["e"], []);

        var figures = RelatedFigures.Of([new RelatedOutcome(Judged(Related(("a", 1))), [first, second, third], 3, 1)]);

        // One of four people of the first two; nothing in the two other pairs.
        Assert.Equal(0.25 / 3, figures.Overlap, 12);
    }

    [Fact]
    public void SlotsAndReasonsAreCountedOverAllLists()
    {
        var one = Outcome(Related(("a", 1)), "a", "b");
        var two = Outcome(Related(("a", 1)), "a", "c") with { WithReason = 1 };

        var figures = RelatedFigures.Of([one, two]);

        Assert.Equal(0.75, figures.Distinct);
        Assert.Equal(1, figures.MostShown);
        Assert.Equal(0.75, figures.WithReason);
    }

    [Fact]
    public void TheIntervalHoldsTheMeanAndRepeats()
    {
        var outcomes = Enumerable.Range(0, 40).Select(i => Outcome(Related(("a", 2)), i % 3 == 0 ? "a" : "b")).ToArray();

        var (first, second) = (RelatedFigures.Of(outcomes), RelatedFigures.Of(outcomes));

        Assert.InRange(first.Ndcg, first.NdcgLow, first.NdcgHigh);
        Assert.True(first.NdcgHigh - first.NdcgLow is > 0.1 and < 0.5);
        Assert.Equal(first, second);
    }

    private static Dictionary<string, int> Related(params (string Id, int Grade)[] related) => related.ToDictionary(r => r.Id, r => r.Grade);

    private static RelatedJudgement Judged(IReadOnlyDictionary<string, int> related) => new("set", "seed", related, "file:1");

    private static RelatedOutcome Outcome(IReadOnlyDictionary<string, int> related, params string[] films)
        => new(Judged(related), [.. films.Select(f => Film(f, [], []))], films.Length, 1);

    private static Film Film(string id, string[] directors, string[] cast)
    {
        var film = new Film { Id = id };
        film.Directors.Add(directors.Select(d => new Credit { PersonId = d }));
        film.Cast.Add(cast.Select(d => new Credit { Name = d }));
        return film;
    }
}
