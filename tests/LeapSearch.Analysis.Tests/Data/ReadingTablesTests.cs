using LeapSearch.Testing;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>The tables of readings are what their sources give. <c>LEAP_REWRITE=1</c> writes them instead of comparing.</summary>
public sealed class ReadingTablesTests
{
    [NeedsFact("data:scripts/unihan/Unihan_Readings.txt.gz")]
    public void HanReadingsAreWhatUnihanGives()
    {
        FoldTablesTests.Check("Readings/mandarin.txt", ReadingSources.Mandarin());
        FoldTablesTests.Check("Readings/cantonese.txt", ReadingSources.Cantonese());
        FoldTablesTests.Check("Readings/hanja.txt", ReadingSources.Hanja());
        FoldTablesTests.Check("Readings/japanese-on.txt", ReadingSources.JapaneseOn());
        FoldTablesTests.Check("Readings/japanese-kun.txt", ReadingSources.JapaneseKun());
    }

    [NeedsFact("data:scripts/ja_names/last_name_org.csv.gz")]
    public void JapaneseNamesAreWhatTheListsGive()
    {
        FoldTablesTests.Check("Readings/japanese-family-names.txt", ReadingSources.JapaneseFamilyNames());
        FoldTablesTests.Check("Readings/japanese-given-names.txt", ReadingSources.JapaneseGivenNames());
        FoldTablesTests.Check("Readings/japanese-name-characters.txt", ReadingSources.JapaneseNameReadings());
    }
}
