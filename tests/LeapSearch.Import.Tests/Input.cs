using System.IO.Compression;
using System.Text;
using LeapSearch.Testing;

namespace LeapSearch.Import.Tests;

/// <summary>Files to import, and what reading them gives.</summary>
internal sealed class Input : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Folder => folder.Path;

    public static string Film(string id, string title = "A film") => $$$"""{"film":{"id":"{{{id}}}","title":"{{{title}}}"}}""";

    public string Write(string name, params string[] lines) => Write(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public string Write(string name, byte[] bytes)
    {
        var path = folder.File(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Pack(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static async Task<List<ImportedDocument>> ReadAll(DocumentReader reader)
    {
        var documents = new List<ImportedDocument>();
        await foreach (var document in reader.ReadAsync())
        {
            documents.Add(document);
        }

        return documents;
    }

    public static Task<List<ImportedDocument>> ReadAll(params string[] paths) => ReadAll(new DocumentReader(ImportSources.Find(paths)));

    public static Task<ImportException> Failure(params string[] paths) => Failure(null, paths);

    public static Task<ImportException> Failure(ImportOptions? options, params string[] paths)
        => Xunit.Assert.ThrowsAsync<ImportException>(() => ReadAll(new DocumentReader(ImportSources.Find(paths), options)));

    public void Dispose() => folder.Dispose();
}
