using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Paging;

/// <summary>
/// A page token is the last hit's place in the order and a hash of the request, so that it goes on after that place on any snapshot
/// and any replica, and is refused with another request. Written as base64url of JSON; callers treat it as opaque.
/// </summary>
internal static partial class PageToken
{
    /// <summary>The token after a hit.</summary>
    public static string Write(SearchRequest request, SortPosition last)
    {
        var content = new Content(
            Hash(request),
            last.Tier,
            BitConverter.SingleToInt32Bits(last.Score),
            [.. last.SortValues.Select(v => v switch { null => null, string s => "s" + s, _ => "n" + Convert.ToInt64(v) })],
            last.Key);
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content, PageTokenJson.Default.Content));
    }

    /// <summary>The place that a request goes on after; null for the first page.</summary>
    /// <exception cref="LeapSearchException">INVALID_ARGUMENT for what is no token, or one of another request.</exception>
    public static SortPosition? Read(SearchRequest request)
    {
        if (request.PageToken.Length == 0)
        {
            return null;
        }

        Content? content = null;
        try
        {
            content = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(request.PageToken), PageTokenJson.Default.Content);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Told below.
        }

        if (content is not { Key.Length: > 2, Values: not null } || !content.Values.All(IsValue))
        {
            throw LeapSearchException.InvalidArgument("page_token", "page_token is not one of this service; take next_page_token as it was answered.");
        }

        if (content.Hash != Hash(request))
        {
            throw LeapSearchException.InvalidArgument("page_token", "page_token belongs to another request; only page_size may differ between pages.");
        }

        return new SortPosition(
            content.Tier,
            BitConverter.Int32BitsToSingle(content.ScoreBits),
            [.. content.Values.Select(object? (v) => v is null ? null : v[0] == 's' ? v[1..] : long.Parse(v.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))],
            content.Key);
    }

    private static bool IsValue(string? value)
        => value is null || value.StartsWith('s') || (value.StartsWith('n') && long.TryParse(value.AsSpan(1), out _));

    private static string Hash(SearchRequest request)
    {
        var same = request.Clone();
        same.PageToken = "";
        same.PageSize = 0;
        same.MinSequence = 0;
        same.View = DocumentView.Unspecified;
        return Convert.ToHexString(SHA256.HashData(same.ToByteArray()).AsSpan(0, 8));
    }

    internal sealed record Content(
        [property: JsonPropertyName("h")] string Hash,
        [property: JsonPropertyName("t")] int Tier,
        [property: JsonPropertyName("s")] int ScoreBits,
        [property: JsonPropertyName("v")] string?[] Values,
        [property: JsonPropertyName("k")] string Key);

    [JsonSerializable(typeof(Content))]
    private sealed partial class PageTokenJson : JsonSerializerContext;
}
