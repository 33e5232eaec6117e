namespace LeapSearch.Analysis.Readings;

/// <summary>Latin spellings of a system's syllables: how a written word may be cut into syllables, and what they are.</summary>
internal sealed class SpellingTable
{
    /// <summary>
    /// Readings kept at each place of a word. A word of two syllables seldom has more than a dozen; a longer beam finds only readings that
    /// are cut off by the caller's limit.
    /// </summary>
    private const int Beam = 16;

    /// <summary>No name or title run together is longer but few; the bound keeps the work of hostile text small.</summary>
    private const int LongestWord = 48;

    private readonly Dictionary<string, List<Reading>> spellings = new(StringComparer.Ordinal);
    private int longest;

    /// <summary>Every spelling with each of its readings.</summary>
    public IEnumerable<(string Spelling, Reading Reading)> All => spellings.SelectMany(s => s.Value.Select(r => (s.Key, r)));

    /// <summary>Adds a spelling of a syllable; of two weights for the same the higher stays.</summary>
    public void Add(string spelling, string syllable, float weight, int syllables = 1)
    {
        if (!spellings.TryGetValue(spelling, out var readings))
        {
            spellings[spelling] = readings = [];
            longest = Math.Max(longest, spelling.Length);
        }

        var place = readings.FindIndex(r => r.Text == syllable);
        if (place < 0)
        {
            readings.Add(new Reading(syllable, weight, syllables));
        }
        else if (readings[place].Weight < weight)
        {
            readings[place] = new Reading(syllable, weight, syllables);
        }
    }

    /// <summary>The syllables that a whole word spells, none where it spells none.</summary>
    public IReadOnlyList<Reading> Whole(ReadOnlySpan<char> word)
        => spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var readings) ? readings : [];

    /// <summary>The likeliest readings of a word as a run of up to <paramref name="maxSyllables"/> syllables; none where a letter is left over.</summary>
    public List<Reading> Read(ReadOnlySpan<char> word, int maxSyllables, int limit)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return [];
        }

        var lookup = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        var reached = new List<Reading>?[word.Length + 1];
        reached[0] = [new Reading("", 1, 0)];
        for (var start = 0; start < word.Length; start++)
        {
            if (reached[start] is not { } before)
            {
                continue;
            }

            before = ReadingList.Best(before, Beam);
            for (var end = start + 1; end <= Math.Min(word.Length, start + longest); end++)
            {
                if (!lookup.TryGetValue(word[start..end], out var readings))
                {
                    continue;
                }

                foreach (var a in before)
                {
                    foreach (var b in readings)
                    {
                        if (a.Syllables + b.Syllables <= maxSyllables)
                        {
                            (reached[end] ??= []).Add(new Reading(a.Text + b.Text, a.Weight * b.Weight, a.Syllables + b.Syllables));
                        }
                    }
                }
            }
        }

        return reached[word.Length] is { } all ? ReadingList.Best(all, limit) : [];
    }
}
