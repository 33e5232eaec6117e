using LeapSearch.Catalog.Linking;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Xunit;
using Document = LeapSearch.V1.Document;

namespace LeapSearch.Catalog.Tests.Linking;

public sealed class ArticleLinkerTests : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly ArticleLinker linker;

    public ArticleLinkerTests()
    {
        var indexer = new CatalogIndexer();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, indexer.Analyzer) { Similarity = indexer.Similarity });
        foreach (var document in Documents())
        {
            indexer.Index(writer, document, [], replaces: false);
        }

        writer.Commit();
        foreach (var document in Documents())
        {
            // With bodies, which a look-up reads.
            indexer.Index(writer, document, Google.Protobuf.MessageExtensions.ToByteArray(document), replaces: true);
        }

        writer.Commit();
        reader = DirectoryReader.Open(directory);
        linker = new ArticleLinker(reader, new IndexPersonDirectory(reader));
    }

    [Theory]
    // Short titles need evidence.
    [InlineData("The dancers leap over the river. Leap years come every four years.", "")]
    [InlineData("Peter Chan has finished <em>Leap</em>, his drama about volleyball.", "leap-2020")]
    [InlineData("Peter Chan has finished Leap, his drama about volleyball.", "leap-2020")]
    [InlineData("The trailer of Leap (2020) is out.", "leap-2020")]
    [InlineData("The trailer of Leap (夺冠, 2020) is out.", "leap-2020")]
    [InlineData("His novel Leap (1999) was never filmed.", "")]
    [InlineData("Mother was proud of him.", "")]
    [InlineData("Bong Joon-ho made Mother after The Host.", "mother-2009")]
    [InlineData("Bong Joon-ho lives with his wife. Mother was proud of him.", "")]
    [InlineData("Her letters moved me.", "")]
    // Several films of one title: the one whose people are named.
    [InlineData("Darren Aronofsky shot “Mother!” in Montreal.", "mother-2017")]
    [InlineData("We compared Mother (2009) with others.", "mother-2009")]
    // Long titles speak for themselves, in capitals.
    [InlineData("I saw Crouching Tiger, Hidden Dragon again.", "crouching-tiger-hidden-dragon-2000")]
    [InlineData("a crouching tiger, hidden dragon style of play", "")]
    // One character that reads as two words.
    [InlineData("The trailer of Naked Gun 33⅓ (1994) is out.", "naked-gun-1994")]
    // Other scripts.
    [InlineData("今年的《夺冠》很好看", "leap-2020")]
    [InlineData("봉준호의 마더를 다시 보았다", "mother-2009")]
    // Boxes and biographies.
    [InlineData("<p>News.</p><div class=\"author-bio\">Ada Reed loves Crouching Tiger, Hidden Dragon.</div>", "")]
    [InlineData("<p>News.</p><p>Ada Reed is the author of a book on Crouching Tiger, Hidden Dragon.</p>", "")]
    [InlineData("<p>Subscribe to our newsletter and win Crouching Tiger, Hidden Dragon!</p>", "")]
    public void FilmsAreLinkedWhereTheyAreMeant(string body, string expected)
        => Assert.Equal(expected, string.Join(' ', Link(body).FilmIds));

    [Theory]
    [InlineData("Peter Chan spoke in Venice.", "peter-chan")]
    [InlineData("peter chan spoke", "")]
    [InlineData("陳可辛的新片", "peter-chan")]
    [InlineData("Rain fell.", "")]
    public void PeopleAreLinkedByTheirFullNames(string body, string expected)
        => Assert.Equal(expected, string.Join(' ', Link(body).PersonIds));

    [Fact]
    public void EditorsLinksComeFirstAndStay()
    {
        var article = new Article { Id = "a", Title = "News", Body = "Peter Chan on Leap (2020).", FilmIds = { "mother-2017" }, PersonIds = { "rain" } };
        var linked = linker.Link(article);
        Assert.Equal(["mother-2017", "leap-2020"], linked.FilmIds);
        Assert.Equal(["rain", "peter-chan"], linked.PersonIds);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private Article Link(string body)
        => linker.Link(new Article { Id = "a", Title = "News", Body = body, Authors = { new Credit { Name = "Ada Reed" } } });

    private static IEnumerable<Document> Documents()
    {
        yield return Person("peter-chan", "Peter Chan", "陳可辛");
        yield return Person("bong-joon-ho", "Bong Joon-ho", "봉준호");
        yield return Person("darren-aronofsky", "Darren Aronofsky", "");
        yield return Person("rain", "Rain", "비");
        yield return Film("leap-2020", "Leap", "夺冠", 2020, "peter-chan");
        yield return Film("mother-2009", "Mother", "마더", 2009, "bong-joon-ho");
        yield return Film("mother-2017", "Mother!", "", 2017, "darren-aronofsky");
        yield return Film("naked-gun-1994", "Naked Gun 33⅓", "", 1994, "peter-segal");
        yield return Film("her-2013", "Her", "", 2013, "spike-jonze");
        yield return Film("crouching-tiger-hidden-dragon-2000", "Crouching Tiger, Hidden Dragon", "臥虎藏龍", 2000, "ang-lee");
    }

    private static Document Person(string id, string name, string original) => new() { Person = new Person { Id = id, Name = name, OriginalName = original } };

    private static Document Film(string id, string title, string original, int year, string director)
        => new() { Film = new Film { Id = id, Title = title, OriginalTitle = original, Year = year, Directors = { new Credit { PersonId = director, Name = director } } } };
}
