using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.PerField;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>Files of a segment beside Lucene's, in compound files too.</summary>
internal static class SegmentFiles
{
    /// <summary>What Lucene's doc values format calls the file of the values themselves.</summary>
    private const string ValuesExtension = "dvd";

    public static string Name(SegmentInfo segment, string extension) => IndexFileNames.SegmentFileName(segment.Name, "", extension);

    /// <summary>The bytes of a segment's file; null where it has none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NativeBytes? TryRead(SegmentInfo segment, string extension)
    {
        try
        {
            return Open(segment, segment.Dir, Name(segment, extension), Read);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The checksum that Lucene wrote at the end of the file of a field's doc values: two segments of one are of the same values.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="directory">Where its files are; while it is written, not yet <see cref="SegmentInfo.Dir"/>.</param>
    /// <param name="field">The field; 0 for null, a field without doc values, and one whose values were updated since.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static long ValuesChecksum(SegmentInfo segment, Directory directory, FieldInfo? field)
    {
        if (field is not { DocValuesGen: -1 }
            || field.GetAttribute(PerFieldDocValuesFormat.PER_FIELD_FORMAT_KEY) is not { } format
            || field.GetAttribute(PerFieldDocValuesFormat.PER_FIELD_SUFFIX_KEY) is not { } suffix)
        {
            return 0;
        }

        var name = IndexFileNames.SegmentFileName(segment.Name, $"{format}_{suffix}", ValuesExtension);
        return Open(segment, directory, name, input =>
        {
            using (input)
            {
                return CodecUtil.RetrieveChecksum(input);
            }
        });
    }

    private static T Open<T>(SegmentInfo segment, Directory directory, string name, Func<IndexInput, T> read)
    {
        if (!segment.UseCompoundFile)
        {
            return read(directory.OpenInput(name, IOContext.READ));
        }

        var compound = IndexFileNames.SegmentFileName(segment.Name, "", IndexFileNames.COMPOUND_FILE_EXTENSION);
        using var files = new CompoundFileDirectory(directory, compound, IOContext.READ, openForWrite: false);
        return read(files.OpenInput(name, IOContext.READ));
    }

    private static NativeBytes Read(IndexInput input)
    {
        if (input is MappedInput mapped)
        {
            return NativeBytes.Of(mapped.Mapping.File, mapped.Mapping.Offset, mapped.Length);
        }

        using (input)
        {
            var parts = new List<ReadOnlyMemory<byte>>();
            for (long left = input.Length; left > 0;)
            {
                var part = new byte[(int)Math.Min(left, 1 << 20)];
                input.ReadBytes(part, 0, part.Length);
                parts.Add(part);
                left -= part.Length;
            }

            return NativeBytes.Copy(parts);
        }
    }
}
