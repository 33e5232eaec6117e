namespace LeapSearch.Import.Sources;

/// <summary>An unpacked stream that stops a file made to fill a disk or a memory.</summary>
internal sealed class UnpackedStream(Stream unpacked, Func<long> packedBytes, ImportOptions options) : ReadOnlyStream
{
    private long total;

    public override int Read(Span<byte> destination)
    {
        var count = unpacked.Read(destination);
        total += count;
        if (total > options.MaxUnpackedBytes)
        {
            throw new InvalidDataException(
                $"unpacks to more than {options.MaxUnpackedBytes:N0} bytes; split it, or unpack it first: plain files have no such limit");
        }

        if (total > options.FreeUnpackedBytes && total > packedBytes() * options.MaxUnpackedRatio)
        {
            throw new InvalidDataException(
                $"unpacks to more than {options.MaxUnpackedRatio} times its size, as no catalogue does; unpack it first if it is one");
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
