using System.IO.Compression;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Quality;

/// <summary>Simplified for traditional characters and back, by OpenCC's character tables (first reading each).</summary>
internal sealed class HanVariants
{
    private readonly Dictionary<char, char> traditional = Read("scripts/opencc/STCharacters.txt.gz");
    private readonly Dictionary<char, char> simplified = Read("scripts/opencc/TSCharacters.txt.gz");

    /// <summary>The text in the other characters, or null where both write it alike.</summary>
    public string? Other(string text)
    {
        var simplified = Map(text, this.simplified);
        var other = simplified != text ? simplified : Map(text, traditional);
        return other == text ? null : other;
    }

    private static string Map(string text, Dictionary<char, char> table) => string.Concat(text.Select(c => table.GetValueOrDefault(c, c)));

    private static Dictionary<char, char> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(file)), CompressionMode.Decompress));
        var table = new Dictionary<char, char>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts.Length == 2 && parts[0].Length == 1 && parts[1].Length > 0)
            {
                table[parts[0][0]] = parts[1][0];
            }
        }

        return table;
    }
}
