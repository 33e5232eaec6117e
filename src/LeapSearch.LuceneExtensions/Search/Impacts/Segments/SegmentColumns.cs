using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Segments;

/// <summary>What is read of segments once and kept as long as they are open: live documents as words, boosts as an array.</summary>
internal sealed class SegmentColumns
{
    private readonly ConditionalWeakTable<IBits, ulong[]> live = [];
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, BoostValues>> boosts = [];

    /// <summary>The live documents, a whole number of windows; null where none is deleted.</summary>
    public ulong[]? Live(AtomicReader segment)
        => segment.LiveDocs is { } bits ? live.GetValue(bits, static bits => Words(bits)) : null;

    public BoostValues Boosts(AtomicReader segment, string field)
    {
        // Doc values that were updated in place belong to one reader, not to all of the segment's.
        var isUpdated = segment is SegmentReader { SegmentInfo.HasFieldUpdates: true };
        return boosts.GetValue(isUpdated ? segment : segment.CoreCacheKey, static _ => new())
            .GetOrAdd(field, static (field, segment) => new BoostValues(segment, field), segment);
    }

    private static ulong[] Words(IBits bits)
    {
        var words = new ulong[PostingsLayout.Windows(bits.Length) * PostingsLayout.WindowWords];
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits.Get(i))
            {
                words[i >> 6] |= 1UL << i;
            }
        }

        return words;
    }
}

/// <summary>The values of a <see cref="DocumentBoost"/>'s field in one segment, and the least and greatest in each window.</summary>
internal sealed class BoostValues
{
    public BoostValues(AtomicReader segment, string field)
    {
        var windows = PostingsLayout.Windows(segment.MaxDoc);
        Values = new float[windows << PostingsLayout.WindowBits];
        Levels = new byte[Values.Length];
        (Least, Greatest) = (new float[windows], new float[windows]);
        if (segment.GetNumericDocValues(field) is not { } values)
        {
            return;
        }

        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            var window = doc >> PostingsLayout.WindowBits;
            Values[doc] = BitConverter.Int32BitsToSingle((int)values.Get(doc));
            Levels[doc] = (byte)Math.Clamp(MathF.Ceiling(Values[doc] * byte.MaxValue), 0, byte.MaxValue);
            Least[window] = Math.Min(Least[window], Values[doc]);
            Greatest[window] = Math.Max(Greatest[window], Values[doc]);
        }
    }

    public float[] Values { get; }

    /// <summary>The values from 0 to 1 in 255 steps, rounded up: what is looked through to see which documents may have enough.</summary>
    public byte[] Levels { get; }

    public float[] Least { get; }

    public float[] Greatest { get; }

    /// <summary>The level of every value from some value on.</summary>
    public static byte LevelOf(float value) => (byte)Math.Clamp(MathF.Floor(value * byte.MaxValue), 0, byte.MaxValue);
}
