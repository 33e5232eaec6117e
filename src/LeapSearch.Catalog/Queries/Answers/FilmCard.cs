using System.Buffers;
using Google.Protobuf;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>
/// Films in view BASIC out of stored documents, without making anything of what the view leaves out: the bytes of those fields are passed over. The
/// same as parsing and then <see cref="DocumentViews.Basic(Film)"/>.
/// </summary>
internal static class FilmCard
{
    /// <param name="document">A document, as it is stored.</param>
    /// <returns>Its film.</returns>
    /// <exception cref="InvalidProtocolBufferException">It is damaged.</exception>
    public static Film Parse(byte[] document)
    {
        using var input = new CodedInputStream(document);
        if (input.ReadTag() != Tag(Document.FilmFieldNumber) || input.ReadLength() != document.Length - input.Position)
        {
            return DocumentViews.Basic(Document.Parser.ParseFrom(document).Film);
        }

        var kept = ArrayPool<byte>.Shared.Rent(document.Length);
        try
        {
            return Film.Parser.ParseFrom(kept.AsSpan(0, Cut(input, document, kept)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(kept);
        }
    }

    /// <summary>Copies the fields of the view; returns how many bytes they are.</summary>
    private static int Cut(CodedInputStream input, ReadOnlySpan<byte> document, Span<byte> into)
    {
        var (cast, count) = (0, 0);
        while (!input.IsAtEnd)
        {
            var from = (int)input.Position;
            var tag = input.ReadTag();
            input.SkipLastField();
            if (!IsLeftOut(WireFormat.GetTagFieldNumber(tag)) && (tag != Tag(Film.CastFieldNumber) || cast++ < DocumentViews.BasicCast))
            {
                var field = document[from..(int)input.Position];
                field.CopyTo(into[count..]);
                count += field.Length;
            }
        }

        return count;
    }

    private static bool IsLeftOut(int field)
        => field is Film.WritersFieldNumber or Film.SubjectsFieldNumber or Film.ReleasesFieldNumber or Film.KeywordsFieldNumber;

    private static uint Tag(int field) => WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited);
}
