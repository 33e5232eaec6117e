namespace LeapSearch.Import.Sources;

/// <summary>A stream whose first bytes can be looked at, and which counts what was read of it.</summary>
internal sealed class PeekStream : ReadOnlyStream
{
    private readonly Stream inner;
    private readonly byte[] buffer = new byte[128 * 1024];
    private int start;
    private int end;

    public PeekStream(Stream inner)
    {
        this.inner = inner;
        end = inner.ReadAtLeast(buffer, 4, throwOnEndOfStream: false);
    }

    public long BytesRead { get; private set; }

    public bool HasBytes => end > start;

    public bool StartsWith(params ReadOnlySpan<byte> magic) => buffer.AsSpan(start, end - start).StartsWith(magic);

    public override int Read(Span<byte> destination)
    {
        if (start == end)
        {
            start = 0;
            end = inner.Read(buffer);
        }

        var count = Math.Min(destination.Length, end - start);
        buffer.AsSpan(start, count).CopyTo(destination);
        start += count;
        BytesRead += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
