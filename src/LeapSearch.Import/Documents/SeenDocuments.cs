using System.Security.Cryptography;
using System.Text;
using LeapSearch.V1;

namespace LeapSearch.Import.Documents;

/// <summary>
/// Where each document of an import stood. Ids are kept as half a SHA-256: about 40 bytes a document however long its id, and
/// two of twelve million are taken for one with a probability below 10^-24.
/// </summary>
internal sealed class SeenDocuments
{
    private readonly Dictionary<UInt128, (int File, long Line)> places = [];

    /// <summary>Notes a document; false when it is there already, with its first place.</summary>
    public bool TryAdd(Document document, int file, long line, out (int File, long Line) first)
    {
        var key = Key(document);
        if (places.TryAdd(key, (file, line)))
        {
            first = default;
            return true;
        }

        first = places[key];
        return false;
    }

    public static string Id(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => document.Film.Id,
        Document.DocumentOneofCase.Person => document.Person.Id,
        _ => document.Article.Id,
    };

    private static UInt128 Key(Document document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)document.DocumentCase}:{Id(document)}"), hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
