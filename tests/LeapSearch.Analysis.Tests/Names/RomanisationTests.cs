using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>
/// Every person of the sample catalogue is found by the romanisations that follow from the name in its script, whether the catalogue has that name or only the
/// one in Latin letters.
/// </summary>
public sealed class RomanisationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("revised", 0.99, 0.95)]
    [InlineData("mccune", 0.98, 0.95)]
    [InlineData("mccune voiced", 0.97, 0.95)]
    public void Korean(string system, double script, double latin)
        => Measure(system, "ko", script, latin, p => p.Script.Length is 3 && p.Script.All(c => c is >= '가' and <= '힣')
            ? system == "revised" ? Romanisations.Revised(p.Script) : Romanisations.McCune(p.Script, system.EndsWith("voiced", StringComparison.Ordinal)) : null);

    [Theory]
    [InlineData("zh", 0.99, 0.73)]
    [InlineData("yue", 0.99, 0)]
    public void WadeGiles(string language, double script, double latin)
        => Measure("Wade-Giles", language, script, latin, p => Pinyin(p.Script) is { Count: 2 or 3 } syllables ? Romanisations.WadeGiles(syllables) : null);

    [Theory]
    [InlineData(0.94, 0.99)]
    public void Kunrei(double script, double latin)
        => Measure("Kunrei", "ja", script, latin, p => p.Script.All(c => Scripts.IsHan(c)) && p.Latin.All(char.IsAscii) ? Romanisations.ToKunrei(p.Latin) : null);

    /// <summary>The first pinyin reading of each character.</summary>
    private static List<string> Pinyin(string han)
        => han.All(c => Scripts.IsHan(c)) ? [.. han.Select(c => ReadingForms.Of(c.ToString() + c, "zh-CN").Whole.Select(k => k.Text).First(k => k.StartsWith("zh", StringComparison.Ordinal))[3..]).Select(k => k[..(k.Length / 2)])] : [];

    private void Measure(string system, string language, double scriptFloor, double latinFloor, Func<(string Script, string Latin), string?> romanise)
    {
        var (count, script, latin) = (0, 0, 0);
        foreach (var (_, names) in CatalogNames.People.Where(p => p.Language == language))
        {
            var inScript = Array.Find(names, n => n.Any(c => c > 0x2E80));
            var inLatin = names[0];
            if (inScript is null || romanise((inScript, inLatin)) is not { } query)
            {
                continue;
            }

            count++;
            var keys = NameForms.OfQuery(query);
            if (Matching.Grade(NameForms.Of(new NameInput(inScript, null, null, language)), keys) is not null)
            {
                script++;
            }
            else
            {
                output.WriteLine($"{inScript} <- {query}");
            }

            if (Matching.Grade(NameForms.Of(new NameInput(inLatin, null, null, language)), keys) is not null)
            {
                latin++;
            }
            else
            {
                output.WriteLine($"{inLatin} <- {query} ({inScript})");
            }
        }

        output.WriteLine($"{system} {language}: {count} people, {(double)script / count:P1} found by the name in its script, {(double)latin / count:P1} by the one in Latin letters");
        Assert.True(count > 100 && (double)script / count >= scriptFloor && (double)latin / count >= latinFloor);
    }
}
