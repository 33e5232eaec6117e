using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// The films of one part by what they are and when they were made: where a film's contemporaries are found. A list for each genre in each
/// country, and for each genre anywhere; films without a genre stand in lists of none.
/// </summary>
/// <remarks>
/// <code>
/// list l:          runs RunStart[l] .. RunStart[l+1], one a year from FirstYear[l] on, empty ones too; year 0, unknown, is list l's run 0
/// run r:           Items and Bins at First[r] .. First[r+1], by falling popularity bin
/// </code>
/// Bins stand beside the items so that a stretch of popularity is found without touching the films. 6 bytes a film and list; a film stands
/// in (countries + 1) * genres lists.
/// </remarks>
internal sealed class YearLists
{
    /// <summary>Runs of more films are not read ahead: of so many a search by halves reads few.</summary>
    private const int Touched = 512;

    private readonly TieTable table;
    private readonly ulong[] keys;
    private readonly int[] runStart;
    private readonly ushort[] firstYear;
    private readonly int[] first;
    private readonly int[] items;
    private readonly ushort[] bins;

    public YearLists(YearListArrays arrays)
    {
        Arrays = arrays;
        (table, keys, runStart, firstYear, first, items, bins) = arrays;
    }

    public YearListArrays Arrays { get; }

    /// <param name="keys">The lists' keys (<see cref="Key"/>), by number.</param>
    /// <param name="places">Of each film in each list its <see cref="Place"/>; sorted here.</param>
    /// <param name="films">The items that belong to <paramref name="places"/>; sorted with them.</param>
    public static YearLists Of(ulong[] keys, ulong[] places, int[] films)
    {
        Array.Sort(places, films);
        var runStart = new int[keys.Length + 1];
        var firstYear = new ushort[keys.Length];
        var starts = new List<int>();
        for (var (list, next) = (0, 0); list < keys.Length; list++)
        {
            runStart[list] = starts.Count;
            starts.Add(next);
            while (next < places.Length && IsOf(places[next], list) && YearOf(places[next]) == 0)
            {
                next++;
            }

            firstYear[list] = next < places.Length && IsOf(places[next], list) ? YearOf(places[next]) : (ushort)1;
            for (; next < places.Length && IsOf(places[next], list); next++)
            {
                while (starts.Count - runStart[list] <= YearOf(places[next]) - firstYear[list] + 1)
                {
                    starts.Add(next);
                }
            }
        }

        runStart[^1] = starts.Count;
        starts.Add(places.Length);
        return new YearLists(new YearListArrays(
            new TieTable(keys), keys, runStart, firstYear, [.. starts], films, Array.ConvertAll(places, p => (ushort)~p)));
    }

    /// <summary>Bytes held.</summary>
    public long Bytes => table.Bytes + (8L * keys.Length) + (4L * (runStart.Length + first.Length + items.Length)) + (2L * (firstYear.Length + bins.Length));

    /// <summary>The key of a genre in a country; the hash of a genre, or 0 for none; the hash of a country, or 0 for anywhere.</summary>
    public static ulong Key(ulong genre, ulong country) => TieKey.Of(TieKind.YearList, genre ^ (ulong.RotateLeft(country, 29) * 0x9E37_79B9_7F4A_7C15));

    /// <summary>Orders films: by list, then year, then popularity falling.</summary>
    public static ulong Place(int list, ushort year, ushort bin) => ((ulong)list << 32) | ((ulong)year << 16) | (ushort)~bin;

    /// <summary>The list of a key, or -1.</summary>
    public int Find(ulong key) => table.Find(key, keys);

    /// <summary>The run of a year in a list, or -1.</summary>
    public int Run(int list, int year)
    {
        if (list < 0)
        {
            return -1;
        }

        var run = year == 0 ? 0 : year - firstYear[list] + 1;
        return run < 0 || (run == 0 && year != 0) || run >= runStart[list + 1] - runStart[list] ? -1 : runStart[list] + run;
    }

    /// <summary>The places of a run, for <see cref="Items"/>.</summary>
    public (int From, int To) Places(int run) => (first[run], first[run + 1]);

    /// <summary>Of a stretch of one run the place of the first film whose bin is below <paramref name="bin"/>; its end when none is.</summary>
    public int FirstBelow(int from, int to, int bin)
    {
        // Halving without branches, which nothing could foretell: below is -1 where the looked at is below, else 0.
        var low = from;
        var left = to - from;
        if (left == 0)
        {
            return low;
        }

        while (left > 1)
        {
            var half = left >> 1;
            var below = (bins[low + half - 1] - bin) >> 31;
            low += half & ~below;
            left -= half;
        }

        return low + 1 + ((bins[low] - bin) >> 31);
    }

    /// <summary>
    /// Reads where a year's run stands, and returns what is of no meaning: loads for the lists of many segments go to memory together, where finding
    /// one run after the other waits for each.
    /// </summary>
    public int TouchYear(int list, int year)
        => list < 0 ? 0 : first[Math.Clamp(runStart[list] + year - firstYear[list], 0, first.Length - 1)];

    /// <summary>Reads a little of each cache line that the search for a place in a run may need, likewise.</summary>
    public int TouchBins(int from, int to)
    {
        const int Line = 64 / sizeof(ushort);
        var sum = 0;
        for (var at = to - from > Touched ? to : from; at < to; at += Line)
        {
            sum += bins[at];
        }

        return sum;
    }

    private static bool IsOf(ulong place, int list) => (int)(place >> 32) == list;

    private static ushort YearOf(ulong place) => (ushort)(place >> 16);

    /// <summary>The films at a stretch of places.</summary>
    public ReadOnlySpan<int> Items(int from, int to) => items.AsSpan(from, to - from);

    /// <summary>Their popularity bins.</summary>
    public ReadOnlySpan<ushort> Bins(int from, int to) => bins.AsSpan(from, to - from);
}

/// <summary>What <see cref="YearLists"/> are in memory.</summary>
/// <param name="Table">The lists by key.</param>
/// <param name="Keys">Their keys.</param>
/// <param name="RunStart">Of each list its first run, and the end.</param>
/// <param name="FirstYear">Of each list the year of its second run.</param>
/// <param name="First">Of each run its first place, and the end.</param>
/// <param name="Items">The films at the places.</param>
/// <param name="Bins">Their popularity bins.</param>
internal sealed record YearListArrays(TieTable Table, ulong[] Keys, int[] RunStart, ushort[] FirstYear, int[] First, int[] Items, ushort[] Bins);
