using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries.Editors;

public sealed class SynonymTests(EditedCatalog edited) : IClassFixture<EditedCatalog>
{
    [Theory]
    [InlineData("science fiction", "sf-diary")]
    [InlineData("scifi", "sf-diary")]
    [InlineData("Sci-Fi 2001", "sf-diary")]
    [InlineData("kung fu", "fist")]
    [InlineData("kungfu", "fist")]
    [InlineData("iron kung fu", "fist")]
    [InlineData("功夫", "wushu")]
    [InlineData("功夫大师", "wushu")]
    [InlineData("공포", "it")]
    [InlineData("공포영화", "it")]
    [InlineData("공포영화 it", "it")]
    [InlineData("ia", "infernal-affairs-2002")]
    [InlineData("无极 2002", "infernal-affairs-2002")]
    [InlineData("coach", "lethal")]
    [InlineData("hk action", "hk-police")]
    [InlineData("पहलवान", "wrestler")]
    public async Task WhatAWordStandsForIsFound(string query, string id)
        => Assert.Contains((await Search(query)).Results, r => r.Document.Film?.Id == id && r.Match.Kind == MatchKind.Synonym);

    [Theory]
    [InlineData("coach xylophone", "leap-2020 lethal")]
    [InlineData("ia xylophone", "infernal-affairs-2002")]
    public async Task WhereWordsAreLeftOutTheOthersStandForTheSame(string query, string films)
    {
        var response = await edited.Catalog.SearchAsync(new SearchRequest { Query = query, Types_ = { DocumentType.Film } });
        Assert.Equal(films, string.Join(' ', response.Results.Select(r => r.Document.Film.Id)));
        Assert.All(response.Results, r => Assert.Equal(MatchKind.Partial, r.Match.Kind));
        Assert.Equal([QueryStepKind.Dropped, QueryStepKind.Synonym], response.Steps.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("martial arts", "kung-fu")]
    [InlineData("infernal affairs", "ia")]
    [InlineData("kung fu", "art-of-war")]
    [InlineData("\"kung fu\"", "fist")]
    [InlineData("sf -martial", "fist")]
    public async Task ARuleWorksOneWayAndAsWordsInARowAndNotInQuotes(string query, string id)
        => Assert.DoesNotContain((await Search(query)).Results, r => r.Document.Film?.Id == id);

    [Theory]
    [InlineData("sf", "sf-diary")]
    [InlineData("kung fu", "kung-fu")]
    public async Task WhatIsLiterallyThereStandsFirst(string query, string id)
    {
        var kinds = (await Search(query)).Results.Select(r => r.Match.Kind).ToList();
        Assert.Equal(id, (await Search(query)).Results[0].Document.Film?.Id);
        Assert.Contains(MatchKind.Synonym, kinds);
        Assert.All(kinds.SkipWhile(k => k != MatchKind.Synonym), k => Assert.Contains(k, new[] { MatchKind.Synonym, MatchKind.Typo, MatchKind.Sound }));
    }

    [Fact]
    public async Task AMatchSaysWhatItWasAndWhereAndMarksIt()
    {
        var response = await Search("kungfu");
        var hit = Assert.Single(response.Results, r => r.Document.Film?.Id == "fist");

        Assert.Equal((MatchKind.Synonym, "keywords", "martial arts"), (hit.Match.Kind, hit.Match.Field, hit.Match.Value));
        Assert.Contains(hit.Highlights, h => h.Html == "<mark>martial</mark> <mark>arts</mark>");
        Assert.Contains(response.Steps, s => s is { Kind: QueryStepKind.Synonym, Text: "kungfu", Value: "martial arts" });
    }

    [Fact]
    public async Task ASuggestionIsMadeOfASynonym()
    {
        var suggestion = Assert.Single((await edited.Catalog.SuggestAsync(new SuggestRequest { Prefix = "ia" })).Suggestions, s => s.Id == "infernal-affairs-2002");
        Assert.Equal((MatchKind.Synonym, "<mark>Infernal</mark> <mark>Affairs</mark>"), (suggestion.Match.Kind, suggestion.Highlight));
    }

    [Fact]
    public async Task ExplainAndPlanTellThem()
    {
        var explained = await edited.Catalog.ExplainAsync(new SearchRequest { Query = "kung fu" }, DocumentType.Film, "fist");
        Assert.Contains("synonyms", explained.Tier!.Name, StringComparison.Ordinal);
        Assert.Contains(explained.Query.Steps, s => s.Kind == QueryStepKind.Synonym);
        var traced = await edited.Catalog.TraceAsync(new SearchRequest { Query = "kung fu" });
        Assert.Contains(traced.Rounds[0].Tiers, t => t.Tier.Name.Contains("synonyms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BothScorersAgree()
    {
        foreach (var query in new[] { "sf", "kung fu", "功夫大师", "hk action", "iron kung fu 1994", "watch kung fu online" })
        {
            var (a, b) = (await Search(query), await edited.Stock.SearchAsync(new SearchRequest { Query = query }));
            Assert.Equal(a.Results.Select(r => (r.Document, r.Match.Kind)), b.Results.Select(r => (r.Document, r.Match.Kind)));
        }
    }

    [Theory]
    [InlineData("sf", "'sf' stands alone; write what it stands for")]
    [InlineData("sf =>", "what is right of '=>' has an empty phrase")]
    [InlineData("=> sf", "what is left of '=>' has an empty phrase")]
    [InlineData("sf,,scifi", "the line has an empty phrase")]
    [InlineData("a => b => c", "a second '=>'")]
    [InlineData("sf -> science fiction", "'sf -> science fiction' holds an arrow that is none; write '=>'")]
    [InlineData("sf => SF", "'sf' and 'SF' are the same words")]
    [InlineData("one two three four five six seven eight nine, x", "'one two three four five six seven eight nine' has 9 words; at most 8")]
    [InlineData("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q", "the line has 17 phrases; at most 16")]
    [InlineData("sf, \u200b", "'\u200b' has no letter or digit")]
    public void AMistakeIsNamedWithItsLine(string line, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(SynonymTable.FileName);
        File.WriteAllText(path, $"# comment\n\nsf, scifi\n{line}\nkung fu => martial arts\n");

        Assert.StartsWith($"{path}:4: {message}", Assert.Throws<InvalidDataException>(() => SynonymTable.Read(path)).Message);
        var (problems, warnings) = SearchEditorCheck.Run(folder.Path, _ => true, DateTimeOffset.UnixEpoch);
        Assert.StartsWith($"{path}:4: {message}", Assert.Single(problems));
        Assert.EndsWith("Correct the line: until then what the file said before holds, and a restart forgets it.", problems[0]);
        Assert.Empty(warnings);
    }

    [Fact]
    public void WhatAllRulesTogetherAddIsBounded()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(SynonymTable.FileName);
        File.WriteAllLines(path, [$"x => {string.Join(',', Enumerable.Range(0, 16).Select(i => $"a{i}"))}", "x => b"]);
        Assert.StartsWith($"{path}:2: 'x' stands for 17 others", Assert.Throws<InvalidDataException>(() => SynonymTable.Read(path)).Message);

        File.WriteAllLines(path, Enumerable.Range(0, SynonymTable.MaxRules + 1).Select(i => $"a{i} => b{i}"));
        Assert.StartsWith($"{path}:10001: more than 10,000 rules", Assert.Throws<InvalidDataException>(() => SynonymTable.Read(path)).Message);
    }

    [Fact]
    public void AQueryOfManyPhrasesIsBounded()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(SynonymTable.FileName);
        var others = string.Join(',', Enumerable.Range(0, 15).Select(i => $"other{i}"));
        File.WriteAllLines(path, Enumerable.Range(0, 20).Select(i => $"word{i} => {others}").Append("功夫 => 武术"));
        var table = SynonymTable.Read(path);

        var reading = SynonymReading.Of(QueryWords.Parse(string.Join(' ', Enumerable.Range(0, 20).Select(i => $"word{i}"))), table)!;
        Assert.Equal(SynonymReading.MaxPlaces, reading.Places.Count(p => p.Others.Count > 0));
        Assert.Equal(20, reading.Places.Count);
        var wholes = reading.Wholes().ToList();
        Assert.Equal(SynonymReading.MaxWholes, wholes.Count);
        Assert.StartsWith("other0 word1 word2", wholes[0]);

        var run = SynonymReading.Of(QueryWords.Parse(string.Concat(Enumerable.Repeat("看功夫", 10))), table)!;
        Assert.Equal(SynonymReading.MaxPlaces, run.Places.Count(p => p.Others.Count > 0));
        Assert.Equal(string.Concat(Enumerable.Repeat("看功夫", 10)), string.Concat(run.Places.SelectMany(p => p.Typed).Select(w => w.Original)));
        Assert.Contains(run.Steps(), s => s is { Text: "功夫", Value: "武术" });
    }

    [Theory]
    [InlineData("lord of the rings, lotr", "the lotr", "the lord of the rings")]
    [InlineData("sci-fi, sf", "scifi", "sci-fi|sf")]
    [InlineData("new york, nyc\nyork => yorkshire", "new york", "nyc")]
    [InlineData("a => b\nb => c", "a", "b")]
    [InlineData("therapist => doctor", "the rapist", null)]
    [InlineData("공상 과학, SF", "공상과학영화", "공상 과학 영화|SF 영화")]
    public void TheLongestPhraseCountsAndRulesDoNotChain(string rules, string query, string? wholes)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(SynonymTable.FileName);
        File.WriteAllText(path, rules);

        Assert.Equal(wholes, SynonymReading.Of(QueryWords.Parse(query), SynonymTable.Read(path)) is { } reading ? string.Join('|', reading.Wholes()) : null);
    }

    private Task<SearchResponse> Search(string query) => edited.Catalog.SearchAsync(new SearchRequest { Query = query });
}
