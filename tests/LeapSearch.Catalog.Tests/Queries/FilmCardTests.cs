using Google.Protobuf;
using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>A card cut out of bytes is the document parsed and then cut.</summary>
public sealed class FilmCardTests(ITestOutputHelper output)
{
    [Fact]
    public void IsTheParsedDocumentInViewBasic()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(500, 5_000, 50_000); round++)
        {
            var bytes = new Document { Film = Any(random) }.ToByteArray();
            Assert.Equal(DocumentViews.Basic(Document.Parser.ParseFrom(bytes).Film), FilmCard.Parse(bytes));
        }
    }

    [Fact]
    public void AFilmInPartsIsPutTogetherAsTheParserDoes()
    {
        // Two films in one message are one, merged.
        byte[] bytes = [.. new Document { Film = new Film { Title = "one", Keywords = { "k" } } }.ToByteArray(), .. new Document { Film = new Film { Year = 1953 } }.ToByteArray()];
        Assert.Equal(new Film { Title = "one", Year = 1953 }, FilmCard.Parse(bytes));
    }

    [Fact]
    public void WhatIsCutOffIsNoFilm()
    {
        var bytes = new Document { Film = new Film { Title = "Late Spring" } }.ToByteArray();
        Assert.Throws<InvalidProtocolBufferException>(() => FilmCard.Parse(bytes[..^1]));
    }

    private static Film Any(Random random)
    {
        var film = new Film { Id = Text(), Title = Text(), Year = random.Next(3000), Synopsis = Text(), Popularity = random.Next(3) * 1.5, RuntimeMinutes = random.Next(300) };
        for (var i = random.Next(16); i > 0; i--)
        {
            film.Cast.Add(Credit());
            film.Keywords.Add(Text());
            film.Genres.Add(Text());
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            film.Directors.Add(Credit());
            film.Writers.Add(Credit());
            film.Subjects.Add(Credit());
            film.Releases.Add(new Release { Date = Text(), Note = Text() });
            film.LocalizedTitles.Add(new LocalizedText { Text = Text() });
            film.ExternalIds[Text()] = Text();
        }

        return film;

        Credit Credit() => new() { PersonId = Text(), Name = Text(), Character = Text() };

        string Text() => new('\u00e9', random.Next(random.Next(40) == 0 ? 300 : 9));
    }
}
