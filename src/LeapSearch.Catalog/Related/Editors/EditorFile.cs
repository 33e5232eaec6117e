using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog.Related.Editors;

/// <summary>
/// The editors' file, read again when it changes. It lies beside the generations, so that neither a reindex nor a rollback touches it. A
/// file with a mistake changes nothing: what was read before stays, and the mistake is logged once.
/// </summary>
internal sealed class EditorFile(string path, TimeProvider time, ILogger logger)
{
    /// <summary>The file's name in the data folder.</summary>
    public const string Name = "related-editors.jsonl";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private volatile EditorChoices choices = EditorChoices.None;
    private DateTime version = DateTime.MinValue;
    private long looked = long.MinValue;

    /// <summary>What the file says now, or said up to a second ago.</summary>
    public EditorChoices Current
    {
        get
        {
            var last = Interlocked.Read(ref looked);
            if (last != long.MinValue && time.GetElapsedTime(last) < Interval)
            {
                return choices;
            }

            lock (gate)
            {
                Look();
                Interlocked.Exchange(ref looked, time.GetTimestamp());
            }

            return choices;
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
                choices = File.Exists(path) ? EditorChoices.Read(path) : EditorChoices.None;
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            logger.LogWarning("The editors' choices stay as they were: {Problem}", error.Message);
        }
    }
}
