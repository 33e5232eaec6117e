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
    private int[] runs = [];

    /// <summary>The stretches of the year's runs, one a leaf, as counted last and as counted before.</summary>
    private (int From, int To)[] stretches = [];
    private (int From, int To)[] others = [];

    /// <summary>The number of the width in use.</summary>
    private int width = 1;

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
                lists[(l * leaves) + leaf] = graph.Leaves[leaf].Part.Contemporaries.Find(YearLists.Key(genres[l / from.Count].Genre, from[l % from.Count]));
            }
        }

        for (var s = 0; s < profile.Seeds; s++)
        {
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
        if (runs.Length < list.Length)
        {
            runs = new int[list.Length];
            stretches = new (int, int)[list.Length];
            others = new (int, int)[list.Length];
        }

        var all = 0;
        for (var leaf = 0; leaf < list.Length; leaf++)
        {
            var lists = graph.Leaves[leaf].Part.Contemporaries;
            runs[leaf] = lists.Run(list[leaf], year);
            all += runs[leaf] < 0 ? 0 : lists.Count(runs[leaf]);
        }

        if (all == 0)
        {
            return 0;
        }

        // The widest stretch that is not too much; years side by side are much alike, so the search begins where the last one ended.
        if (all <= InYear)
        {
            Count(graph, list.Length, bin, Widths[0]);
            return Take(graph, list.Length, ulong.MaxValue, allowed, into);
        }

        for (all = Count(graph, list.Length, bin, Widths[width]); all > InYear && width < Widths.Length - 1;)
        {
            all = Count(graph, list.Length, bin, Widths[++width]);
        }

        for (; width > 1; width--)
        {
            (stretches, others) = (others, stretches);
            var wider = Count(graph, list.Length, bin, Widths[width - 1]);
            if (wider > InYear)
            {
                (stretches, others) = (others, stretches);
                break;
            }

            all = wider;
        }

        // Where too many are equally popular, as in a catalogue that does not say, those of the lowest hashes: a sample that depends on the films alone.
        var limit = all <= 2 * InYear ? ulong.MaxValue : ulong.MaxValue / (ulong)all * InYear;
        return Take(graph, list.Length, limit, allowed, into);
    }

    /// <summary>Sets the stretches of that half width, and counts their films.</summary>
    private int Count(FilmGraph graph, int leaves, int bin, int half)
    {
        var count = 0;
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            if (runs[leaf] >= 0)
            {
                var lists = graph.Leaves[leaf].Part.Contemporaries;
                var (from, to) = stretches[leaf] = (lists.FirstBelow(runs[leaf], bin + half + 1), lists.FirstBelow(runs[leaf], bin - half));
                count += to - from;
            }
        }

        return count;
    }

    private int Take(FilmGraph graph, int leaves, ulong limit, AllowedFilms? allowed, CandidateSet into)
    {
        var taken = 0;
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            if (runs[leaf] < 0)
            {
                continue;
            }

            var place = graph.Leaves[leaf];
            var (from, to) = stretches[leaf];
            foreach (var item in place.Part.Contemporaries.Items(from, to))
            {
                if ((limit == ulong.MaxValue || place.Part.Ids[item] < limit) && place.IsLive(item) && allowed?.Has(leaf, item) != false)
                {
                    into.Add(place.ItemBase + item, leaf, item, 0);
                    taken++;
                }
            }
        }

        return taken;
    }
}
