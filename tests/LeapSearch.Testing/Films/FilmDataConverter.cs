using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using LeapSearch.V1;

namespace LeapSearch.Testing.Films;

/// <summary>
/// Makes documents of the contract from the films of the test data. For tests only: those data may not ship, and a site's own export has
/// its own shape.
/// </summary>
public static partial class FilmDataConverter
{
    private static readonly Dictionary<string, string> Countries = new()
    {
        ["United States"] = "US",
        ["South Korea"] = "KR",
        ["India"] = "IN",
    };

    /// <summary>The films of a file that have a title.</summary>
    public static IEnumerable<Document> Documents(string relativePath)
        => FilmData.Rows(relativePath).Where(r => r.Title.Length > 0).Select(Convert);

    /// <summary>Writes documents as a catalogue file.</summary>
    public static void Write(IEnumerable<Document> documents, string path)
    {
        using var file = new StreamWriter(path);
        file.NewLine = "\n";
        foreach (var document in documents)
        {
            file.WriteLine(JsonFormatter.Default.Format(document));
        }
    }

    /// <summary>A row as a document: credits by name, countries by code, an id that the contract does not allow as a hash.</summary>
    public static Document Convert(FilmRow row)
    {
        var film = new Film
        {
            Id = IdPattern().IsMatch(row.Id) ? row.Id : Hash(row.Id),
            Title = row.Title,
            OriginalTitle = row.OriginalTitle,
            Year = row.Year,
            Synopsis = row.Plot,
            Popularity = row.Popularity,
        };
        film.Directors.Add(row.Directors.Select(name => new Credit { Name = name }));
        film.Cast.Add(row.Cast.Select(name => new Credit { Name = name }));
        film.Genres.Add(row.Genres);
        film.Keywords.Add(row.Keywords);
        film.Countries.Add(row.Countries.Select(c => Countries[c]));
        if (row.TmdbId is { } tmdb)
        {
            film.ExternalIds["tmdb"] = tmdb.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (row.ImdbId is { } imdb)
        {
            film.ExternalIds["imdb"] = imdb;
        }

        return new Document { Film = film };
    }

    private static string Hash(string id)
        => System.Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9:._-]{0,127}\z")]
    private static partial Regex IdPattern();
}
