using System.Runtime.CompilerServices;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.SideCars;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>
/// The side-cars of open segments: each is opened and checked once, and built anew in memory where the segment has none, an old one, or
/// a damaged one.
/// </summary>
/// <param name="told">Told why a side-car had to be built.</param>
internal sealed class ImpactsSegments(Action<string> told)
{
    private readonly ConditionalWeakTable<object, Lazy<ImpactsReader>> readers = [];

    // A failure is not remembered: the next search tries again.
    public ImpactsReader Of(AtomicReader segment)
        => readers.GetValue(segment.CoreCacheKey, _ => new Lazy<ImpactsReader>(() => Open(segment), LazyThreadSafetyMode.PublicationOnly)).Value;

    /// <summary>Builds a segment's side-car in memory, from its postings and norms; without a mirror, if not asked for one.</summary>
    public static ImpactsReader Build(AtomicReader segment, Predicate<string>? isMirrored = null)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var sink = new ImpactsSink((bytes, count) => parts.Add(bytes.AsSpan(0, count).ToArray()));
        ImpactsWriter.Write(sink, segment.MaxDoc, segment.Fields ?? Enumerable.Empty<string>(), segment.GetTerms, segment.GetNormValues, isMirrored);
        return ImpactsReader.Open(NativeBytes.Copy(parts));
    }

    /// <summary>Reads a segment's side-car once, where it has one.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void CheckIntegrity(AtomicReader segment)
    {
        if (segment is SegmentReader { SegmentInfo.Info: var info } && SegmentFiles.TryRead(info, ImpactsFormat.Extension) is { } bytes)
        {
            ImpactsReader.CheckIntegrity(bytes);
        }
    }

    private ImpactsReader Open(AtomicReader segment)
    {
        try
        {
            if (segment is SegmentReader { SegmentInfo.Info: var info } && SegmentFiles.TryRead(info, ImpactsFormat.Extension) is { } bytes)
            {
                var reader = ImpactsReader.Open(bytes);
                reader.CheckBelongsTo(segment);
                return reader;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            told($"The side-car of {segment} is built anew: {e.Message}");
        }

        return Build(segment);
    }
}
