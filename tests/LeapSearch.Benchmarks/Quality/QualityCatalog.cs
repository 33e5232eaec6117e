using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality;

/// <summary>The documents that cases are made over, and who else has the same title or name.</summary>
internal sealed class QualityCatalog
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default);
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    private readonly Dictionary<string, HashSet<JudgedDocument>> named = [];

    public QualityCatalog(IEnumerable<Document> documents)
    {
        var seen = new HashSet<JudgedDocument>();
        foreach (var document in documents)
        {
            if (!seen.Add(KeyOf(document)))
            {
                continue;
            }

            switch (document.DocumentCase)
            {
                case Document.DocumentOneofCase.Film: Films.Add(document.Film); break;
                case Document.DocumentOneofCase.Person: People.Add(document.Person); break;
                default: Articles.Add(document.Article); break;
            }

            foreach (var name in NamesOf(document))
            {
                var key = Folding.FoldKey(name);
                (named.TryGetValue(key, out var same) ? same : named[key] = []).Add(KeyOf(document));
            }
        }
    }

    public List<Film> Films { get; } = [];

    public List<Person> People { get; } = [];

    public List<Article> Articles { get; } = [];

    /// <summary>Reads every .jsonl file under a folder, in the order of paths; of documents with one id the first is kept.</summary>
    public static QualityCatalog Load(string folder) => new(
        Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)
            .Select(Parser.Parse<Document>));

    public void Save(string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var film in Films)
        {
            writer.WriteLine(Formatter.Format(new Document { Film = film }));
        }

        foreach (var person in People)
        {
            writer.WriteLine(Formatter.Format(new Document { Person = person }));
        }

        foreach (var article in Articles)
        {
            writer.WriteLine(Formatter.Format(new Document { Article = article }));
        }
    }

    /// <summary>Every film and person that has this very title or name, apart from case, accents, blanks and script variants.</summary>
    public IEnumerable<JudgedDocument> Named(string text) => named.GetValueOrDefault(Folding.FoldKey(text)) ?? [];

    public static JudgedDocument KeyOf(Film film) => new(DocumentType.Film, film.Id);

    public static JudgedDocument KeyOf(Person person) => new(DocumentType.Person, person.Id);

    public static JudgedDocument KeyOf(Article article) => new(DocumentType.Article, article.Id);

    public static JudgedDocument KeyOf(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => KeyOf(document.Film),
        Document.DocumentOneofCase.Person => KeyOf(document.Person),
        _ => KeyOf(document.Article),
    };

    public static IEnumerable<string> NamesOf(Film film)
        => new[] { film.Title, film.OriginalTitle }
            .Concat(film.AlternativeTitles)
            .Concat(film.LocalizedTitles.Select(t => t.Text))
            .Where(t => t.Length > 0);

    public static IEnumerable<string> NamesOf(Person person)
        => new[] { person.Name, person.OriginalName }.Concat(person.AlternativeNames).Where(n => n.Length > 0);

    private static IEnumerable<string> NamesOf(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => NamesOf(document.Film),
        Document.DocumentOneofCase.Person => NamesOf(document.Person),
        _ => [],
    };
}
