namespace LeapSearch.Store;

/// <summary>A generation's place on disk: the documents, and the index derived from them.</summary>
/// <param name="Number">Its number, from 1; a later one has a higher number.</param>
/// <param name="Path">Its folder.</param>
public sealed record GenerationFolder(int Number, string Path)
{
    /// <summary>Its name: the number as text.</summary>
    public string Name => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The database with every document.</summary>
    public string DatabasePath => System.IO.Path.Combine(Path, "catalog.db");

    /// <summary>The folder of the index.</summary>
    public string IndexPath => System.IO.Path.Combine(Path, "index");

    /// <summary>Stands from a generation's first moment until it is live; a generation that still has it was never finished.</summary>
    internal string BuildingMark => System.IO.Path.Combine(Path, "BUILDING");

    /// <summary>
    /// Stands in a generation that was live once. Its text is the successor's sequence at the swap: going back takes along what
    /// came after it.
    /// </summary>
    internal string RetiredMark => System.IO.Path.Combine(Path, "RETIRED");

    /// <summary>The successor's sequence when this generation ceased to be live; null when it did not.</summary>
    public long? RetiredAt => File.Exists(RetiredMark) && long.TryParse(File.ReadAllText(RetiredMark), out var sequence) ? sequence : null;

    /// <summary>When the folder was made, UTC.</summary>
    public DateTimeOffset CreatedAt => Directory.GetCreationTimeUtc(Path);

    /// <summary>Bytes of the database with its log; 0 where the folder is gone.</summary>
    public long StoreBytes() => Bytes(Path, SearchOption.TopDirectoryOnly);

    /// <summary>Bytes of the index; 0 where there is none.</summary>
    public long IndexBytes() => Bytes(IndexPath, SearchOption.AllDirectories);

    private static long Bytes(string folder, SearchOption depth)
    {
        long sum = 0;
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", depth))
            {
                try
                {
                    sum += file.Length;
                }
                catch (FileNotFoundException)
                {
                    // Merged away while counting.
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Not there, or deleted for one that is built anew while counting: looking first would not tell.
        }

        return sum;
    }
}
