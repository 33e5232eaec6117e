using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Finds a seed's contemporaries: of its genres, in its countries first and then anywhere, year by year away from its own, those about
/// as popular. Of each year a stretch of popularity around the seed's is taken whole, the widest that holds no more than is wanted over
/// all parts; so the segments do not matter.
/// </summary>
internal sealed class ContemporaryFinder
{
    /// <summary>Contemporaries wanted from the seed's own countries, and then from anywhere, over all seeds.</summary>
    private const int FromOwn = 300;
    private const int FromAnywhere = 100;

    /// <summary>Wanted of one genre in one year.</summary>
    private const int InYear = 48;

    private const int MaxYears = 15;

    /// <summary>Half widths of the stretch in bins; 64 bins are a doubling of popularity.</summary>
    private static readonly int[] Widths = [1 << 14, 512, 192, 96, 48, 24, 12, 6, 3, 1, 0];

    private readonly List<(ulong Genre, float Worth)> genres = [];
    private readonly List<ulong> countries = [];
    private int[] lists = [];

    /// <summary>The runs of a year, of the leaves that have one.</summary>
    private Stretch[] runs = [];
    private int found;

    /// <summary>The stretches of these runs that were counted last.</summary>
    private Stretch[] stretches = [];

    /// <summary>The number of the width in use.</summary>
    private int width = 1;

    /// <summary>What was touched, of no meaning; kept so that the compiler does not leave the reading out.</summary>
    internal int Touched { get; private set; }

    public void Find(FilmGraph graph, SeedProfile profile, in Signals weights, AllowedFilms? allowed, CandidateSet into)
    {
        genres.Clear();
        countries.Clear();
        var country = weights[Signal.Country] > 0;
        for (var t = 0; t < profile.Count; t++)
        {
            ref readonly var term = ref profile.Terms[t];
            if (term.Kind == TieKind.Genre)
            {
                genres.Add((TieKey.Of(TieKind.Genre, term.Key), term.Rarity * term.Value));
            }
            else if (term.Kind == TieKind.Country && country)
            {
                countries.Add(TieKey.Of(TieKind.Country, term.Key));
            }
        }

        if (genres.Count == 0)
        {
            genres.Add((0, 0));
        }

        // Rare genres first, ties by key: what is found first counts against the budget.
        genres.Sort(static (a, b) => b.Worth.CompareTo(a.Worth) is not 0 and var order ? order : a.Genre.CompareTo(b.Genre));
        countries.Sort();
        if (countries.Count > 0)
        {
            Find(graph, profile, countries, FromOwn / profile.Seeds, allowed, into);
        }

        countries.Clear();
        countries.Add(0);
        Find(graph, profile, countries, FromAnywhere / profile.Seeds, allowed, into);
    }

    private void Find(FilmGraph graph, SeedProfile profile, List<ulong> from, int wanted, AllowedFilms? allowed, CandidateSet into)
    {
        var leaves = graph.Leaves.Length;
        var many = genres.Count * from.Count;
        if (lists.Length < many * leaves)
        {
            lists = new int[many * leaves];
        }

        for (var leaf = 0; leaf < leaves; leaf++)
        {
            for (var l = 0; l < many; l++)
            {
                lists[(l * leaves) + leaf] = graph.Contemporaries[leaf].Find(YearLists.Key(genres[l / from.Count].Genre, from[l % from.Count]));
            }
        }

        for (var s = 0; s < profile.Seeds; s++)
        {
            for (var l = 0; l < many * leaves; l++)
            {
                Touched += graph.Contemporaries[l % leaves].TouchYear(lists[l], profile.Times[s].Year);
            }

            var bin = PopularityHistogram.Bin(profile.Times[s].Popularity);
            var left = wanted;
            for (var step = 0; step <= MaxYears * 2 && left > 0; step++)
            {
                // The year itself, then one before, one after, two before, …
                var year = profile.Times[s].Year + ((step & 1) == 0 ? step / 2 : -(step + 1) / 2);
                for (var l = 0; l < many && left > 0; l++)
                {
                    left -= TakeYear(graph, lists.AsSpan(l * leaves, leaves), year, bin, allowed, into);
                }
            }
        }
    }

