namespace LeapSearch.Analysis.Names;

/// <summary>The names of one person, as a catalogue has them.</summary>
/// <param name="Name">The name to display: "Peter Chan".</param>
/// <param name="OriginalName">The name in its original script, "陳可辛"; null or empty where unknown.</param>
/// <param name="AlternativeNames">Other names and spellings in any script.</param>
/// <param name="NameLanguage">BCP 47 language of the original name, "yue"; null or empty where unknown.</param>
public sealed record NameInput(string Name, string? OriginalName = null, IReadOnlyList<string>? AlternativeNames = null, string? NameLanguage = null);
