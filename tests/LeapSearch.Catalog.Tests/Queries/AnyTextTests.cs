using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>Titles of any text, articles that name them, and queries that are such titles with a slip, which go down the whole ladder and are corrected.</summary>
public sealed class AnyTextTests(ITestOutputHelper output)
{
    private const int Films = 60;

    [Fact]
    public async Task NoTextFailsASearch()
    {
        var random = TestSeed.New(output);
        var texts = new RandomText(random);
        var (found, corrected) = (0, 0);
        for (var round = 0; round < TestTier.Pick(1, 6, 60); round++)
        {
            using var folder = new TemporaryFolder();
            await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
            var titles = await WriteAsync(catalog, texts, random);
            for (var i = 0; i < 300; i++)
            {
                var query = i % 5 == 0 ? texts.Next(30) : Slip(titles[random.Next(titles.Count)], random);
                try
                {
                    var response = await catalog.SearchAsync(new SearchRequest { Query = query });
                    found += response.Results.Count > 0 ? 1 : 0;
                    corrected += response.CorrectedQuery.Length > 0 ? 1 : 0;
                    await catalog.SuggestAsync(new SuggestRequest { Prefix = query });
                }
                catch (LeapSearchException error) when (error.Code == StatusCode.InvalidArgument)
                {
                }
                catch (Exception error)
                {
                    Assert.Fail($"'{string.Concat(query.Select(c => c is >= ' ' and <= '~' ? $"{c}" : $"\\u{(int)c:X4}"))}': {error}");
                }
            }
        }

        output.WriteLine($"{found} queries found films, {corrected} were corrected");
        Assert.True(found > 50 && corrected > 5, $"{found} found, {corrected} corrected");
    }

    private static async Task<List<string>> WriteAsync(LeapCatalog catalog, RandomText texts, Random random)
    {
        var titles = new List<string>();
        long sequence = 0;
        while (titles.Count < Films)
        {
            // Words that slips are mended in, between and beside anything.
            var title = random.Next(3) == 0 ? texts.Next(30) : $"Naked {texts.Next(4)} Chronicles{texts.Next(4)}-{texts.Next(3)} Insult";
            try
            {
                var film = new Film { Id = $"f{titles.Count}", Title = title, Year = 2000 };
                var article = new Article { Id = $"a{titles.Count}", Title = texts.Next(20) + title, Body = $"She saw {title} ({texts.Next(3)}2000). {texts.Next(200)}" };
                var request = new WriteDocumentsRequest { Documents = { new Document { Film = film }, new Document { Article = article } } };
                sequence = (await catalog.WriteDocumentsAsync(request)).Sequence;
                titles.Add(title);
            }
            catch (LeapSearchException error) when (error.Code == StatusCode.InvalidArgument)
            {
            }
        }

        await catalog.SearchAsync(new SearchRequest { MinSequence = sequence });
        return titles;
    }

    private static string Slip(string title, Random random)
    {
        var at = random.Next(title.Length);
        return random.Next(3) switch
        {
            0 => title.Remove(at, 1),
            1 => title.Insert(at, $"{(char)('a' + random.Next(26))}"),
            _ => at + 1 < title.Length ? $"{title[..at]}{title[at + 1]}{title[at]}{title[(at + 2)..]}" : title,
        };
    }
}
