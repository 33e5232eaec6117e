using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Cli.Consoles;
using LeapSearch.Cli.Options;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>An explanation for programs.</summary>
internal static class ExplainJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static void Write(CliConsole console, SearchExplanation explained)
    {
        var query = explained.Query;
        var (type, id) = Of(explained.Document);
        console.Out.WriteLine(JsonSerializer.Serialize(
            new
            {
                Query = new
                {
                    query.Text,
                    query.Words,
                    query.Phrases,
                    query.Excluded,
                    query.Years,
                    query.Names,
                    query.Titles,
                    Steps = query.Steps.Select(s => new { s.Kind, s.Text, s.Value }),
                    query.Round,
                },
                Document = new { Type = DocumentTypes.Name(type), Id = id },
                Found = explained.Rank is not null,
                explained.Rank,
                explained.Total,
                explained.TotalIsExact,
                explained.Tier,
                explained.Score,
                explained.Parts,
                explained.Hidden,
                explained.Ways,
            },
            Json));
    }

    private static (DocumentType Type, string Id) Of(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => (DocumentType.Film, document.Film.Id),
        Document.DocumentOneofCase.Person => (DocumentType.Person, document.Person.Id),
        _ => (DocumentType.Article, document.Article.Id),
    };
}