    private int TakeYear(FilmGraph graph, ReadOnlySpan<int> list, int year, int bin, AllowedFilms? allowed, CandidateSet into)
    {
        var all = FindRuns(graph.Contemporaries, list, year);
        if (all == 0)
        {
            return 0;
        }

        // The widest stretch that is not too much; years side by side are much alike, so the search begins where the last one ended.
        if (all <= InYear)
        {
            runs.AsSpan(0, found).CopyTo(stretches);
            return Take(graph, year, ulong.MaxValue, allowed, into);
        }

        // One wider than then is too wide, mostly; and a narrower stretch is found within it at little cost.
        width = Math.Max(1, width - 1);
        for (all = Count(graph.Contemporaries, runs, bin, Widths[width]); all <= InYear && width > 1;)
        {
            all = Count(graph.Contemporaries, runs, bin, Widths[--width]);
        }

        while (all > InYear && width < Widths.Length - 1)
        {
            all = Count(graph.Contemporaries, stretches, bin, Widths[++width]);
        }

        // Where too many are equally popular, as in a catalogue that does not say, those of the lowest hashes: a sample that depends on the films alone.
        var limit = all <= 2 * InYear ? ulong.MaxValue : ulong.MaxValue / (ulong)all * InYear;
        return Take(graph, year, limit, allowed, into);
    }

    /// <summary>Finds the year's run in each leaf's list, and asks memory for what the search in them reads; returns how many films they have.</summary>
    private int FindRuns(YearLists[] contemporaries, ReadOnlySpan<int> list, int year)
    {
        if (runs.Length < list.Length)
        {
            runs = new Stretch[list.Length];
            stretches = new Stretch[list.Length];
        }

        found = 0;
        var all = 0;
        for (var leaf = 0; leaf < list.Length; leaf++)
        {
            var lists = contemporaries[leaf];
            if (lists.Run(list[leaf], year) is >= 0 and var run && lists.Places(run) is var (from, to) && from < to)
            {
                runs[found++] = new Stretch(leaf, from, to);
                all += to - from;
            }
        }

        foreach (var (leaf, from, to) in runs.AsSpan(0, found))
        {
            Touched += contemporaries[leaf].TouchBins(from, to);
        }

        return all;
    }

    /// <summary>Sets the stretches of that half width within others, and counts their films.</summary>
    private int Count(YearLists[] contemporaries, Stretch[] within, int bin, int half)
    {
        var count = 0;
        for (var i = 0; i < found; i++)
        {
            var (leaf, from, to) = within[i];
            var lists = contemporaries[leaf];
            stretches[i] = new Stretch(leaf, lists.FirstBelow(from, to, bin + half + 1), lists.FirstBelow(from, to, bin - half));
            count += stretches[i].To - stretches[i].From;
        }

        return count;
    }

    private int Take(FilmGraph graph, int year, ulong limit, AllowedFilms? allowed, CandidateSet into)
    {
        var all = stretches.AsSpan(0, found);
        foreach (var (leaf, from, to) in all)
        {
            Touched += from < to ? graph.Contemporaries[leaf].Items(from, to)[0] : 0;
        }

        var taken = 0;
        foreach (var (leaf, from, to) in all)
        {
            var place = graph.Leaves[leaf];
            var items = graph.Contemporaries[leaf].Items(from, to);
            var bins = graph.Contemporaries[leaf].Bins(from, to);
            for (var n = 0; n < items.Length; n++)
            {
                var item = items[n];
                if ((limit == ulong.MaxValue || place.Part.Ids[item] < limit) && place.IsLive(item) && allowed?.Has(leaf, item) != false)
                {
                    into.Add(place.ItemBase + item, leaf, item, new FilmTime((ushort)year, bins[n]));
                    taken++;
                }
            }
        }

        return taken;
    }

    /// <summary>Films of one leaf, by their places in its lists.</summary>
    private readonly record struct Stretch(int Leaf, int From, int To);
}
