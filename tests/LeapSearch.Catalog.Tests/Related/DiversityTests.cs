using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

public sealed class DiversityTests(ITestOutputHelper output)
{
    [Fact]
    public void OfTheSeedsFamilyAndOfEveryOtherOneFilmStandsInAListUnlessMoreIsAskedFor()
    {
        var documents = RandomCatalogue.Films(TestSeed.New(output), 200);
        var families = documents.ToDictionary(d => d.Film.Id, d => TitleFamily.Keys(d.Film));
        var index = SmallIndex.Of(documents);
        var more = 0;
        foreach (var seed in families.Keys)
        {
            foreach (var diversity in new[] { 0.1, 0.5, 1 })
            {
                var ids = index.Related(seed, 10, diversity).Results.Select(r => r.Film.Id).ToArray();
                for (var i = 0; i < ids.Length; i++)
                {
                    Assert.DoesNotContain(ids[..i], other => families[other].Intersect(families[ids[i]]).Any());
                }

                Assert.InRange(ids.Count(id => families[id].Intersect(families[seed]).Any()), 0, 1);
            }

            var request = new RelatedFilmsRequest { FilmId = seed, Weights = { ["family"] = 50 } };
            more += index.Related(request).Results.Count(r => families[r.Film.Id].Intersect(families[seed]).Any()) > 1 ? 1 : 0;
        }

        Assert.True(more > 0, "some film of 200 has two relatives");
    }

    [Theory]
    [InlineData("Sports", 3)]
    [InlineData("Drama", 5)]
    public void OfOneDirectorThreeFilmsStandAmongTenAndAFewMoreWhereAllOthersShareNothingTelling(string genre, int expected)
    {
        // Sports is a genre of few here, Drama of nearly all.
        var documents = Enumerable.Range(0, 160).Select(i => new Document
        {
            Film = new Film
            {
                Id = $"f{i}", Title = $"{(char)('A' + (i % 26))}{(char)('a' + (i / 26))}rest", Year = 1990 + (i % 3), Genres = { i < 40 ? genre : "Drama" },
                Directors = { new Credit { PersonId = i < 20 ? "hong" : $"other-{i}", Name = "Name" } },
                Cast = { Enumerable.Range(0, 8).Select(c => new Credit { PersonId = $"cast-{i}-{c}", Name = "Name" }) },
            },
        }).ToArray();
        var index = SmallIndex.Of(documents);

        Assert.Equal(10, Hong(index.Related("f0", 10, 0)));
        Assert.Equal(expected, Hong(index.Related("f0")));
        Assert.Equal(expected, Hong(index.Related("f0", 10, 1)));
        Assert.Equal(expected + 1, Hong(index.Related("f0", 20)));

        // All there are, rather than none: the cap gives way where nothing else is left.
        Assert.Equal(19, Hong(SmallIndex.Of(documents[..40]).Related("f0", 100)));

        int Hong(RelatedFilmsResponse response) => response.Results.Count(r => r.Film.Directors[0].PersonId == "hong");
    }

    [Fact]
    public void ADiverseListHasSomethingOfEachDirectorLeadAndRareGenre()
    {
        // Twenty contemporaries that share country, decade and genre; one old film of the lead; one of the director; one with the rare genre.
        var seed = Film("seed", 2020, "KR", ["Drama", "Sports"], "director", "lead");
        var index = SmallIndex.Of(
        [
            seed,
            .. Enumerable.Range(0, 20).Select(i => Film($"near-{i}", 2019, "KR", ["Drama"], $"d{i}", $"l{i}", "second")),
            Film("of-lead", 1985, "HK", ["Comedy"], "d20", "x", "lead"),
            Film("of-director", 1985, "HK", ["Comedy"], "director", "y"),
            Film("of-genre", 1985, "HK", ["Sports"], "d21", "z"),
            .. Enumerable.Range(0, 40).Select(i => Film($"far-{i}", 1960, "IN", ["Comedy"], $"e{i}", $"m{i}")),
        ]);

        var ids = index.Related("seed").Results.Select(r => r.Film.Id).ToArray();

        Assert.Contains("of-lead", ids);
        Assert.Contains("of-director", ids);
        Assert.Contains("of-genre", ids);
    }

    [Fact]
    public void MoreDiversityIsLessOverlap()
    {
        var index = SmallIndex.Of(RandomCatalogue.Films(TestSeed.New(output), 200));
        var overlaps = new[] { 0.0, 0.5, 1 }.Select(d => Enumerable.Range(0, 60).Average(i => Overlap(index.Related($"f{i}", 10, d)))).ToArray();

        output.WriteLine(string.Join(' ', overlaps));
        // A diverse list prefers what shares something telling; where few films share anything, as here, that may cost a little overlap.
        Assert.All(overlaps, o => Assert.InRange(o, 0, overlaps[0] + 0.01));
    }

    private static double Overlap(RelatedFilmsResponse response)
    {
        var people = response.Results.Select(r => r.Film.Directors.Concat(r.Film.Cast).Select(c => c.PersonId).ToHashSet()).ToArray();
        return (from a in Enumerable.Range(0, people.Length)
                from b in Enumerable.Range(0, a)
                let all = people[a].Union(people[b]).Count()
                select all == 0 ? 0 : people[a].Intersect(people[b]).Count() / (double)all).DefaultIfEmpty(0).Average();
    }

    private static Document Film(string id, int year, string country, string[] genres, string director, params string[] cast)
    {
        var film = new Film { Id = id, Title = id, Year = year, Countries = { country }, Genres = { genres }, Directors = { new Credit { PersonId = director, Name = director } } };
        film.Cast.Add(cast.Select(c => new Credit { PersonId = c, Name = c }));
        return new Document { Film = film };
    }
}
