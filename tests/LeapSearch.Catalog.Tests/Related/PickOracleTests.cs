using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>
/// The list that is picked, which compares films only where it must, against one that compares every film of the pool with every film picked.
/// </summary>
public sealed class PickOracleTests(ITestOutputHelper output)
{
    [Fact]
    public void ThePickedListIsThatOfComparingEveryFilm()
    {
        var random = TestSeed.New(output);
        var graph = SmallIndex.Of(RandomCatalogue.Films(random, 300), perSegment: 130).Graph;
        for (var film = 0; film < 300; film += 4)
        {
            var search = RelatedSearch.Current;
            search.Profile.Clear();
            search.Profile.AddFilm(graph, graph.FindFilm($"f{film}")!.Value, 1);
            var count = random.Next(1, 24);
            var many = random.Next(4) == 0;
            var diversity = random.Next(3) / 2.0;
            var films = search.Find(graph, SignalWeights.Default, null, Diversity.PoolFor(count)).ToArray();

            var picked = Diversity.Current.Pick(graph, films, count, diversity, 1, search.Profile, many).ToArray();

            Assert.Equal(Model(graph, films, count, (float)diversity, search.Profile, many), picked);
        }
    }

    private static List<int> Model(FilmGraph graph, ScoredFilm[] films, int count, float diversity, SeedProfile seeds, bool many)
    {
        var people = films.Select(f => Ties(graph, f.Film, TieKind.Person).Where(t => (t.Roles & (Roles.Director | Roles.Cast)) != 0).Take(16).ToArray()).ToArray();
        var families = films.Select(f => Ties(graph, f.Film, TieKind.Family).Select(t => t.Key).Take(6).ToHashSet()).ToArray();
        var weights = seeds.Aspects.Weights.ToArray();
        var picked = new List<int>();
        var pool = Pool();
        foreach (var rung in diversity > 0 ? [0, 1, 2, 3] : new[] { 3 })
        {
            while (picked.Count < count)
            {
                var open = pool.Where(i => !picked.Contains(i) && (rung > 1 || films[i].IsTelling) && (rung == 3 || !IsCapped(i))).ToArray();
                if (open.Length == 0)
                {
                    break;
                }

                picked.Add(open.MaxBy(Value));

                bool IsCapped(int film)
                    => picked.Count(p => Directors(people[p]).Overlaps(Directors(people[film]))) >= 3 + ((count - 1) / 10) + (rung == 0 ? 0 : 2)
                        || (!many && (picked.Any(p => families[p].Overlaps(families[film])) || (OfSeed(film) && picked.Any(OfSeed))));
            }
        }

        return picked;

        float Value(int film)
        {
            var fresh = 0f;
            for (var a = 0; a < weights.Length; a++)
            {
                var shown = picked.Count(p => (films[p].Aspects & (1 << a)) != 0);
                fresh += (films[film].Aspects & (1 << a)) == 0 ? 0 : shown switch { 0 => weights[a], 1 => 0.5f * weights[a], _ => 0 };
            }

            return films[film].Score + (3 * diversity * fresh) - (3 * diversity * picked.Select(p => Overlap(p, film)).DefaultIfEmpty(0).Max());
        }

        float Overlap(int a, int b)
        {
            var (mine, theirs) = (Keys(people[a]), Keys(people[b]));
            var shared = mine.Intersect(theirs).Count();
            return families[a].Overlaps(families[b]) ? 1 : shared == 0 ? 0 : shared / (float)(mine.Count + theirs.Count - shared);
        }

        bool OfSeed(int film) => families[film].Any(f => seeds.Find(f) >= 0);

        // The best, and of each aspect the two best of the rest.
        List<int> Pool()
        {
            var looked = Enumerable.Range(0, Math.Min(films.Length, Diversity.PoolFor(count))).ToList();
            var left = Enumerable.Repeat(2, weights.Length).ToArray();
            for (var film = looked.Count; diversity > 0 && film < films.Length; film++)
            {
                var has = Enumerable.Range(0, weights.Length).Where(a => (films[film].Aspects & (1 << a)) != 0 && left[a] > 0).ToArray();
                Array.ForEach(has, a => left[a]--);
                looked.AddRange(has.Length > 0 ? [film] : []);
            }

            return looked;
        }
    }

    private static HashSet<ulong> Directors((ulong Key, Roles Roles)[] people) => [.. people.Where(p => (p.Roles & Roles.Director) != 0).Select(p => p.Key)];

    private static HashSet<ulong> Keys((ulong Key, Roles Roles)[] people) => [.. people.Select(p => p.Key)];

    private static IEnumerable<(ulong Key, Roles Roles)> Ties(FilmGraph graph, ItemRef film, TieKind kind)
    {
        var part = graph.Leaves[film.Leaf].Part;
        return Enumerable.Range(part.TieStart[film.Item], part.TieStart[film.Item + 1] - part.TieStart[film.Item])
            .Where(i => part.Kinds[part.Ties[i]] == kind)
            .Select(i => (part.Keys[part.Ties[i]], PersonMark.RolesOf(part.Marks[i])));
    }
}
