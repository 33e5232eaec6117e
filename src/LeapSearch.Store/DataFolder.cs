using System.Globalization;
using LeapSearch.Store.Files;

namespace LeapSearch.Store;

/// <summary>
/// The data folder: which generation is live, which others there are, and the lock that keeps a second writer out.
/// </summary>
/// <remarks>
/// <code>
/// LOCK                        held by whoever writes
/// CURRENT                     the number of the live generation, and a line end
/// service.db                  what no generation owns
/// generations/1/RETIRED       it was live before; kept to go back to
/// generations/1/catalog.db
/// generations/2/catalog.db    the documents
/// generations/2/index/        the index derived from them
/// generations/3/BUILDING      not finished: deleted at the next start
/// </code>
/// At start only what carries BUILDING, or has no database at all, is deleted, so that a lost CURRENT costs a question and not a
/// catalogue.
/// </remarks>
public sealed class DataFolder : IDisposable
{
    private readonly FolderLock? @lock;

    private DataFolder(string path, FolderLock? held)
    {
        Path = path;
        @lock = held;
    }

    /// <summary>The folder, as a full path.</summary>
    public string Path { get; }

    /// <summary>Whether it was opened without the lock, to read.</summary>
    public bool IsReadOnly => @lock is null;

    /// <summary>The database of keys and pins, which outlives generations.</summary>
    public string ServiceDatabasePath => System.IO.Path.Combine(Path, "service.db");

    private string CurrentPath => System.IO.Path.Combine(Path, "CURRENT");

    private string GenerationsPath => System.IO.Path.Combine(Path, "generations");

    /// <summary>Opens a folder to write, creating it when it is not there; deletes generations that were never finished.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="grpcAddress">Where this process answers gRPC, for others to find in LOCK; null for nowhere.</param>
    /// <exception cref="StoreException">
    /// Another process holds it, or its state is not one that this program leaves behind; then nothing was touched.
    /// </exception>
    public static DataFolder Open(string path, string? grpcAddress = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        var existed = Directory.Exists(full);
        Create(full);
        if (!existed)
        {
            DurableFile.SyncFolder(System.IO.Path.GetDirectoryName(full)!);
        }

        var held = FolderLock.Take(System.IO.Path.Combine(full, "LOCK"), grpcAddress);
        try
        {
            var folder = new DataFolder(full, held);
            folder.CleanUp();
            return folder;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens a folder to read beside whoever writes in it.</summary>
    /// <exception cref="StoreException">It is not there, or its state is not one that this program leaves behind.</exception>
    public static DataFolder OpenReadOnly(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(full))
        {
            throw new StoreException(StoreError.Missing, $"There is no data folder '{full}'.");
        }

        var folder = new DataFolder(full, null);
        _ = folder.Current();
        return folder;
    }

    /// <summary>Who holds a folder, by its LOCK. Means nothing unless taking the lock has just failed.</summary>
    public static FolderHolder? ReadHolder(string path) => FolderLock.ReadHolder(System.IO.Path.Combine(path, "LOCK"));

    /// <summary>The live generation, read from CURRENT; null when there is none yet.</summary>
    /// <exception cref="StoreException">CURRENT is lost or names what is not there.</exception>
    public GenerationFolder? Current()
    {
        if (!File.Exists(CurrentPath))
        {
            return Generations().FirstOrDefault(g => !IsUnfinished(g)) is { } lost
                ? throw new StoreException(
                    StoreError.Missing,
                    $"'{CurrentPath}' is missing though there is a finished generation {lost.Name}. Write the live generation's number into it; nothing was changed.")
                : null;
        }

        var text = File.ReadAllText(CurrentPath).Trim();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new StoreException(StoreError.Missing, $"'{CurrentPath}' names no generation: '{text}'. Nothing was changed.");
        }

        var current = Generation(number);
        return File.Exists(current.DatabasePath)
            ? current
            : throw new StoreException(StoreError.Missing, $"'{CurrentPath}' names generation {number}, but '{current.DatabasePath}' is not there. Nothing was changed.");
    }

