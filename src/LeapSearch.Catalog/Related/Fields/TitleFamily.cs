using System.Text.RegularExpressions;
using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Fields;

/// <summary>
/// The titles that tie a film to its remakes and sequels: its display and original titles, whole and without what numbers a part or names an
/// instalment ("Toy Story 2", "Alien³", "Police Story III: Super Cop" all keep their first words).
/// </summary>
/// <remarks>
/// Equal titles of unlike films exist (several are called Mother); so the tie counts only where something else is shared too.
/// </remarks>
internal static partial class TitleFamily
{
    /// <summary>A shorter stem in a script with blanks says little: "It", "Up".</summary>
    private const int MinStem = 4;

    /// <summary>The folded family keys of a film, each once.</summary>
    public static IReadOnlyCollection<string> Keys(Film film)
    {
        var keys = new List<string>();
        foreach (var title in new[] { film.Title, film.OriginalTitle })
        {
            Add(Folding.FoldKey(title));
            foreach (var stem in Stems(title))
            {
                var key = Folding.FoldKey(stem);
                if (key.Length >= MinStem || (key.Length >= 2 && key[0] >= 0x2E80))
                {
                    Add(key);
                }
            }
        }

        return keys;

        void Add(string key)
        {
            if (key.Length > 0 && !keys.Contains(key))
            {
                keys.Add(key);
            }
        }
    }

    private static IEnumerable<string> Stems(string title)
    {
        var main = Subtitle().Split(title, 2)[0];
        if (main.Length < title.Length)
        {
            yield return main;
        }

        var whole = PartNumber().Replace(main, "").Trim();
        if (whole.Length > 0 && whole.Length < main.Length)
        {
            yield return whole;
        }
    }

    [GeneratedRegex(@"\s*[:：]\s*|\s+[-–—]\s+")]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"\s*[,.]?\s*(?:\b(?:part|chapter|vol\.?|volume|episode)\s*)?(?:\b(?:[2-9]|1[0-9]|[ivx]{2,5}|v|two|three|four|five)\b|[²³])\s*$|\s*[2-9]$|\s*第?[二三四五六七八九2-9][部集章]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PartNumber();
}
