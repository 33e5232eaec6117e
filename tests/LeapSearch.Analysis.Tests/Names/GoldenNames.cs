namespace LeapSearch.Analysis.Tests.Names;

/// <summary>The people of the golden files: one a line, the spellings in use for each.</summary>
internal static class GoldenNames
{
    public static List<string[]> Read(string language)
        => [.. File.ReadLines(Path.Combine(LeapSearch.Testing.Repository.Root, "tests", "LeapSearch.Analysis.Tests", "Names", $"golden-{language}.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
}
