using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>Reasons say what is so, all of it that counts, strongest first.</summary>
public sealed class ReasonTests(ITestOutputHelper output)
{
    [Fact]
    public void ReasonsAreTrueAndStrongestFirst()
    {
        var documents = RandomCatalogue.Films(TestSeed.New(output), 150);
        var films = documents.ToDictionary(d => d.Film.Id, d => d.Film);
        var index = SmallIndex.Of(documents, perSegment: 60);
        var (reasons, nothing) = (0, 0);
        foreach (var seed in films.Values)
        {
            foreach (var result in index.Related(seed.Id).Results)
            {
                var film = films[result.Film.Id];
                Assert.NotEmpty(result.Reasons);
                nothing += result.Reasons[0].Kind == ReasonKind.NothingCloser ? 1 : 0;
                reasons += result.Reasons.Count;
                Assert.Equal(result.Reasons.OrderByDescending(r => r.Weight).Select(r => r.Weight), result.Reasons.Select(r => r.Weight));
                Assert.All(result.Reasons, r => Assert.True(r.Weight is > 0 and <= 1 || r.Kind == ReasonKind.NothingCloser));
                Assert.InRange(result.Reasons.Sum(r => r.Weight), 0, 1.0001);
                Assert.Equal(result.Reasons.Count, result.Reasons.Select(r => r.Kind).Distinct().Count());
                foreach (var reason in result.Reasons)
                {
                    Assert.True(IsTrue(reason, seed, film), $"{seed.Id} to {film.Id}: {reason}");
                }

                // What is shared by name is always said: it weighs more than the least that is worth a line.
                Assert.Equal(Shared(seed.Directors, film.Directors), result.Reasons.Any(r => r.Kind == ReasonKind.Director));
            }
        }

        Assert.True(reasons > 150 * 10, $"{reasons} reasons");
        Assert.True(nothing <= 150 * 10 / 20, $"{nothing} results that share nothing, though one film in twenty has nothing to share");
    }

    [Fact]
    public void PeopleCarryTheirIdsAndNamesWhereTheyHaveADocumentOrAnId()
    {
        var index = SmallIndex.Of(
        [
            Film("a", f => f.Directors.Add([new Credit { PersonId = "gong-li", Name = "Gong Li" }, new Credit { Name = "Nobody Known" }])),
            Film("b", f => f.Directors.Add([new Credit { Name = "nobody known" }, new Credit { PersonId = "gong-li", Name = "Kung Li" }])),
        ]);

        var reason = Assert.Single(index.Related("a").Results).Reasons[0];

        Assert.Equal(ReasonKind.Director, reason.Kind);
        Assert.Equal("Same directors: Gong Li, Nobody Known", reason.Text);
        Assert.Equal([("gong-li", "Gong Li"), ("", "Nobody Known")], reason.Items.Select(i => (i.Id, i.Name)));
        Assert.False(reason.Weak);
    }

    [Fact]
    public void CountriesAndLanguagesCarryCodesAndNames()
    {
        var index = SmallIndex.Of(
        [
            Film("a", f => { f.Countries.Add("KR"); f.Languages.Add("ko"); }),
            Film("b", f => { f.Countries.Add("KR"); f.Languages.Add("ko"); }),
        ]);

        var reasons = Assert.Single(index.Related("a").Results).Reasons;

        var country = Assert.Single(reasons, r => r.Kind == ReasonKind.Country);
        Assert.Equal(("Also from South Korea", "KR", true), (country.Text, Assert.Single(country.Items).Id, country.Weak));
        var language = Assert.Single(reasons, r => r.Kind == ReasonKind.Language);
        Assert.Equal(("Same language: Korean", "ko", true), (language.Text, Assert.Single(language.Items).Id, language.Weak));
    }

    [Fact]
    public void HowAFilmWasMadeTiesNothing()
    {
        string[] form = ["Widescreen", "based on novel", "remake"];
        var index = SmallIndex.Of(
        [
            Film("a", f => f.Keywords.Add([.. form, "olympic games"])),
            Film("form", f => f.Keywords.Add(form)),
            Film("about", f => f.Keywords.Add("olympic games")),
        ]);

        var results = index.Related("a").Results;

        Assert.Equal(["about", "form"], results.Select(r => r.Film.Id));
        Assert.Equal("Shared keywords: olympic games", results[0].Reasons[0].Text);
        Assert.DoesNotContain(results[1].Reasons, r => r.Kind == ReasonKind.Keyword);
        Assert.All(results[1].Reasons, r => Assert.True(r.Weak));
    }

