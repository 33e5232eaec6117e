using System.Text;
using System.Text.Json;
using Google.Protobuf;
using LeapSearch.Contracts.Validation;
using LeapSearch.V1;

namespace LeapSearch.Import.Documents;

/// <summary>Reads a line of proto3 JSON strictly: what it does not understand whole is an error, never a guess.</summary>
internal static class DocumentParser
{
    /// <summary>Levels of JSON. A document needs six; protobuf's own limit of 100 guards the stack as well.</summary>
    private const int MaxDepth = 64;

    // The default encoding puts U+FFFD for what it cannot read, and a title would be wrong without a word.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(false));

    private static readonly JsonDocumentOptions Shape = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a line.</summary>
    /// <returns>The document, or null with what is wrong.</returns>
    public static Document? Parse(ReadOnlyMemory<byte> line, out string problem)
    {
        try
        {
            var text = StrictUtf8.GetString(line.Span);

            // Protobuf's parser takes a repeated property's last value, or both for a list.
            JsonDocument.Parse(line, Shape).Dispose();
            var document = Parser.Parse<Document>(text);
            var violations = DocumentValidator.Validate(document);
            problem = string.Join("; ", violations);
            return violations.Count == 0 ? document : null;
        }
        catch (DecoderFallbackException e)
        {
            problem = $"is not UTF-8: byte 0x{e.BytesUnknown?.FirstOrDefault():X2} at position {e.Index}";
        }
        catch (JsonException e)
        {
            problem = $"is not JSON: {FirstLine(WithoutPlace(e.Message))} (byte {e.BytePositionInLine + 1})";
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The parser's exceptions are of many types: InvalidProtocolBufferException, InvalidJsonException,
            // InvalidOperationException for a lone surrogate, FormatException and OverflowException for numbers.
            problem = $"is not a document: {FirstLine(e.Message)}";
        }

        return null;
    }

    // The parser counts lines within this one line, from 0.
    private static string WithoutPlace(string message)
        => message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var place and >= 0 ? message[..place] : message;

    private static string FirstLine(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        line = line.Length > 300 ? line[..300] + "…" : line;
        return new string([.. line.Select(c => char.IsControl(c) ? ' ' : c)]);
    }
}
