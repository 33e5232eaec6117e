using System.Collections.Frozen;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>What readers call genres beside the names that the catalogue gives them. The catalogue's own names need no row.</summary>
internal static class GenreWords
{
    private static readonly FrozenDictionary<string, string[]> Others = new Dictionary<string, string[]>
    {
        ["sci fi"] = ["science fiction"],
        ["scifi"] = ["science fiction"],
        ["kung fu"] = ["martial arts"],
        ["animated"] = ["animation"],
        ["anime"] = ["animation"],
        ["romantic"] = ["romance"],
        ["funny"] = ["comedy"],
        ["scary"] = ["horror"],
        ["sport"] = ["sports"],
        ["musical"] = ["musical", "music"],
        ["historical"] = ["history"],
        ["gangster"] = ["crime"],
        ["动作"] = ["action"],
        ["喜剧"] = ["comedy"],
        ["爱情"] = ["romance"],
        ["恐怖"] = ["horror"],
        ["액션"] = ["action"],
        ["스릴러"] = ["thriller"],
    }.ToFrozenDictionary();

    /// <summary>The genres, folded, that folded words may mean; the catalogue decides which exist.</summary>
    public static IEnumerable<string> Candidates(string words)
    {
        yield return words;
        foreach (var other in Others.GetValueOrDefault(words) ?? [])
        {
            yield return other;
        }

        if (words.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return words[..^3] + "y";
        }
        else if (words.EndsWith('s'))
        {
            yield return words[..^1];
        }
        else
        {
            yield return words + "s";
        }
    }
}
