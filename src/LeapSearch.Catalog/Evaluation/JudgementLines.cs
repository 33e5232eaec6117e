using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>Reads JSON Lines: blank lines ignored; a name that ends in <c>.gz</c> is unpacked.</summary>
internal static class JudgementLines
{
    /// <summary>UTF-8 without a mark; other bytes are an error.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What <paramref name="parse"/> makes of each line of a file and its place, "file:line".</summary>
    /// <exception cref="InvalidDataException"><paramref name="parse"/> refused a line, or it is not UTF-8; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static List<T> Read<T>(string path, Func<string, string, T> parse)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(plain, Strict);
        var read = new List<T>();
        var number = 0;
        try
        {
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    read.Add(parse(line, $"{path}:{number}"));
                }
            }
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new InvalidDataException($"{path}:{number}: {error.Message}", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"{path}:{number + 1}: not UTF-8", error);
        }

        return read;
    }
}
