using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog.Editors;

/// <summary>
/// A file of the editors, read again when it changes. It lies beside the generations, so that neither a reindex nor a rollback touches it. A
/// file with a mistake changes nothing: what was read before stays, and the mistake is logged once.
/// </summary>
/// <param name="path">The file; it need not be there.</param>
/// <param name="read">Reads it; <see cref="InvalidDataException"/> for a mistake.</param>
/// <param name="none">What holds where there is no file.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of a mistake.</param>
internal sealed class EditorFile<T>(string path, Func<string, T> read, T none, TimeProvider time, ILogger logger)
    where T : class
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly T nothing = none;
    private volatile T current = none;
    private DateTime version = DateTime.MinValue;
    private long looked = long.MinValue;

    /// <summary>What the file says now, or said up to a second ago.</summary>
    public T Current
    {
        get
        {
            var last = Interlocked.Read(ref looked);
            if (last != long.MinValue && time.GetElapsedTime(last) < Interval)
            {
                return current;
            }

            lock (gate)
            {
                Look();
                Interlocked.Exchange(ref looked, time.GetTimestamp());
            }

            return current;
        }
    }

    private void Look()
    {
        try
        {
            // 1601 where there is no file.
            var now = File.GetLastWriteTimeUtc(path);
            if (now != version)
            {
                version = now;
                current = File.Exists(path) ? read(path) : nothing;
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            logger.LogWarning("What the editors' file said before still holds: {Problem}", error.Message);
        }
    }
}
