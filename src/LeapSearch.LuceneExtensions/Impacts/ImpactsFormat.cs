using System.Runtime.InteropServices;
using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>
/// The side-car of a segment, <c>_N.imp</c>: its postings once more, laid out so that a search reads them in place, without decoding,
/// and knows how much a stretch of documents can score before it reads it. Little-endian; a reader maps the file.
/// </summary>
/// <remarks>
/// <code>
/// File        = Header, Field*, Directory, Footer
/// Header      = magic u64, version i32, windowBits i32, maxDoc i32, 0 i32
/// Field       = Postings* (in the order of the terms), Dictionary
/// Directory   = count i32, 0 i32, { dictionary u64, nameLength i32, name UTF-8 }*
/// Footer      = directory u64, length of the whole file u64, CRC-32C of all before u32, endMagic u32
///
/// Dictionary  = 8-aligned: FieldEntry, codes u16[256], leads u64[blocks], starts u32[blocks], entries u32[terms], slots i32[slots],
///               mirror i32[terms] where it has one, lows u16[terms + 1], term bytes
/// FieldEntry  = terms i32, slots i32, codes i32, flags i32, docCount i32, blockShift i32, sumDocFreq i64, sumTotalTermFreq i64, postings u64
///               flags: 1 has frequencies, 2 has norms, 4 has positions, 8 has a mirror; blocks = terms &gt;&gt; blockShift, and 1
///
/// Postings    = 4-aligned, of a term whose entry has its highest bit; at postings + 4 * the entry's other bits
///               listed:   Head, docs i32[docFreq], Codes
///               windowed: Head, docFreq i32, { start u32, front u32 }[windows + 1], Fronts, docs u16[docFreq] within their window, pad 4, Codes
/// Head        = u32: 1 windowed, 2 has escapes, 2..4 bytes of a position (1, 2 or 4), 5.. docFreq where listed
/// Fronts      = pair u16[front of the last + 1], pad 4: those of a window begin at its front, and end where the next one's begin
/// Codes       = nothing where the field has neither frequencies nor norms (every code is 0); else
///               Escapes, where it has positions and docFreq is above 1 { end u32 }[(docFreq + 15) / 16], code u8[docFreq], Positions
/// Escapes     = nothing, or the number of those that follow i32, { index i32, frequency i32, norm i32 }*, ascending by index, one for each code 255
/// Positions   = aligned to their width: the positions of posting after posting; end tells how many those of sixteen more postings are in all
/// </code>
/// <para>
/// A <b>window</b> is a run of 2^windowBits documents. A term of at least <see cref="WindowedFrom"/> documents a window on average is
/// stored <b>windowed</b>: what it holds in any window is found by one look-up, and a document is 2 bytes. The others are a list, short
/// enough to be read whole.
/// </para>
/// <para>
/// A <b>code</b> stands for a pair of frequency (1 to 254) and norm: <c>codes[c] = frequency &lt;&lt; 8 | norm</c>. A field of films has
/// tens to a few hundred different pairs, so a byte says both, and the score of a posting is one look-up in a table of 256 that a search
/// computes. The most frequent pairs of the most frequent terms are coded first, then first come first coded; what finds no code is 255, an
/// <b>escape</b>.
/// </para>
/// <para>
/// A <b>front</b> is the pairs, as in codes, of those postings of a window that no other outdoes in both, frequency and norm. The greatest
/// score among them is the greatest of the window, for every average length, so that nothing need be rewritten when the average moves. A
/// frequency of 255 there means 255 or more: no bound but the term's weight. It holds for any similarity that grows with the frequency and
/// falls with the norm.
/// </para>
/// <para>
/// An <b>entry</b> without its highest bit is the one document of its term, in a field without codes: keys, ids and numbers are mostly such, and
/// cost a side-car four bytes, two for where the term begins, and the term.
/// </para>
/// <para>
/// The terms are sorted by their bytes, which is what prefixes, ranges and fuzzy words walk along, in <b>blocks</b> of 2^blockShift. <b>starts</b>
/// is where a block's first term begins in the term bytes, <b>lows</b> the lower half of where each term does; all of a block begin within 64 KiB of
/// its start, a term is shorter than that, so both halves follow. <b>leads</b> are the first eight bytes of each block's first term, big-endian, filled with 0;
/// those of a last block that has none are the highest.
/// </para>
/// <para>
/// <b>slots</b> is an open-addressing hash of the terms (<see cref="Hash"/>, linear probing, term number + 1, 0 is free). A field without codes
/// has none: its terms are found among the leads, and then among those of one block.
/// </para>
/// <para>
/// The <b>mirror</b> is the numbers of the terms in the order of their bytes read from the last to the first: the dictionary by endings, for words whose
/// beginning holds the slip. Only fields that are searched for such words have it (<see cref="ImpactsCodec"/>).
/// </para>
/// <para>
/// The side-car belongs to its segment when maxDoc and, for every field, docCount, sumDocFreq and sumTotalTermFreq are those that
/// Lucene tells; a segment's number may change when it is copied into another index, so that is not written.
/// </para>
/// </remarks>
internal static class ImpactsFormat
{
    public const ulong Magic = 0x5354_4341_504D_494C; // "LIMPACTS"
    public const uint EndMagic = 0x504D_492E;         // ".IMP"
    public const int Version = 4;
    public const string Extension = "imp";

    /// <summary>Postings a window, on average, from which the table of windows costs less than the two bytes a document that it saves.</summary>
    public const int WindowedFrom = 4;

    /// <summary>Below so many documents a term is a list in any segment: reading it whole costs nothing.</summary>
    public const int ListedBelow = 128;

    public const int HeaderLength = 24;
    public const int FooterLength = 24;

    public const uint HasFrequencies = 1;
    public const uint HasNorms = 2;
    public const uint HasPositions = 4;
    public const uint HasMirror = 8;

    public static bool IsWindowed(int docFreq, int maxDoc) => docFreq >= Math.Max(ListedBelow, WindowedFrom * PostingsLayout.Windows(maxDoc));

    /// <summary>FNV-1a, folded.</summary>
    public static uint Hash(ReadOnlySpan<byte> term)
    {
        var hash = 2166136261u;
        foreach (var b in term)
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}

/// <summary>What a dictionary says of its field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FieldEntry
{
    public int Terms;
    public int Slots;
    public int Codes;
    public uint Flags;
    public int DocCount;
    public int BlockShift;
    public long SumDocFreq;
    public long SumTotalTermFreq;
    public long Postings;
}
