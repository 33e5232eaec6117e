using LeapSearch.Catalog.Related.Fields;
using LeapSearch.LuceneExtensions.SideCars;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// The file beside each segment from which its <see cref="GraphPart"/> is loaded by copying: <c>_N.grf</c>, a side-car of these sections,
/// each an array as it is in memory.
/// </summary>
/// <remarks>
/// <code>
/// items     0 Documents i32   1 About   2 TieStart i32   3 Ties i32   4 Marks u8   5 Ids u64   6 slots of ById u32   7 Times
/// ties      8 Keys u64   9 Kinds u8   10 slots of Table u32   11 ItemStart i32   12 Items i32
/// time      13 Popularity.Counts i32   14 slots of the lists' table u32   15 Keys u64   16 RunStart i32   17 FirstYear u16
///           18 First i32   19 Items i32   20 Bins u16
/// ids      21 IdStart i32   22 IdTexts u8
/// About     = <see cref="GraphItem"/>, 32 bytes: IdHash u64, Published i64, Popularity f32, Year u16, IsFilm u8, nine counts u8
/// Times     = <see cref="FilmTime"/>, 4 bytes: Year u16, Bin u16
/// </code>
/// A part says the same whether it was loaded or built: where a segment has no file, or one that cannot be used, it is built from the doc values.
/// </remarks>
internal sealed class GraphFile() : SideCar("grf", RelatedFormat.Field, Format)
{
    /// <summary>To be raised whenever the same documents give another part: other arrays, another order, other hashes or keys.</summary>
    public const int Format = 2;

    /// <summary>Bytes from which arrays are copied side by side.</summary>
    private const long ParallelFrom = 1 << 20;

    public static GraphFile SideCar { get; } = new();

    public override void Write(SideCarWriter writer, int maxDoc, BinaryDocValues values, IBits has) => Write(writer, GraphPartBuilder.Build(maxDoc, values, has));

    /// <summary>The parts of segments, from their files where they can be.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="told">Told why a part had to be built.</param>
    public static GraphPart[] Load(IReadOnlyList<AtomicReader> segments, Action<string> told)
    {
        var loading = new GraphPartLoader?[segments.Count];
        var problems = new string[segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            (loading[i], problems[i]) = Open(segments[i]);
        }

        // The longest first, so that no thread is left with one when the others are done.
        var copies = loading.SelectMany(l => l?.Copies ?? []).OrderByDescending(c => c.Bytes).ToList();
        if (copies.Sum(c => c.Bytes) < ParallelFrom)
        {
            copies.ForEach(c => c.Run());
        }
        else
        {
            Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(copies, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering), c => c.Run());
        }

        return [.. segments.Select((segment, i) =>
        {
            var problem = problems[i];
            if (loading[i]?.TryFinish(segment.MaxDoc, out problem) is { } part)
            {
                return part;
            }

            var built = BuildPart(segment);
            if (built.Documents.Length > 0)
            {
                told($"The graph of {segment} is built from the index: {problem}");
            }

            return built;
        })];
    }

    /// <summary>The part of a segment, built from its doc values.</summary>
    public static GraphPart BuildPart(AtomicReader segment)
        => segment.GetBinaryDocValues(RelatedFormat.Field) is { } values && segment.GetDocsWithField(RelatedFormat.Field) is { } has
            ? GraphPartBuilder.Build(segment.MaxDoc, values, has)
            : GraphPartBuilder.Empty;

    private static (GraphPartLoader? Loader, string Problem) Open(AtomicReader segment)
    {
        try
        {
            return SideCar.TryOpen(segment) is { } reader ? (new GraphPartLoader(reader), "") : (null, "it has no file.");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, e.Message);
        }
    }

    private static void Write(SideCarWriter writer, GraphPart part)
    {
        writer.Section<int>(part.Documents);
        writer.Section<GraphItem>(part.About);
        writer.Section<int>(part.TieStart);
        writer.Section<int>(part.Ties);
        writer.Section<byte>(part.Marks);
        writer.Section<ulong>(part.Ids);
        writer.Section<uint>(part.ById.Slots);
        writer.Section<FilmTime>(part.Times);
        writer.Section<ulong>(part.Keys);
        writer.Section<TieKind>(part.Kinds);
        writer.Section<uint>(part.Table.Slots);
        writer.Section<int>(part.ItemStart);
        writer.Section<int>(part.Items);
        writer.Section<int>(part.Popularity.Counts);
        var (table, keys, runStart, firstYear, first, items, bins) = part.Contemporaries.Arrays;
        writer.Section<uint>(table.Slots);
        writer.Section<ulong>(keys);
        writer.Section<int>(runStart);
        writer.Section<ushort>(firstYear);
        writer.Section<int>(first);
        writer.Section<int>(items);
        writer.Section<ushort>(bins);
        writer.Section<int>(part.IdStart);
        writer.Section<byte>(part.IdTexts);
    }
}
