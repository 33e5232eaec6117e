namespace LeapSearch.Import;

/// <summary>What an import puts up with.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// The share of bad lines, 0 to 1, up to which they are told and left out; above it the import fails. It is known only at the
    /// end, so documents of an import that fails have been given out before.
    /// </summary>
    public double MaxBadShare { get; init; } = 0.01;

    /// <summary>Hears of every bad line as it is met; may be null.</summary>
    public Action<ImportError>? OnBadLine { get; init; }

    /// <summary>What <c>-</c> reads.</summary>
    public Stream? StandardInput { get; init; }

    /// <summary>The most bytes of a line. A document has at most 2 MiB of protobuf; JSON's escapes can make six bytes of one.</summary>
    public int MaxLineBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most bytes that one compressed file may unpack to.</summary>
    public long MaxUnpackedBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>
    /// The most bytes that one compressed byte may unpack to, once <see cref="FreeUnpackedBytes"/> were unpacked. Text reaches 10 to 20;
    /// a file made to fill a disk reaches 1,000.
    /// </summary>
    public int MaxUnpackedRatio { get; init; } = 200;

    /// <summary>Bytes below which the ratio is not looked at: small regular files compress well.</summary>
    public long FreeUnpackedBytes { get; init; } = 10 * 1024 * 1024;
}
