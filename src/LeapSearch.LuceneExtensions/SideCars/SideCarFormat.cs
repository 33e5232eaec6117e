namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>
/// The file of a <see cref="SideCar"/>, <c>_N.extension</c>: runs of values, called sections, whose meaning the kind of side-car knows. Little-endian.
/// </summary>
/// <remarks>
/// <code>
/// File    = Header, section bytes*, Table, Footer
/// Header  = magic u64, version i32 of what the sections mean, maxDoc i32, values i64
/// Table   = { bytes i64, CRC-32C u32, 0 u32 }, one a section, in order
/// Footer  = sections i32, CRC-32C u32 of Header, Table and the number of sections
/// </code>
/// <para>
/// No byte is outside a checksum, and no length is believed before that of the table is compared and all lengths come to the file's. Each
/// section has a sum of its own, so that sections are read side by side and summed up as they are copied, while they are in the cache.
/// </para>
/// <para>
/// The side-car belongs to its segment when maxDoc and <b>values</b> are the segment's: the checksum that Lucene writes at the end of the file of the doc
/// values that the side-car was made of. A segment's number may change when it is copied into another index, so that is not written.
/// What was deleted from the segment since is kept elsewhere and changes nothing here.
/// </para>
/// </remarks>
internal static class SideCarFormat
{
    public const ulong Magic = 0x3152_4143_4544_4953; // "SIDECAR1", the last for this format
    public const int HeaderLength = 24;
    public const int EntryLength = 16;
    public const int FooterLength = 8;
}
