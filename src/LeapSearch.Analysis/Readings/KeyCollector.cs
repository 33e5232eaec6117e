namespace LeapSearch.Analysis.Readings;

/// <summary>Gathers the keys of one name or title: each key once with its best grade, the best first, no more than a limit of each grade.</summary>
internal sealed class KeyCollector
{
    private const int LongestKey = 80;

    private readonly Dictionary<string, (KeyGrade Grade, float Weight)> keys = new(StringComparer.Ordinal);

    /// <summary>Adds a reading of a text that was written by sound, or read from Han characters.</summary>
    public void Add(string system, bool fromHan, string reading, KeyGrade grade, float weight)
        => Add(string.Concat(system, fromHan ? "*" : ":", reading), reading.Length, grade, weight);

    /// <summary>What a query in letters asks for: names written so, and names in Han that are read so.</summary>
    public void AddBoth(string system, string reading, KeyGrade grade, float weight)
    {
        Add(system, false, reading, grade, weight);
        Add(system, true, reading, grade, weight);
    }

    /// <summary>The keys of a grade, the likeliest first.</summary>
    public ReadingKey[] Keys(KeyGrade grade, int limit)
    {
        var keys = new List<ReadingKey>(this.keys.Count);
        foreach (var (text, (keyGrade, weight)) in this.keys)
        {
            if (keyGrade == grade)
            {
                keys.Add(new ReadingKey(text, grade, weight));
            }
        }

        keys.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Text, b.Text));
        return [.. keys.Take(limit)];
    }

    private void Add(string key, int length, KeyGrade grade, float weight)
    {
        // What is longer is no name, and a title of that length is found by its first words.
        if (length == 0 || key.Length > LongestKey)
        {
            return;
        }

        if (!keys.TryGetValue(key, out var known) || grade < known.Grade || (grade == known.Grade && weight > known.Weight))
        {
            keys[key] = (grade, weight);
        }
    }
}