    /// <summary>The generations on disk, unfinished ones included, newest first.</summary>
    public IReadOnlyList<GenerationFolder> Generations()
    {
        if (!Directory.Exists(GenerationsPath))
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories(GenerationsPath)
            .Select(d => int.TryParse(System.IO.Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .Where(n => n > 0)
            .OrderDescending()
            .Select(Generation)];
    }

    /// <summary>Makes the folder of a new generation, marked as unfinished.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public GenerationFolder CreateGeneration()
    {
        RequireLock();
        var next = Generation(Generations().Select(g => g.Number).FirstOrDefault() + 1);
        Directory.CreateDirectory(next.Path);
        File.WriteAllText(next.BuildingMark, "");
        DurableFile.Sync(next.BuildingMark);
        DurableFile.SyncFolder(next.Path);
        DurableFile.SyncFolder(GenerationsPath);
        DurableFile.SyncFolder(Path);
        return next;
    }

    /// <summary>
    /// Makes a generation the live one: the one step that decides. When it returns, it stays so; until then nothing written to the
    /// generation may be acknowledged. The one that was live before is kept.
    /// </summary>
    /// <param name="next">The generation, whole and durable.</param>
    /// <param name="sequence">The sequence of <paramref name="next"/> at this moment.</param>
    /// <exception cref="IOException">The disk did not take it; which of the two is live is not known until the folder is opened again.</exception>
    public void MakeCurrent(GenerationFolder next, long sequence)
    {
        RequireLock();
        DurableFile.SyncFolder(next.Path);
        if (Current() is { } before && before != next)
        {
            DurableFile.Replace(before.RetiredMark, sequence.ToString(CultureInfo.InvariantCulture));
        }

        DurableFile.Replace(CurrentPath, next.Name + "\n");
        File.Delete(next.BuildingMark);
        File.Delete(next.RetiredMark);
    }

    /// <summary>Deletes a generation that is not live.</summary>
    public void Delete(GenerationFolder generation)
    {
        RequireLock();
        if (File.Exists(CurrentPath) && Current() == generation)
        {
            throw new InvalidOperationException($"Generation {generation.Name} is live.");
        }

        if (!Directory.Exists(generation.Path))
        {
            return;
        }

        // Marked first: should this be cut short, the next start goes on.
        File.WriteAllText(generation.BuildingMark, "");
        DurableFile.SyncFolder(generation.Path);
        DeleteMarkLast(generation);
    }

    /// <summary>Frees the lock.</summary>
    public void Dispose() => @lock?.Dispose();

    private static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // "The file already exists" and "could not find file" are what the system says of a folder that cannot be made.
            var why = File.Exists(path) ? "a file is there" : e.Message;
            throw new StoreException(StoreError.Missing, $"The data folder '{path}' cannot be made: {why}", e);
        }
    }

    private GenerationFolder Generation(int number)
        => new(number, System.IO.Path.Combine(GenerationsPath, number.ToString(CultureInfo.InvariantCulture)));

    private static bool IsUnfinished(GenerationFolder generation)
        => File.Exists(generation.BuildingMark) || !File.Exists(generation.DatabasePath);

    private void CleanUp()
    {
        var current = Current();
        if (current is not null)
        {
            // A crash after CURRENT was written and before the marks went.
            File.Delete(current.BuildingMark);
            File.Delete(current.RetiredMark);
        }

        foreach (var generation in Generations())
        {
            if (generation != current && IsUnfinished(generation))
            {
                DeleteMarkLast(generation);
            }
            else
            {
                DurableFile.DropUnfinished(generation.RetiredMark);
            }
        }

        DurableFile.DropUnfinished(CurrentPath);
    }

    private static void DeleteMarkLast(GenerationFolder generation)
    {
        foreach (var entry in new DirectoryInfo(generation.Path).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else if (entry.FullName != generation.BuildingMark)
            {
                entry.Delete();
            }
        }

        Directory.Delete(generation.Path, recursive: true);
    }

    private void RequireLock()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The data folder was opened to read.");
        }
    }
}
