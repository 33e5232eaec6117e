using System.Text.RegularExpressions;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.LuceneExtensions.Tests.Native;

public sealed partial class UnsafeCodeTests
{
    [Fact]
    public void StandsInOneFolder()
    {
        var sources = Path.Combine(Repository.Root, "src", "LeapSearch.LuceneExtensions");
        var elsewhere = Directory.GetFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(sources, f))
            .Where(f => f.Split(Path.DirectorySeparatorChar)[0] is not ("Native" or "obj" or "bin"))
            .Where(f => UnsafeWord().IsMatch(File.ReadAllText(Path.Combine(sources, f))));
        Assert.Empty(elsewhere);
    }

    [GeneratedRegex(@"^[^/]*\bunsafe\b|Unsafe\.(?!SizeOf)", RegexOptions.Multiline)]
    private static partial Regex UnsafeWord();
}
