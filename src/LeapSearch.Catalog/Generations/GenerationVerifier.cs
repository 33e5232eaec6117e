using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.LuceneExtensions.Directories;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Generations;

/// <summary>The check of a generation: every row of the store, and Lucene's own check of every segment of the last commit.</summary>
internal static class GenerationVerifier
{
    public static IReadOnlyList<string> Verify(IOpenGeneration? open, CancellationToken cancellationToken)
    {
        if (open is null)
        {
            return [];
        }

        var problems = new List<string>(open.Store.Verify(cancellationToken));
        problems.AddRange(CheckIndex(open.Folder.IndexPath));
        if (open.Message.Length > 0)
        {
            problems.Add(open.Message);
        }

        return problems;
    }

    /// <summary>Runs Lucene's CheckIndex on a folder.</summary>
    public static IReadOnlyList<string> CheckIndex(string path)
    {
        try
        {
            using var directory = IndexFiles.Open(path);
            using var text = new StringWriter();
            var status = new CheckIndex(directory) { InfoStream = text }.DoCheckIndex();
            if (!status.Clean)
            {
                return [$"'{path}': CheckIndex found {status.TotLoseDocCount} documents in {status.NumBadSegments} damaged segments. {LastLines(text)}"];
            }

            // What CheckIndex knows nothing of: the side-cars.
            using var reader = DirectoryReader.Open(directory);
            IndexDirectory.CheckIntegrity(reader, GraphFile.SideCar, CancellationToken.None);
            return [];
        }
        catch (Exception e)
        {
            return [$"'{path}' cannot be checked: {e.Message}"];
        }
    }

    private static string LastLines(StringWriter text)
        => string.Join(' ', text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(5));
}
