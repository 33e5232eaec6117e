using LeapSearch.V1;

namespace LeapSearch.Import;

/// <summary>A document and the place it came from.</summary>
/// <param name="Document">The document; it keeps every rule of the contract.</param>
/// <param name="File">The file, as in <see cref="ImportError.File"/>.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ImportedDocument(Document Document, string File, long Line);
