using System.Text;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>
/// The lists of forty films of the sample catalogue with their reasons, as reviewed film by film. A change of scoring shows as a diff of
/// <c>golden-lists.txt</c>: <c>LEAP_UPDATE_GOLDEN=1 dotnet test</c> writes it anew, and the diff is reviewed like code.
/// </summary>
public sealed class GoldenListsTests
{
    private const string Header = """
        # The films related to forty films of the sample catalogue, ten each at the default diversity, with their reasons (~ for a weak one).
        # Written by LEAP_UPDATE_GOLDEN=1 dotnet test tests/LeapSearch.Catalog.Tests --filter GoldenLists; review the diff film by film.

        """;

    private static readonly string[] Films =
    [
        "leap-2020", "comrades-almost-a-love-story-1996", "in-the-mood-for-love-2000", "hero-2002", "raise-the-red-lantern-1991",
        "farewell-my-concubine-1993", "infernal-affairs-2002", "election-2005", "hard-boiled-1992", "shaolin-soccer-2001", "ip-man-2008",
        "enter-the-dragon-1973", "a-chinese-ghost-story-1987", "yi-yi-2000", "still-life-2006", "ne-zha-2019", "mulan-2020", "ten-years-2015",
        "parasite-2019", "oldboy-2003", "train-to-busan-2016", "burning-2018", "a-taxi-driver-2017", "my-sassy-girl-2001", "ditto-2022",
        "the-housemaid-1960", "my-love-dont-cross-that-river-2014", "seven-samurai-1954", "tokyo-story-1953", "spirited-away-2001",
        "your-name-2016", "shoplifters-2018", "ringu-1998", "godzilla-1954", "tokyo-olympiad-1965", "pather-panchali-1955", "lagaan-2001",
        "a-separation-2011", "the-raid-2011", "uncle-boonmee-who-can-recall-his-past-lives-2010",
    ];

    [Fact]
    public void TheListsAreAsReviewed()
    {
        var actual = Lists();
        var file = Path.Combine(Repository.Root, "tests", "LeapSearch.Catalog.Tests", "Related", "golden-lists.txt");
        if (Environment.GetEnvironmentVariable("LEAP_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private static string Lists()
    {
        var folder = Path.Combine(Repository.Root, "index-data", "catalog");
        Document[] documents =
        [
            .. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
                .Where(l => l.Length > 0).Select(Document.Parser.ParseJson),
        ];
        var index = SmallIndex.Of(documents, perSegment: 10_000);
        var text = new StringBuilder(Header.ReplaceLineEndings("\n"));
        foreach (var film in Films)
        {
            text.Append('\n').Append(film).Append('\n');
            var place = 0;
            foreach (var result in index.Related(film).Results)
            {
                var reasons = string.Join("; ", result.Reasons.Select(r => (r.Weak ? "~" : "") + r.Text));
                text.Append($"{++place,4} {result.Film.Id}: {reasons}\n");
            }
        }

        return text.ToString();
    }
}
