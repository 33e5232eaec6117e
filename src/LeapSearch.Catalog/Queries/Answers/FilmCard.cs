using System.Buffers;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>
/// Films in view BASIC out of stored documents, without making anything of what the view leaves out: the bytes of those fields are passed over. The
/// same as parsing and then <see cref="DocumentViews.Basic(Film)"/>.
/// </summary>
internal static class FilmCard
{
    private const int LengthDelimited = 2;

    /// <param name="document">A document, as it is stored.</param>
    /// <returns>Its film.</returns>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">It is damaged.</exception>
    public static Film Parse(byte[] document)
    {
        ReadOnlySpan<byte> rest = document;
        if (!TryVarint(ref rest, out var tag) || tag != Tag(Document.FilmFieldNumber) || !TryVarint(ref rest, out var length) || (int)length != rest.Length)
        {
            return DocumentViews.Basic(Document.Parser.ParseFrom(document).Film);
        }

        var kept = ArrayPool<byte>.Shared.Rent(rest.Length);
        var film = TryCut(rest, kept, out var count) ? Film.Parser.ParseFrom(kept.AsSpan(0, count)) : DocumentViews.Basic(Film.Parser.ParseFrom(rest));
        ArrayPool<byte>.Shared.Return(kept);
        return film;
    }

    /// <summary>Copies the fields of the view; false where the bytes are not as they should be.</summary>
    private static bool TryCut(ReadOnlySpan<byte> film, Span<byte> into, out int count)
    {
        var cast = 0;
        count = 0;
        while (!film.IsEmpty)
        {
            var field = film;
            if (!TryVarint(ref film, out var tag) || !TrySkip(ref film, (int)tag & 7))
            {
                return false;
            }

            if (!IsLeftOut((int)(tag >> 3)) && (tag != Tag(Film.CastFieldNumber) || cast++ < DocumentViews.BasicCast))
            {
                field = field[..^film.Length];
                field.CopyTo(into[count..]);
                count += field.Length;
            }
        }

        return true;
    }

    private static bool IsLeftOut(int field)
        => field is Film.WritersFieldNumber or Film.SubjectsFieldNumber or Film.ReleasesFieldNumber or Film.KeywordsFieldNumber;

    private static bool TrySkip(ref ReadOnlySpan<byte> rest, int wireType)
    {
        ulong length;
        switch (wireType)
        {
            case 0:
                return TryVarint(ref rest, out _);
            case 1:
                length = 8;
                break;
            case LengthDelimited when TryVarint(ref rest, out length):
                break;
            case 5:
                length = 4;
                break;
            default:
                return false;
        }

        if (length > (ulong)rest.Length)
        {
            return false;
        }

        rest = rest[(int)length..];
        return true;
    }

    private static ulong Tag(int field) => ((ulong)field << 3) | LengthDelimited;

    private static bool TryVarint(ref ReadOnlySpan<byte> rest, out ulong value)
    {
        value = 0;
        for (var (i, shift) = (0, 0); i < rest.Length && shift < 64; i++, shift += 7)
        {
            value |= (ulong)(rest[i] & 0x7F) << shift;
            if (rest[i] < 0x80)
            {
                rest = rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
