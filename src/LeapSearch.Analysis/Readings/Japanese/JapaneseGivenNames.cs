using System.Collections.Frozen;
using LeapSearch.Analysis.Data;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>Japanese given names in kanji and their readings (Data/Readings).</summary>
internal static class JapaneseGivenNames
{
    private static readonly NameTable Table = Load();

    /// <summary>The readings in Latin letters, without the length of o and u.</summary>
    private static readonly FrozenSet<string> InLatin = Table.Readings.Select(k => JapaneseLatin.OpenName(Kana.Latin(k) ?? "")).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The readings in kana of a folded given name, in no order; none where it is not known.</summary>
    public static IEnumerable<string> Readings(string folded) => Table.Of(folded);

    /// <summary>Whether a folded name is known as a given name.</summary>
    public static bool IsListed(string folded) => Table.Holds(folded);

    /// <summary>Whether letters as <see cref="JapaneseLatin.OpenName"/> gives them are a given name.</summary>
    public static bool IsLatin(string open) => InLatin.Contains(open);

    private static NameTable Load()
    {
        var table = new NameTable();
        table.Add(DataTable.Lines("Readings/japanese-given-names.txt"));
        return table;
    }
}
