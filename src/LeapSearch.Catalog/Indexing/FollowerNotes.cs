using System.Collections.Concurrent;
using LeapSearch.Store;

namespace LeapSearch.Catalog.Indexing;

/// <summary>What went wrong while an index was followed, for the status; written by the follower, read by anyone.</summary>
internal sealed class FollowerNotes
{
    /// <summary>More are counted and not named.</summary>
    private const int Named = 5;

    private readonly ConcurrentDictionary<string, byte> skipped = new();
    private readonly ConcurrentDictionary<DamagedRow, byte> damaged = new();
    private volatile string error = "";
    private volatile string repair = "";

    /// <summary>The last error; stays after it was overcome.</summary>
    public string Error
    {
        get => error;
        set => error = value;
    }

    /// <summary>What was repaired at start.</summary>
    public string Repair
    {
        get => repair;
        set => repair = value;
    }

    /// <summary>A document that could not be indexed.</summary>
    public void Skip(string what) => skipped.TryAdd(what, 0);

    /// <summary>A row that fails its checksum.</summary>
    public void Damaged(DamagedRow row) => damaged.TryAdd(row, 0);

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        AddPart(parts, Repair);
        AddPart(parts, Error);
        AddPart(parts, List("damaged in the store and not indexed", damaged.Keys.Select(d => d.ToString())));
        AddPart(parts, List("not indexed", skipped.Keys));
        return string.Join(' ', parts);
    }

    private static void AddPart(List<string> parts, string part)
    {
        if (part.Length > 0)
        {
            parts.Add(part);
        }
    }

    private static string List(string what, IEnumerable<string> items)
    {
        var all = items.Order(StringComparer.Ordinal).ToList();
        return all.Count == 0 ? "" : $"{all.Count} {what}: {string.Join("; ", all.Take(Named))}{(all.Count > Named ? "; …" : "")}.";
    }
}
