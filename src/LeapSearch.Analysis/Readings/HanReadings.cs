using LeapSearch.Analysis.Data;

namespace LeapSearch.Analysis.Readings;

/// <summary>How Han characters are read in one language: a table whose lines are a syllable, the characters whose first reading it is, and others that may be read so.</summary>
internal sealed class HanReadings
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    /// <summary>A second reading is what is meant about once in five times: enough to be found, below the first.</summary>
    private const float Second = 0.3f;

    private readonly HashSet<string> syllables = new(StringComparer.Ordinal);
    private readonly Reading[]?[] readings = new Reading[Last - First + 1][];

    public HanReadings(string table)
    {
        foreach (var line in DataTable.Lines(table))
        {
            var fields = line.Split('\t');
            syllables.Add(fields[0]);
            foreach (var c in fields[1])
            {
                Add(c, new Reading(fields[0], 1, 1), first: true);
            }

            foreach (var c in fields[2])
            {
                Add(c, new Reading(fields[0], Second, 1), first: false);
            }
        }
    }

    /// <summary>All syllables of the language.</summary>
    public IReadOnlyCollection<string> Syllables => syllables;

    /// <summary>Whether the language has the syllable.</summary>
    public bool HasSyllable(string syllable) => syllables.Contains(syllable);

    /// <summary>The readings of a character, the first one first; none for what the table lacks.</summary>
    public IReadOnlyList<Reading> Of(char c) => c is >= First and <= Last ? readings[c - First] ?? [] : [];

    /// <summary>The likeliest readings of a run of Han characters; none where one has no reading.</summary>
    public List<Reading> Read(ReadOnlySpan<char> text, int limit)
    {
        List<Reading> readings = [new Reading("", 1, 0)];
        foreach (var c in text)
        {
            readings = ReadingList.Join(readings, Of(c), limit);
        }

        return readings;
    }

    private void Add(char c, Reading reading, bool first)
    {
        if (c is < First or > Last)
        {
            return;
        }

        var known = readings[c - First] ?? [];
        readings[c - First] = first ? [reading, .. known] : [.. known, reading];
    }
}
