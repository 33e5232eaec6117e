using System.Text;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>
/// Learns from names and their readings how each character is read in names: 高橋 たかはし gives 高 たか, 橋 はし. Names are cut by expectation
/// maximisation (as grapheme-to-phoneme aligners do): every cut is weighed by how often its parts are read so elsewhere.
/// </summary>
internal static class JapaneseNameCharacters
{
    private const int Rounds = 6;
    private const int LongestReading = 5;

    /// <summary>A reading that is rarer than one in so many of its character is chance or a play on words.</summary>
    private const int Rarest = 50;

    /// <summary>A line a character: its readings with counts at the head of family names, behind, at the head of given names, behind.</summary>
    public static string Table(IEnumerable<(string Kana, string Kanji)> family, IEnumerable<(string Kana, string Kanji)> given)
    {
        Dictionary<(char, string), int>[] columns = [.. Count(family), .. Count(given)];
        var text = new StringBuilder();
        foreach (var c in columns.SelectMany(t => t.Keys.Select(k => k.Item1)).Distinct().Order().Where(c => Scripts.IsHan(c)))
        {
            text.Append(c);
            foreach (var column in columns)
            {
                var readings = column.Where(e => e.Key.Item1 == c).OrderByDescending(e => e.Value).ThenBy(e => e.Key.Item2, StringComparer.Ordinal).ToArray();
                var total = readings.Sum(r => r.Value);
                text.Append('\t').AppendJoin(',', readings.Where(r => r.Value * Rarest >= total).Select(r => $"{r.Key.Item2}:{r.Value}"));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static Dictionary<(char, string), int>[] Count(IEnumerable<(string Kana, string Kanji)> names)
    {
        var cuts = names.Distinct().Select(n => (Kanji: Repeated(n.Kanji), Cuts: Cuts(Repeated(n.Kanji), n.Kana))).Where(n => n.Cuts.Count > 0).ToList();
        var odds = new Dictionary<(char, string), double>();
        for (var round = 0; round < Rounds; round++)
        {
            var counts = new Dictionary<(char, string), double>();
            var totals = new Dictionary<char, double>();
            foreach (var (kanji, all) in cuts)
            {
                var weights = all.ConvertAll(c => round == 0 ? 1 : Weight(odds, kanji, c));
                var sum = weights.Sum();
                for (var i = 0; i < all.Count; i++)
                {
                    for (var place = 0; place < kanji.Length; place++)
                    {
                        var part = (kanji[place], all[i][place]);
                        counts[part] = counts.GetValueOrDefault(part) + (weights[i] / sum);
                        totals[kanji[place]] = totals.GetValueOrDefault(kanji[place]) + (weights[i] / sum);
                    }
                }
            }

            odds = counts.ToDictionary(c => c.Key, c => c.Value / totals[c.Key.Item1]);
        }

        Dictionary<(char, string), int>[] found = [[], []];
        foreach (var (kanji, all) in cuts)
        {
            var best = all.MaxBy(c => Weight(odds, kanji, c))!;
            for (var place = 0; place < kanji.Length; place++)
            {
                var part = (kanji[place], best[place]);
                var column = found[place == 0 ? 0 : 1];
                column[part] = column.GetValueOrDefault(part) + 1;
            }
        }

        return found;
    }

    private static double Weight(Dictionary<(char, string), double> odds, string kanji, string[] cut)
    {
        var weight = 1.0;
        for (var i = 0; i < cut.Length; i++)
        {
            weight *= odds.GetValueOrDefault((kanji[i], cut[i]), 1e-9);
        }

        return weight;
    }

    /// <summary>Every way to give each character some of the kana, none of which begins inside a syllable.</summary>
    private static List<string[]> Cuts(string kanji, string kana)
    {
        var cuts = new List<string[]>();
        Cut(0, 0, new string[kanji.Length]);
        return cuts;

        void Cut(int character, int place, string[] parts)
        {
            if (character == kanji.Length)
            {
                if (place == kana.Length)
                {
                    cuts.Add([.. parts]);
                }

                return;
            }

            var longest = Math.Min(LongestReading, kana.Length - place - (kanji.Length - character - 1));
            for (var length = 1; length <= longest; length++)
            {
                if (place + length == kana.Length || !"ゃゅょん".Contains(kana[place + length], StringComparison.Ordinal))
                {
                    parts[character] = kana.Substring(place, length);
                    Cut(character + 1, place + length, parts);
                }
            }
        }
    }

    private static string Repeated(string kanji) => string.Concat(kanji.Select((c, i) => c == '々' && i > 0 ? kanji[i - 1] : c));
}
