using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Of a tie whose items stand by falling popularity: those nearest to a popularity by ratio, over all parts. The same films whatever
/// the segments: each part gives its nearest, and of all those the nearest are kept; equals by the hash of their ids.
/// </summary>
internal sealed class NearestByPopularity
{
    private (float Distance, ulong IdHash, ItemRef Film)[] found = new (float, ulong, ItemRef)[256];
    private int count;

    /// <summary>At most <paramref name="most"/> live, allowed films; valid until the next call.</summary>
    public ReadOnlySpan<(float Distance, ulong IdHash, ItemRef Film)> Find(FilmGraph graph, ulong key, float popularity, int most, AllowedFilms? allowed)
    {
        count = 0;
        for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
        {
            var part = graph.Leaves[leaf].Part;
            var tie = part.Find(key);
            if (tie >= 0)
            {
                FromPart(graph, leaf, part.ItemsOf(tie), popularity, most, allowed);
            }
        }

        var all = found.AsSpan(0, count);
        if (count > most)
        {
            all.Sort(static (a, b) => a.Distance.CompareTo(b.Distance) is not 0 and var order ? order : a.IdHash.CompareTo(b.IdHash));
            all = all[..most];
        }

        return all;
    }

    /// <summary>How far apart two popularities are: the logarithm of their ratio.</summary>
    private static float Distance(float a, float b)
        => a == b ? 0 : a > 0 && b > 0 ? (float.IsInfinity(b) ? -MathF.Log(a) : MathF.Abs(MathF.Log(a / b))) : float.MaxValue;

    private void FromPart(FilmGraph graph, int leaf, ReadOnlySpan<int> items, float popularity, int most, AllowedFilms? allowed)
    {
        var about = graph.Leaves[leaf].Part.About;
        var down = FirstAtMost(items, about, popularity);
        var up = down;
        for (var left = most; down < items.Length && left > 0; down++)
        {
            left -= Take(graph, leaf, items[down], popularity, allowed);
        }

        // Upwards whole runs of equals, so that within a run the lowest hashes count.
        for (var left = most; up > 0 && left > 0;)
        {
            var start = FirstAtMost(items[..up], about, about[items[up - 1]].Popularity);
            for (var i = start; i < up && left > 0; i++)
            {
                left -= Take(graph, leaf, items[i], popularity, allowed);
            }

            up = start;
        }
    }

    private int Take(FilmGraph graph, int leaf, int item, float popularity, AllowedFilms? allowed)
    {
        if (!graph.Leaves[leaf].IsLive(item) || allowed?.Has(leaf, item) == false)
        {
            return 0;
        }

        if (count == found.Length)
        {
            Array.Resize(ref found, count * 2);
        }

        ref readonly var about = ref graph.Leaves[leaf].Part.About[item];
        found[count++] = (Distance(about.Popularity, popularity), about.IdHash, new ItemRef(leaf, item));
        return 1;
    }

    /// <summary>The first place whose film is at most that popular.</summary>
    private static int FirstAtMost(ReadOnlySpan<int> items, GraphItem[] about, float popularity)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (about[items[middle]].Popularity > popularity)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
