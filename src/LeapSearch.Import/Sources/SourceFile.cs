namespace LeapSearch.Import.Sources;

/// <summary>A file to read.</summary>
/// <param name="Name">How errors name it.</param>
/// <param name="Path">Its full path; null for standard input.</param>
internal sealed record SourceFile(string Name, string? Path);
