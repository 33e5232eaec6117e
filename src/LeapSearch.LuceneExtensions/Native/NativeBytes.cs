using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// Bytes that do not move: a part of a mapped file, or memory of their own. They stay where they are as long as this object is
/// alive: whoever holds an address or a span keeps it alive (<see cref="GC.KeepAlive"/>) until the last read.
/// </summary>
internal sealed unsafe class NativeBytes
{
    /// <summary>The mapping or the memory; held, never read.</summary>
    private readonly object owner;
    private readonly byte* start;

    private NativeBytes(object owner, byte* start, long length)
    {
        this.owner = owner;
        this.start = start;
        Length = length;
    }

    public long Length { get; }

    /// <summary>A part of a mapped file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within the file.</exception>
    public static NativeBytes Of(MappedFile file, long offset, long length) => new(file, file.Address(offset, length), length);

    /// <summary>A copy of parts, one after the other.</summary>
    public static NativeBytes Copy(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var list = parts.ToList();
        var memory = new Memory(list.Sum(p => (long)p.Length));
        long at = 0;
        foreach (var part in list)
        {
            part.Span.CopyTo(new Span<byte>(memory.Start + at, part.Length));
            at += part.Length;
        }

        return new NativeBytes(memory, memory.Start, at);
    }

    /// <summary>The address of a part; valid while this object is alive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within the bytes.</exception>
    public byte* Address(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), $"{length} bytes at {offset} are not within {Length} ({owner.GetType().Name}).");
        }

        return start + offset;
    }

    /// <summary>Values in the machine's byte order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not within the bytes.</exception>
    public ReadOnlySpan<T> Values<T>(long offset, int count)
        where T : unmanaged
        => new(Address(offset, (long)count * sizeof(T)), count);

    private sealed class Memory : CriticalFinalizerObject
    {
        public Memory(long length) => Start = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, length), 64);

        ~Memory() => NativeMemory.AlignedFree(Start);

        public byte* Start { get; }
    }
}
