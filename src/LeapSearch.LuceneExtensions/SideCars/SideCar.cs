using LeapSearch.LuceneExtensions.Impacts;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>
/// A kind of file that is written beside each segment out of one binary doc value a document, for what would take long to make of them when
/// the index is opened. Given to <see cref="ImpactsCodec"/>, which writes it with each flush and merge; the file is one of the segment's:
/// it is committed, deleted and put into compound files with it. <see cref="SideCarFormat"/> is the format.
/// </summary>
/// <param name="extension">What its name ends in, without the dot; no other file of a segment may.</param>
/// <param name="valuesField">The doc values field that it is made of.</param>
/// <param name="version">The version of what its sections mean: up by one whenever the same values give other bytes.</param>
public abstract class SideCar(string extension, string valuesField, int version)
{
    /// <summary>What its name ends in, without the dot.</summary>
    public string Extension => extension;

    /// <summary>The doc values field that it is made of.</summary>
    public string ValuesField => valuesField;

    /// <summary>The version of what its sections mean.</summary>
    public int Version => version;

    /// <summary>Writes the sections of one segment's file.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="maxDoc">Documents of the segment, deleted ones included.</param>
    /// <param name="values">The field's values.</param>
    /// <param name="has">Which documents have one.</param>
    public abstract void Write(SideCarWriter writer, int maxDoc, BinaryDocValues values, IBits has);

    /// <summary>Opens a segment's file; its sections are summed up when they are read.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>Null where it has none.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, cut off, of another version, or not this segment's.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public SideCarReader? TryOpen(AtomicReader segment)
    {
        if (segment is not SegmentReader { SegmentInfo.Info: var info } || Read(info) is not { } reader)
        {
            return null;
        }

        reader.CheckBelongsTo(version, segment.MaxDoc, SegmentFiles.ValuesChecksum(info, info.Dir, segment.FieldInfos.FieldInfo(valuesField)));
        return reader;
    }

    /// <summary>Reads a segment's file once, of whatever version, where the segment has one.</summary>
    /// <param name="segment">The segment.</param>
    /// <exception cref="InvalidDataException">It is damaged or cut off.</exception>
    /// <exception cref="IOException">It cannot be read, or is one of the segment's files and gone.</exception>
    public void CheckIntegrity(AtomicReader segment)
    {
        CheckThere(segment);
        if (segment is SegmentReader { SegmentInfo.Info: var info } && Read(info) is { } reader)
        {
            reader.CheckIntegrity();
        }
    }

    /// <summary>Whether the file is there, where it is one of the segment's: Lucene writes no further commit without it.</summary>
    /// <param name="segment">The segment.</param>
    /// <exception cref="IOException">It is gone.</exception>
    public void CheckThere(AtomicReader segment)
    {
        if (segment is SegmentReader { SegmentInfo.Info: var info } && info.GetFiles().Contains(SegmentFiles.Name(info, extension))
            && !info.Dir.ListAll().Contains(SegmentFiles.Name(info, extension)))
        {
            throw new IOException($"The file {SegmentFiles.Name(info, extension)} is gone.");
        }
    }

    private SideCarReader? Read(SegmentInfo info)
        => SegmentFiles.TryRead(info, extension) is { } bytes ? SideCarReader.Open(bytes, SegmentFiles.Name(info, extension)) : null;
}
