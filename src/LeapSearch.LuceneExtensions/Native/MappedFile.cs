using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// A whole file mapped into memory for reading. It is unmapped by the collector alone, when nothing refers to it any more: whoever
/// holds a span of it keeps the object alive (<see cref="GC.KeepAlive"/>) until the last read, and so no search can lose the ground
/// under its feet, whatever is disposed meanwhile.
/// </summary>
/// <remarks>
/// Every span is checked against the file's length at the time of mapping. A file that somebody truncates later ends the process when
/// the missing pages are read; Lucene never rewrites a file, so only a stranger can do that.
/// </remarks>
internal sealed unsafe class MappedFile
{
    private readonly View? view;

    private MappedFile(View? view, long length)
    {
        this.view = view;
        Length = length;
    }

    /// <summary>The file's length in bytes when it was mapped.</summary>
    public long Length { get; }

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static MappedFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (stream.Length == 0)
        {
            return new MappedFile(null, 0);
        }

        // A view outlives the descriptors that it was made from.
        using var file = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedFile(new View(file.CreateViewAccessor(0, stream.Length, MemoryMappedFileAccess.Read)), stream.Length);
    }

    /// <summary>The address of a part of the file; valid while this object is alive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within the file.</exception>
    public byte* Address(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), $"{length} bytes at {offset} are not within the file's {Length}.");
        }

        return (view is null ? null : view.Start) + offset;
    }

    /// <summary>Values of the file, in the machine's byte order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not within the file.</exception>
    public ReadOnlySpan<T> Values<T>(long offset, int count)
        where T : unmanaged
        => new(Address(offset, (long)count * sizeof(T)), count);

    /// <summary>Holds the pointer; critical finalization lets it go with the mapping.</summary>
    private sealed class View
    {
        private readonly MemoryMappedViewAccessor accessor;
        private readonly SafeHandle handle;

        public View(MemoryMappedViewAccessor accessor)
        {
            this.accessor = accessor;
            handle = accessor.SafeMemoryMappedViewHandle;
            byte* pointer = null;
            accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
            Start = pointer + accessor.PointerOffset;
        }

        ~View()
        {
            accessor.SafeMemoryMappedViewHandle.ReleasePointer();
            handle.Dispose();
        }

        public byte* Start { get; }
    }
}
