using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Contracts.Tests.Released;

/// <summary>Programs built from the released protos go on working: nothing that they know is renamed, renumbered or gone.</summary>
public sealed class ReleasedContractTests
{
    private const string Buf = "repo:tests/clients/node_modules/.bin/buf";

    private static string ReleasedDescriptor => Path.Combine(Processes.Protos, "released", "leapsearch.v1.binpb");

    [NeedsFact(Buf)]
    public async Task TheProtosAreCleanUnderLint()
        => await Processes.RunAsync(Processes.Npm("buf"), "lint", Processes.Protos);

    [NeedsFact(Buf)]
    public async Task NothingReleasedIsBroken()
        => await Processes.RunAsync(Processes.Npm("buf"), "breaking", Processes.Protos, "--against", ReleasedDescriptor);

    // The guard guards: each of these would break a caller, and is refused.
    [NeedsTheory(Buf)]
    [InlineData("search_service.proto", "string query = 1;", "string query = 99;")]
    [InlineData("search_service.proto", "string query = 1;", "string text = 1;")]
    [InlineData("search_service.proto", "string query = 1;", "bytes query = 1;")]
    [InlineData("document.proto", "DOCUMENT_TYPE_FILM = 1;", "DOCUMENT_TYPE_MOVIE = 1;")]
    [InlineData("index_service.proto", "  rpc StreamDocuments(stream StreamDocumentsRequest) returns (stream StreamDocumentsResponse);\n", "")]
    public async Task ABreakingChangeIsRefused(string file, string from, string to)
    {
        using var folder = new TemporaryFolder();
        CopyFolder(Processes.Protos, folder.Path);
        var path = Path.Combine(folder.Path, "leapsearch", "v1", file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));

        var (exitCode, output, error) = await Processes.TryRunAsync(
            Processes.Npm("buf"), "breaking", folder.Path, "--against", ReleasedDescriptor);
        Assert.True(exitCode == 100, $"buf exited with {exitCode}:\n{output}\n{error}");
        Assert.Contains(file, output);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
