using System.Text.RegularExpressions;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Architecture.Tests;

/// <summary>
/// .NET 10 on Linux returns normally from its flush to disk when the disk refused: whoever uses it acknowledges what is lost. Only the
/// files named here may ask the disk to keep something, and they check the result.
/// </summary>
public sealed partial class DurabilityTests
{
    private static readonly string[] Exempt = ["src/LeapSearch.Store/DurableFile.cs", "src/LeapSearch.LuceneExtensions/Native/FileSync.cs"];

    [Fact]
    public void NobodyElseFlushesToDisk()
    {
        var breaches = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), Path: f))
            .Where(f => !f.Name.Contains("/obj/") && !Exempt.Contains(f.Name))
            .Where(f => FlushToDisk().IsMatch(File.ReadAllText(f.Path)))
            .Select(f => f.Name);
        Assert.Empty(breaches);
    }

    [GeneratedRegex(@"\bFlush\(\s*(flushToDisk:\s*)?true\s*\)|\bFlushToDisk\s*\(|\bFileOptions\.WriteThrough\b")]
    private static partial Regex FlushToDisk();
}
