using System.Collections.Frozen;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>Names in kanji and how each is read, in kana: tens of thousands, held in few megabytes.</summary>
internal sealed class NameTable
{
    /// <summary>A name is its folded characters in one number, so that none longer is held; there are none.</summary>
    public const int LongestName = 4;

    private readonly List<string> kana = [];
    private readonly Dictionary<ulong, int> first = [];

    /// <summary>Chains of readings: of each its kana and the next place, or -1.</summary>
    private readonly List<(ushort Kana, int Next)> chains = [];

    /// <summary>The readings in Latin letters, without the length of o and u.</summary>
    private readonly FrozenSet<string> latin;

    /// <summary>The names of lines "kana TAB name,name"; the readings of a name stay in their order.</summary>
    public NameTable(IEnumerable<string> lines)
    {
        Add(lines);
        latin = kana.Select(k => JapaneseLatin.OpenName(Kana.Latin(k) ?? "")).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the table has a folded name.</summary>
    public bool IsListed(string folded) => folded.Length is > 0 and <= LongestName && first.ContainsKey(Key(folded));

    /// <summary>Whether letters as <see cref="JapaneseLatin.OpenName"/> gives them are a name's reading.</summary>
    public bool IsLatin(string open) => latin.Contains(open);

    /// <summary>The readings in kana of a folded name; none for what the table lacks.</summary>
    public IEnumerable<string> Readings(string folded)
    {
        if (folded.Length is 0 or > LongestName || !first.TryGetValue(Key(folded), out var place))
        {
            yield break;
        }

        for (; place >= 0; place = chains[place].Next)
        {
            yield return kana[chains[place].Kana];
        }
    }

    private void Add(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var kana = (ushort)this.kana.Count;
            this.kana.Add(line[..tab]);
            foreach (var name in line[(tab + 1)..].Split(','))
            {
                Add(Folding.FoldKey(name), kana);
            }
        }
    }

    private void Add(string folded, ushort kana)
    {
        if (folded.Length is 0 or > LongestName)
        {
            return;
        }

        chains.Add((kana, -1));
        if (!first.TryAdd(Key(folded), chains.Count - 1))
        {
            var place = first[Key(folded)];
            while (chains[place].Next >= 0)
            {
                place = chains[place].Next;
            }

            chains[place] = chains[place] with { Next = chains.Count - 1 };
        }
    }

    private static ulong Key(string folded)
    {
        ulong key = 0;
        foreach (var c in folded)
        {
            key = (key << 16) | c;
        }

        return key;
    }
}
