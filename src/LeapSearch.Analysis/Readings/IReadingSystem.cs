using LeapSearch.Analysis.Names;

namespace LeapSearch.Analysis.Readings;

/// <summary>One way of reading names and titles: a language's script and its Latin spellings, which meet in the system's keys.</summary>
/// <remarks>
/// A system is a folder here: copy the nearest (Korean, Mandarin) and add it to <see cref="ReadingSystems"/>. All are pure and thread-safe,
/// their answers bounded, and none throws for any text.
/// </remarks>
internal interface IReadingSystem
{
    /// <summary>The head of the system's keys: "ko".</summary>
    string Prefix { get; }

    /// <summary>Readings of a name in the language's script or in Han, family name first; none for other scripts. No reading has blanks.</summary>
    IReadOnlyList<Reading> NameInScript(string name);

    /// <summary>What a query in the language's script or in Han asks for; mostly what a person so named is found by.</summary>
    IReadOnlyList<Reading> NameInQuery(string name) => NameInScript(name);

    /// <summary>Readings of a name in Latin letters, family name first; none where it cannot be one of the language.</summary>
    IReadOnlyList<Reading> NameInLatin(NameWords name);

    /// <summary>Readings of a title, or of any other text, in the language's script or in Han; none for other scripts.</summary>
    IReadOnlyList<Reading> TextInScript(string text);

    /// <summary>As <see cref="NameInQuery"/>, of titles and other texts.</summary>
    IReadOnlyList<Reading> TextInQuery(string text) => TextInScript(text);

    /// <summary>Readings of a text in Latin letters; none where it cannot be the language's.</summary>
    IReadOnlyList<Reading> TextInLatin(NameWords text);

    /// <summary>Those readings of a person's name in Han that are meant, given the readings of the person's other names.</summary>
    IReadOnlyList<Reading> Confirmed(IReadOnlyList<Reading> inScript, IEnumerable<Reading> elsewhere) => inScript;

    /// <summary>The first letters of a text's syllables, where readers type them: "ㄱㅅㅊ" for 기생충, "wjd" for 无间道.</summary>
    IReadOnlyList<string> Initials(string text) => [];

    /// <summary>The query as first letters, or null where it cannot be meant so.</summary>
    string? InitialsInQuery(string query) => null;
}
