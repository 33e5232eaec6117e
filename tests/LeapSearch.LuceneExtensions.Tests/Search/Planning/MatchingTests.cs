using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Planning;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Search.Planning;

/// <summary>What is told of clauses alone holds for whatever the documents are.</summary>
public sealed class MatchingTests(ITestOutputHelper output)
{
    [Fact]
    public void WhatIncludesAnotherMatchesAllOfIt()
    {
        var random = TestSeed.New(output);
        var (told, wider) = (0, 0);
        foreach (var (plans, documents, scores) in Rounds(random))
        {
            for (var i = 0; i < 50; i++)
            {
                var narrow = plans.Clause(3);
                var isWider = random.Next(3) > 0;
                var wide = isWider ? plans.Wider(narrow) : plans.Clause(2);
                wider += isWider ? 1 : 0;
                if (Matching.Includes(wide, narrow))
                {
                    told += isWider ? 1 : 0;
                    Assert.All(documents, d => Assert.True(scores.Score(narrow, d) is null || scores.Score(wide, d) is not null, $"{PlanText.Of(wide)} includes {PlanText.Of(narrow)}"));
                }
            }
        }

        output.WriteLine($"{told} of {wider} told");
        Assert.True(told > wider * 0.8, $"Only {told} of {wider} wider clauses were known as such.");
    }

    [Fact]
    public void TheWidestMatchWhatAllDo()
    {
        var random = TestSeed.New(output);
        var (left, given) = (0, 0);
        foreach (var (plans, documents, scores) in Rounds(random))
        {
            for (var i = 0; i < 20; i++)
            {
                Clause[] all = [.. plans.Next().Branches.Select(b => b.Root)];
                var widest = Matching.Widest(all);
                (left, given) = (left + widest.Count, given + all.Length);
                Assert.All(documents, d => Assert.Equal(all.Any(c => scores.Score(c, d) is not null), widest.Any(c => scores.Score(c, d) is not null)));
            }
        }

        Assert.True(left < given, "No clause was ever left out.");
    }

    [Fact]
    public void TiersOfASearchIncludeEachOther()
    {
        Clause[] title = [new TermClause("title", "leap", 3), new TermClause("other", "leap")];
        var words = new BooleanClause([new DisMaxClause(title)], [new PhraseClause("title", ["leap", "year"])], []);
        var anywhere = new BooleanClause([new DisMaxClause([.. title, new TermClause("plot", "leap")], 0.1f)], [], []);
        Assert.True(Matching.Includes(anywhere, words));
        Assert.False(Matching.Includes(words, anywhere));
        Assert.Equal([anywhere.Must[0]], Matching.Widest([words, anywhere]));
    }

    private static IEnumerable<(RandomPlans Plans, ModelDocument[] Documents, NaiveScores Scores)> Rounds(Random random)
    {
        for (var round = 0; round < TestTier.Pick(20, 200, 1000); round++)
        {
            var words = new RandomDocuments(random);
            ModelDocument[] documents = [.. Enumerable.Range(0, 60).Select(i => words.Next($"{i}"))];
            yield return (new RandomPlans(random, words), documents, new NaiveScores(documents));
        }
    }
}
