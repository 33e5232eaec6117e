using Grpc.Core;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Tests.Evaluation;
using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Queries;

public sealed class ExplainTests(SmallCatalog small, ITestOutputHelper output) : IClassFixture<SmallCatalog>
{
    [Fact]
    public async Task ExplanationsOfTheSampleAddUpToWhatBothScorersAnswer()
    {
        using var folder = new TemporaryFolder();
        await using var impacts = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await foreach (var _ in impacts.ReindexAsync(SampleCatalogue.ReadAsync()))
        {
        }

        await using var stock = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path, Scorer = "stock", ReadOnly = true });
        var step = TestTier.Pick(600, 8, 1);
        var cases = JudgementFiles.Read(Path.Combine(Repository.Root, "index-data", "judgements")).Where((_, i) => i % step == 0);
        var explained = 0;
        foreach (var query in cases.Select(c => c.Query).Distinct())
        {
            foreach (var catalog in new[] { impacts, stock })
            {
                var request = new SearchRequest { Query = query, PageSize = 4 };
                var results = (await catalog.SearchAsync(request)).Results;
                for (var i = 0; i < results.Count; i++)
                {
                    var key = DocumentKey.Of(results[i].Document);
                    Check(query, i + 1, results[i].Score, await catalog.ExplainAsync(request, key.Type, key.Id));
                    explained++;
                }
            }
        }

        output.WriteLine($"{explained} places explained");
        Assert.True(explained > 10);
    }

    [Theory]
    [InlineData("leap 2020", DocumentType.Film, "leap-2020", SearchRound.Words, nameof(Tier.Exact))]
    [InlineData("korean thriller 2019", DocumentType.Film, "parasite-2019", SearchRound.Words, nameof(Tier.Properties))]
    [InlineData("laep", DocumentType.Film, "leap-2020", SearchRound.HardSlips, nameof(Tier.HardWholeTypo))]
    [InlineData("gdfathr", DocumentType.Film, "godfather-1972", SearchRound.HardSlips, nameof(Tier.HardTypo))]
    [InlineData("parasite xylophone", DocumentType.Film, "parasite-2019", SearchRound.FewerWords, nameof(Tier.Partial))]
    [InlineData("", DocumentType.Film, "godfather-1972", SearchRound.Words, nameof(Tier.Exact))]
    public async Task TheRoundAndTheTierAreTold(string query, DocumentType type, string id, SearchRound round, string tier)
    {
        var explained = await Explain(query, type, id);
        Assert.Equal((1L, round, tier), (explained.Rank, explained.Query.Round, ((Tier)explained.Tier!.Number).ToString()));
    }

    [Fact]
    public void EveryTierHasWords()
        => Assert.All(Enum.GetValues<Tier>(), t => Assert.NotEqual(t.ToString(), TierWords.Of((int)t, MatchKind.Words).Name));

    [Fact]
    public async Task WhatWasUnderstoodIsTold()
    {
        var query = (await Explain("korean thriller 2019", DocumentType.Film, "parasite-2019")).Query;
        Assert.Equal(["korean", "thriller", "2019"], query.Words);
        Assert.Equal(["2019"], query.Years);
        Assert.Equal(["country = KR", "genre = thriller", "year = 2019"], query.Steps.Select(s => s.Value));
        Assert.Contains("ko:봉준호", (await Explain("bong junho", DocumentType.Person, "bong-joon-ho")).Query.Names);
        Assert.Equal(["thriller"], (await Explain("mother -thriller", DocumentType.Film, "mother-2009")).Query.Excluded);
    }

    [Theory]
    [InlineData("gong li leap", DocumentType.Film, "dearest-2014", "'leap' in the title")]
    [InlineData("mother -thriller", DocumentType.Film, "mother-2009", "the absence of 'thriller'")]
    [InlineData("korean thriller 2019", DocumentType.Film, "mother-2009", "year 2019")]
    public async Task WhatADocumentLacksIsTold(string query, DocumentType type, string id, string lack)
    {
        var explained = await Explain(query, type, id);
        Assert.Null(explained.Rank);
        Assert.Empty(explained.Parts);
        Assert.Contains(explained.Ways.SelectMany(w => w.Lacks), l => l.Contains(lack, StringComparison.Ordinal));
        Assert.All(explained.Ways, w => Assert.True(w.NotTried.Length > 0 || w.Lacks.Count > 0));
    }

    [Fact]
    public async Task WhatIsHiddenIsTold()
    {
        Assert.Equal("it is not published yet", Assert.Single((await Explain("leap returns", DocumentType.Article, "future")).Hidden));
        var filtered = new SearchRequest { Query = "leap", Filter = "country = KR" };
        Assert.Contains("'kr' as its country", Assert.Single((await small.Catalog.ExplainAsync(filtered, DocumentType.Film, "leap-2020")).Hidden), StringComparison.Ordinal);
        var people = new SearchRequest { Query = "leap", Types_ = { DocumentType.Person } };
        Assert.Contains("'person' as its type", Assert.Single((await small.Catalog.ExplainAsync(people, DocumentType.Film, "leap-2020")).Hidden), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownDocumentIsNotFound()
    {
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => Explain("leap", DocumentType.Person, "leap-2020"));
        Assert.Equal((StatusCode.NotFound, "There is no person with the id 'leap-2020'."), (error.Code, error.Message));
    }

    private Task<SearchExplanation> Explain(string query, DocumentType type, string id)
        => small.Catalog.ExplainAsync(new SearchRequest { Query = query }, type, id);

    private static void Check(string query, int rank, double score, SearchExplanation explained)
    {
        Assert.True(explained.Rank == rank, $"{query}: place {explained.Rank}, not {rank}");
        var sum = explained.Parts.Sum(p => p.Adds);
        Assert.True(Math.Abs(sum - score) <= 1e-5 * Math.Max(1e-3, Math.Abs(score)), $"{query}, place {rank}: {sum}, not {score}");
        Assert.Equal(score, explained.Score);
        Assert.All(explained.Parts, CheckSum);
        Assert.All(explained.Ways, w => Assert.True(w.Tier.Number >= explained.Tier!.Number || !w.Matches || w.NotTried.Length > 0, $"{query}, place {rank}: {w}"));
    }

    private static void CheckSum(ScorePart part)
    {
        if (part.Parts.Count > 0)
        {
            Assert.Equal(part.Score, part.Parts.Sum(p => p.Adds), 1e-9);
            Assert.All(part.Parts, CheckSum);
        }
    }
}
