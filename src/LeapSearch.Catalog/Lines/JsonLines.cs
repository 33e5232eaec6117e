using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace LeapSearch.Catalog.Lines;

/// <summary>
/// Reads the files that people write for a catalogue, judgements and editors' choices: JSON Lines, or plain ones where the file is a list of
/// words, in strict UTF-8, with or without a mark; blank lines ignored; a name that ends in <c>.gz</c> is unpacked.
/// </summary>
/// <remarks>A line is decoded by itself, so that bytes that are no UTF-8 are told with the line they stand in.</remarks>
internal static class JsonLines
{
    /// <summary>UTF-8 without a mark; other bytes are an error.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What <paramref name="parse"/> makes of each line of a file and its place, "file:line".</summary>
    /// <param name="path">The file.</param>
    /// <param name="parse">Throws <see cref="FormatException"/> or <see cref="JsonException"/> on a line that it refuses.</param>
    /// <param name="mistake">Takes each line with a mistake, which is passed over; without it the first one ends the reading.</param>
    /// <exception cref="InvalidDataException"><paramref name="parse"/> refused a line, or it is not UTF-8; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static List<T> Read<T>(string path, Func<string, string, T> parse, Action<InvalidDataException>? mistake = null)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;

        // Latin-1 gives each byte as one character.
        using var reader = new StreamReader(plain, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        var read = new List<T>();
        for (var number = 1; reader.ReadLine() is { } bytes; number++)
        {
            var place = $"{path}:{number}";
            try
            {
                var line = Strict.GetString(Encoding.Latin1.GetBytes(bytes));
                line = number == 1 ? line.TrimStart('\uFEFF') : line;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    read.Add(parse(line, place));
                }
            }
            catch (Exception error) when (error is FormatException or JsonException or DecoderFallbackException)
            {
                var found = new InvalidDataException($"{place}: {Problem(error)}", error);
                if (mistake is null)
                {
                    throw found;
                }

                mistake(found);
            }
        }

        return read;
    }

    private static string Problem(Exception error) => error switch
    {
        DecoderFallbackException => "not UTF-8",
        JsonException { BytePositionInLine: { } at } => $"not JSON from byte {at + 1}",
        JsonException => "not JSON",
        _ => error.Message,
    };
}
