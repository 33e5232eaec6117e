using LeapSearch.Analysis.Data;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>Japanese given names in kanji and their readings (Data/Readings).</summary>
internal static class JapaneseGivenNames
{
    /// <summary>The names; the readings of one are in no order.</summary>
    public static NameTable Table { get; } = new(DataTable.Lines("Readings/japanese-given-names.txt"));
}
