using System.IO.Compression;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>A title with one word as people have misspelt it: of the data folder's pairs those that are two slips apart at most, and no word of another title.</summary>
internal static class Misspellings
{
    private const int Least = 5;
    private const int MostEdits = 2;

    public static void MakeCases(CaseList cases)
    {
        var films = cases.Catalog.Films.Where(f => Text.IsLatin(f.Title)).Select(f => (Film: f, Words: Text.PlainWords(f.Title))).ToArray();
        var known = films.SelectMany(f => f.Words).ToHashSet();
        var pairs = Read(known);
        cases.Fill("typo-of-people", films, f =>
        {
            var fitting = Enumerable.Range(0, f.Words.Length).Where(i => pairs.ContainsKey(f.Words[i])).ToArray();
            if (fitting.Length == 0)
            {
                return null;
            }

            var at = fitting[cases.Random.Next(fitting.Length)];
            var written = pairs[f.Words[at]];
            return CaseList.Find(
                string.Join(' ', f.Words.Select((w, i) => i == at ? written[cases.Random.Next(written.Length)] : w)),
                [QualityCatalog.KeyOf(f.Film), .. cases.Catalog.Named(f.Film.Title)]);
        });
    }

    private static Dictionary<string, string[]> Read(HashSet<string> known)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf("spelling/pairs.tsv.gz")), CompressionMode.Decompress));
        var pairs = new List<(string Right, string Wrong)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [{ Length: >= Least } right, { Length: >= Least - 1 } wrong, ..]
                && known.Contains(right) && !known.Contains(wrong) && wrong.All(char.IsAsciiLetterLower)
                && EditDistance.Bounded(right, wrong, MostEdits) <= (right.Length < 9 ? 1 : MostEdits))
            {
                pairs.Add((right, wrong));
            }
        }

        return pairs.GroupBy(p => p.Right).ToDictionary(g => g.Key, g => g.Select(p => p.Wrong).Distinct().Order(StringComparer.Ordinal).ToArray());
    }
}
