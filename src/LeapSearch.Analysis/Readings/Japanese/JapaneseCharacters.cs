using LeapSearch.Analysis.Data;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>How each kanji is read in Japanese, in kana: in names (learnt from lists of names) and in words (Unihan's on and kun).</summary>
internal static class JapaneseCharacters
{
    /// <summary>A character elsewhere in a name is read so less often than in the place that was counted.</summary>
    private const float OtherPlace = 0.3f;

    private const int MostReadings = 8;

    /// <summary>The first and last character that has readings.</summary>
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    /// <summary>What was asked for is kept, of each place in a name: weighing takes a hundred times as long as looking up.</summary>
    private static readonly Reading[]?[][] Known = [.. Enumerable.Range(0, 4).Select(_ => new Reading[Last - First + 1][])];

    private static readonly HanReadings OnTable = new("Readings/japanese-on.txt");
    private static readonly Dictionary<char, string[]> KunTable = LoadKun();
    private static readonly Dictionary<char, Counts> Names = LoadNames();

    private enum Column
    {
        FamilyHead,
        FamilyTail,
        GivenHead,
        GivenTail,
    }

    /// <summary>Readings of Chinese origin, the usual one first.</summary>
    public static IReadOnlyList<Reading> On(char kanji) => OnTable.Of(kanji);

    /// <summary>Native readings, the usual one first, verbs and adjectives in their dictionary form.</summary>
    public static IReadOnlyList<string> Kun(char kanji) => KunTable.GetValueOrDefault(kanji, []);

    /// <summary>Readings in a family name, the likeliest first; weights sum to about 1.</summary>
    /// <param name="kanji">The character as written.</param>
    /// <param name="folded">The character that it folds to.</param>
    /// <param name="head">Whether it is the first of the name.</param>
    public static IReadOnlyList<Reading> InFamilyName(char kanji, char folded, bool head)
        => Cached(kanji, head ? Column.FamilyHead : Column.FamilyTail) ?? Keep(kanji, head ? Column.FamilyHead : Column.FamilyTail, FamilyName(kanji, folded, head));

    /// <summary>Readings in a given name, the likeliest first; weights sum to about 1.</summary>
    public static IReadOnlyList<Reading> InGivenName(char kanji, char folded, bool head)
        => Cached(kanji, head ? Column.GivenHead : Column.GivenTail) ?? Keep(kanji, head ? Column.GivenHead : Column.GivenTail, GivenName(kanji, folded, head));

    private static Reading[]? Cached(char kanji, Column column) => kanji is >= First and <= Last ? Known[(int)column][kanji - First] : [];

    private static Reading[] Keep(char kanji, Column column, Reading[] readings) => Known[(int)column][kanji - First] = readings;

    private static Reading[] FamilyName(char kanji, char folded, bool head)
    {
        var odds = Counted(kanji, folded, head ? Column.FamilyHead : Column.FamilyTail, head ? Column.FamilyTail : Column.FamilyHead);

        // Two thousand names do not show each reading of a character; family names are mostly of native words.
        foreach (var kun in Kun(kanji))
        {
            // やま is a word, かくす a verb, which stands in names as its stem かくし.
            var stem = Stem(kun);
            var verb = stem is not null && kun.Length > 2;
            AddWord(odds, kun, verb ? 0.15f : 0.6f);
            if (stem is not null)
            {
                AddWord(odds, stem, verb ? 0.5f : 0.2f);
            }
        }

        foreach (var (reading, _) in Top(Counted(kanji, folded, Column.GivenHead, Column.GivenTail), 3))
        {
            AddWord(odds, reading, 0.1f);
        }

        foreach (var on in On(kanji).Take(2))
        {
            AddWord(odds, on.Text, 0.2f);
        }

        return Normal(odds);

        void AddWord(Dictionary<string, float> odds, string word, float weight)
        {
            odds[word] = odds.GetValueOrDefault(word) + weight;
            if (!head && KanaRules.Voice(word[0]) is var voiced and not '\0')
            {
                var compound = voiced + word[1..];
                odds[compound] = odds.GetValueOrDefault(compound) + (weight / 2);
            }
        }
    }

    private static Reading[] GivenName(char kanji, char folded, bool head)
    {
        var odds = Counted(kanji, folded, head ? Column.GivenHead : Column.GivenTail, head ? Column.GivenTail : Column.GivenHead);
        foreach (var word in On(kanji).Take(2).Select(r => r.Text).Concat(Kun(kanji).Take(3)))
        {
            odds[word] = odds.GetValueOrDefault(word) + 0.5f;
        }

        return Normal(odds);
    }

    /// <summary>The noun of a verb or the stem of an adjective in its dictionary form (かくす, かくし; つける, つけ; たかい, たか); null for other words.</summary>
    public static string? Stem(string kun)
    {
        const string Endings = "うくすつぬふむるぐぶ";
        const string Nouns = "いきしちにひみりぎび";
        if (kun.Length < 2)
        {
            return null;
        }

        var oneStep = kun[^1] == 'る' && kun.Length > 2 && KanaRules.VowelOf(kun[^2]) == 'え';
        return kun[^1] == 'い' || oneStep ? kun[..^1] : Endings.IndexOf(kun[^1], StringComparison.Ordinal) is var i and >= 0 ? kun[..^1] + Nouns[i] : null;
    }

    private static Dictionary<string, float> Counted(char kanji, char folded, Column here, Column there)
    {
        var odds = new Dictionary<string, float>(StringComparer.Ordinal);
        if (Names.TryGetValue(kanji, out var counts) || Names.TryGetValue(folded, out counts))
        {
            Add(counts[here], 1);
            Add(counts[there], OtherPlace);
        }

        return odds;

        void Add((string Reading, int Count)[] readings, float weight)
        {
            foreach (var (reading, count) in readings)
            {
                odds[reading] = odds.GetValueOrDefault(reading) + (count * weight);
            }
        }
    }

    private static Reading[] Normal(Dictionary<string, float> odds)
    {
        var total = odds.Values.Sum();
        return [.. Top(odds, MostReadings).Select(o => new Reading(o.Key, o.Value / total, 1))];
    }

    private static IEnumerable<KeyValuePair<string, float>> Top(Dictionary<string, float> odds, int most)
        => odds.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Take(most);

    private static Dictionary<char, string[]> LoadKun()
        => DataTable.Lines("Readings/japanese-kun.txt").Where(l => l.Length > 2).ToDictionary(l => l[0], l => l[2..].Split(','));

    /// <summary>Each character under itself, and under what it folds to, where the readings of its variants (沢 澤) are taken together.</summary>
    private static Dictionary<char, Counts> LoadNames()
    {
        var own = DataTable.Lines("Readings/japanese-name-characters.txt").ToDictionary(l => l[0], l => new Counts(l.Split('\t')[1..]));
        var all = new Dictionary<char, Counts>(own);
        foreach (var group in own.GroupBy(e => Folding.FoldKey(e.Key.ToString())).Where(g => g.Key.Length == 1 && !own.ContainsKey(g.Key[0])))
        {
            all[group.Key[0]] = group.Select(e => e.Value).MaxBy(c => c.Total)!;
        }

        return all;
    }

    /// <summary>How often a character is read how, by its place.</summary>
    private sealed class Counts
    {
        private readonly (string Reading, int Count)[][] columns;

        public Counts(string[] columns)
        {
            this.columns = Array.ConvertAll(columns, c => Array.ConvertAll(c.Split(',', StringSplitOptions.RemoveEmptyEntries), Parse));
            Total = this.columns.Sum(c => c.Sum(r => r.Count));
        }

        public int Total { get; }

        public (string Reading, int Count)[] this[Column column] => columns[(int)column];

        private static (string Reading, int Count) Parse(string entry)
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            return (entry[..colon], int.Parse(entry.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