    [Fact]
    public void WhatMakesAFilmTellingIsSaidHoweverLittleItCounts()
    {
        // The last of forty in one cast and in the other: less than what is worth a line otherwise.
        static IEnumerable<Credit> Cast(string film)
            => Enumerable.Range(0, 39).Select(i => new Credit { PersonId = $"{film}-{i}" }).Append(new Credit { PersonId = "extra", Name = "The Extra" });
        var index = SmallIndex.Of(
        [
            Film("a", f => { f.Cast.Add(Cast("a")); f.Year = 2001; f.Countries.Add("KR"); }),
            Film("b", f => { f.Cast.Add(Cast("b")); f.Year = 2001; f.Countries.Add("KR"); }),
            Film("c", f => { f.Year = 2001; f.Countries.Add("KR"); }),
        ]);

        var results = index.Related("a").Results;

        Assert.Equal(["b", "c"], results.Select(r => r.Film.Id));
        var said = Assert.Single(results[0].Reasons, r => r.Kind == ReasonKind.Cast);
        Assert.Equal(("Shared cast: The Extra", false), (said.Text, said.Weak));
        Assert.InRange(said.Weight, 0.0001, 0.02);
    }

    [Fact]
    public void ARemakeIsSaidToBeOne()
    {
        var index = SmallIndex.Of(
        [
            Film("housemaid-1960", f => { f.Title = "The Housemaid"; f.OriginalTitle = "하녀"; f.Genres.Add("Thriller"); }),
            Film("housemaid-2010", f => { f.Title = "The Housemaid"; f.OriginalTitle = "하녀"; f.Genres.Add("Thriller"); }),
            Film("thriller", f => f.Genres.Add("Thriller")),
            Film("housemaid-2001", f => f.Title = "The Housemaid"),
        ]);

        var results = index.Related("housemaid-1960").Results;

        var remake = Assert.Single(results, r => r.Film.Id == "housemaid-2010");
        Assert.Equal("Same title or series: The Housemaid", Assert.Single(remake.Reasons, r => r.Kind == ReasonKind.Family).Text);
        // Of equal title but nothing else in common: chance.
        Assert.DoesNotContain(Assert.Single(results, r => r.Film.Id == "housemaid-2001").Reasons, r => r.Kind == ReasonKind.Family);
    }

    [Fact]
    public void WhatSharesNothingTellingIsSaidToBeWeak()
    {
        var index = SmallIndex.Of(
        [
            Film("a", f => { f.Year = 2000; f.Genres.Add("Drama"); f.Countries.Add("KR"); }),
            .. Enumerable.Range(0, 12).Select(i => Film($"b{i}", f => { f.Year = 2001; f.Genres.Add("Comedy"); f.Countries.Add("KR"); })),
        ]);

        foreach (var result in index.Related("a").Results)
        {
            Assert.NotEmpty(result.Reasons);
            Assert.All(result.Reasons, r => Assert.True(r.Weak));
        }
    }

    private static bool IsTrue(Reason reason, Film seed, Film film) => reason.Kind switch
    {
        ReasonKind.Director => reason.Items.All(i => Has(seed.Directors, i) && Has(film.Directors, i)),
        ReasonKind.Cast => reason.Items.All(i => Has(seed.Cast, i) && Has(film.Cast, i)),
        ReasonKind.Writer => reason.Items.All(i => Has(seed.Writers.Concat(seed.Directors), i) && Has(film.Writers.Concat(film.Directors), i)),
        ReasonKind.Genre => reason.Items.All(i => seed.Genres.Contains(i.Name) && film.Genres.Contains(i.Name)),
        ReasonKind.Keyword => reason.Items.All(i => seed.Keywords.Contains(i.Name) && film.Keywords.Contains(i.Name)),
        ReasonKind.Country => reason.Items.All(i => seed.Countries.Contains(i.Id) && film.Countries.Contains(i.Id)),
        ReasonKind.Language => reason.Items.All(i => seed.Languages.Contains(i.Id) && film.Languages.Contains(i.Id)),
        ReasonKind.Synopsis => reason.Items.All(i => seed.Synopsis.Contains(i.Name) && film.Synopsis.Contains(i.Name)),
        ReasonKind.Family => TitleFamily.Keys(seed).Intersect(TitleFamily.Keys(film)).Any(),
        ReasonKind.Era => seed.Year > 0 && film.Year > 0 && reason.Text.EndsWith($" {film.Year}", StringComparison.Ordinal),
        ReasonKind.Popularity => film.Popularity > 0,
        ReasonKind.NothingCloser => reason.Weak && reason.Weight == 0,
        _ => false,
    };

    private static bool Has(IEnumerable<Credit> credits, ReasonItem item) => credits.Any(c => c.PersonId == item.Id && c.Name == item.Name);

    private static bool Shared(IEnumerable<Credit> a, IEnumerable<Credit> b) => a.Any(x => b.Any(y => y.PersonId == x.PersonId));

    private static Document Film(string id, Action<Film> fill)
    {
        var film = new Film { Id = id, Title = id };
        fill(film);
        return new Document { Film = film };
    }
}
