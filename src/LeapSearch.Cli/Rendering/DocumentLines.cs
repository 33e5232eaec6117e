using LeapSearch.Cli.Consoles;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>How a document is shown in a list: a headline and a line of what tells it from others.</summary>
internal static class DocumentLines
{
    public static string Head(CliConsole console, Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => Head(console, document.Film),
        Document.DocumentOneofCase.Person => Head(console, document.Person.Name, document.Person.OriginalName, 0, "person", document.Person.Id),
        Document.DocumentOneofCase.Article => Head(console, document.Article.Title, "", 0, "article", document.Article.Id),
        _ => "(nothing)",
    };

    public static string Head(CliConsole console, Film film) => Head(console, film.Title, film.OriginalTitle, film.Year, "film", film.Id);

    public static string Detail(Document document) => Printable.Of(document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => Joined(Names(document.Film.Directors, 2), Names(document.Film.Cast, 4)),
        Document.DocumentOneofCase.Person => Joined(string.Join(", ", document.Person.Professions), document.Person.BirthDate),
        Document.DocumentOneofCase.Article => Joined(string.Join(", ", document.Article.Categories), Day(document.Article.PublishedAt), Names(document.Article.Authors, 2)),
        _ => "",
    });

    private static string Head(CliConsole console, string title, string original, int year, string type, string id)
    {
        var others = original.Length > 0 && original != title ? $" {Printable.Of(original)}" : "";
        return $"{console.Bold(Printable.Of(title))}{(year > 0 ? $" ({year})" : "")}{others} · {type} {id}";
    }

    private static string Names(IEnumerable<Credit> credits, int most) => string.Join(", ", credits.Take(most).Select(c => c.Name).Where(n => n.Length > 0));

    private static string Day(string time) => time.Length > 10 ? time[..10] : time;

    private static string Joined(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(p => p.Length > 0));
}
