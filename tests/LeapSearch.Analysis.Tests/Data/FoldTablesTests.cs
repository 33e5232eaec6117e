using System.Text;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>
/// The tables in the source tree are what their sources give. <c>LEAP_REWRITE=1</c> writes them instead of comparing.
/// </summary>
public sealed class FoldTablesTests
{
    private static readonly string DataFolder = Path.Combine(Repository.Root, "src", "LeapSearch.Analysis", "Data");

    [NeedsFact(UnicodeData.Folder + "UnicodeData.txt")]
    public void UnicodeTablesAreWhatTheDatabaseGives()
    {
        var data = new UnicodeData();
        Check("Unicode/decompositions.txt", FoldTableSources.Decompositions(data));
        Check("Unicode/classes.txt", FoldTableSources.Classes(data));
    }

    [NeedsFact("data:scripts/opencc/TSCharacters.txt.gz", "data:scripts/unihan/Unihan_Variants.txt.gz")]
    public void HanVariantsAreWhatOpenCCAndUnihanGive() => Check("Han/variants.txt", HanVariantSources.Variants());

    internal static void Check(string table, string expected)
    {
        var path = Path.Combine(DataFolder, table);
        if (Environment.GetEnvironmentVariable("LEAP_REWRITE") == "1")
        {
            File.WriteAllText(path, expected, new UTF8Encoding(false));
        }

        Assert.True(File.ReadAllText(path) == expected, $"{table} differs from its sources; LEAP_REWRITE=1 rewrites it.");
    }
}
