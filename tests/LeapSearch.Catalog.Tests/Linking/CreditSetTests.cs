using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Linking;

/// <summary>
/// Three in ten of the credits of real films lose their ids, and are to find their person again: as they are; in a spelling of the lexicon that the
/// person's document has not; and of namesakes, pairs of busy people, a third of them all, who are given one name.
/// </summary>
public sealed class CreditSetTests(ITestOutputHelper output)
{
    private const double Share = 0.3;

    /// <summary>Of people with fewer films nothing is left to tell namesakes by.</summary>
    private const int FewestFilms = 3;

    private const string Plain = "as it is";
    private const string Spelled = "another spelling";
    private const string Namesake = "of one of two namesakes";

    /// <summary>Right are 99 % of those that find somebody. The floors of a kind alone leave room for its few hundred credits a seed.</summary>
    [Fact]
    public async Task CreditsWithoutIdsFindTheirPeople()
    {
        var tally = new SortedDictionary<string, (int Right, int Wrong, int Open)>(StringComparer.Ordinal);
        for (var seed = 1; seed <= TestTier.Pick(1, 4, 8); seed++)
        {
            await Measure(new Set(new Random(seed)), tally);
        }

        foreach (var (kind, (right, wrong, open)) in tally)
        {
            output.WriteLine($"{kind}: {right + wrong + open} credits, {100.0 * (right + wrong) / (right + wrong + open):F1} % find somebody, {100.0 * right / Math.Max(right + wrong, 1):F2} % of them the right one");
        }

        Check(tally.Values, 0.95, 0.99);
        Check([tally[Namesake]], 0.88, 0.985);
        Check([tally[Spelled]], 0.9, 0.98);
        Check([tally[Plain]], 0.99, 0.998);
    }

    private static void Check(IEnumerable<(int Right, int Wrong, int Open)> counts, double found, double right)
    {
        var all = counts.Aggregate((a, b) => (a.Right + b.Right, a.Wrong + b.Wrong, a.Open + b.Open));
        Assert.True(all.Right + all.Wrong >= found * (all.Right + all.Wrong + all.Open), $"{all.Open} find nobody");
        Assert.True(all.Right >= right * (all.Right + all.Wrong), $"{all.Wrong} find somebody else");
    }

    private static async Task Measure(Set set, SortedDictionary<string, (int Right, int Wrong, int Open)> tally)
    {
        using var folder = new TemporaryFolder();
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await foreach (var _ in catalog.ReindexAsync(Catalogue.Requests(new ReindexOptions(), [.. set.Documents.Chunk(500)])))
        {
        }

        foreach (var cases in set.Cases.GroupBy(c => c.Film))
        {
            var response = await catalog.SearchAsync(new SearchRequest { Filter = $"type = film AND id = \"{cases.Key.Id}\"", Facets = { "person" }, PageSize = 1 });
            var found = response.Facets[0].Values.Select(v => v.Value).ToHashSet();
            var due = Set.Credits(cases.Key).Concat(cases.Key.Subjects).Select(c => c.PersonId).Concat(cases.Select(c => c.Person)).ToHashSet();
            var strange = found.Where(f => !f.StartsWith('~') && !due.Contains(f)).ToList();
            foreach (var (_, kind, person) in cases)
            {
                var (right, wrong, open) = tally.GetValueOrDefault(kind);
                if (found.Contains(person))
                {
                    tally[kind] = (right + 1, wrong, open);
                }
                else if (strange.Count > 0)
                {
                    strange.RemoveAt(0);
                    tally[kind] = (right, wrong + 1, open);
                }
                else
                {
                    tally[kind] = (right, wrong, open + 1);
                }
            }
        }
    }

    private sealed class Set
    {
        private readonly Random random;
        private readonly Dictionary<string, Person> people;
        private readonly HashSet<string> namesakes = [];
        private readonly List<(Person Person, string Name)> takenOut = [];

        public Set(Random random)
        {
            this.random = random;
            Documents =
            [
                .. Directory.GetFiles(Path.Combine(Repository.Root, "index-data", "catalog"), "*.jsonl").Order(StringComparer.Ordinal)
                    .SelectMany(File.ReadLines).Select(JsonParser.Default.Parse<Document>).Where(d => d.Article is null),
            ];
            people = Documents.Where(d => d.Person is not null).ToDictionary(d => d.Person.Id, d => d.Person);
            MakeNamesakes();
            foreach (var film in Films)
            {
                foreach (var credit in Credits(film).Where(c => people.ContainsKey(c.PersonId) && this.random.NextDouble() < Share).ToArray())
                {
                    TakeAway(film, credit);
                }
            }

            foreach (var (person, name) in takenOut)
            {
                var kept = person.AlternativeNames.Where(n => Folding.FoldKey(n) != Folding.FoldKey(name)).ToArray();
                person.AlternativeNames.Clear();
                person.AlternativeNames.Add(kept);
            }
        }

        public List<Document> Documents { get; }

        public List<(Film Film, string Kind, string Person)> Cases { get; } = [];

        private IEnumerable<Film> Films => Documents.Where(d => d.Film is not null).Select(d => d.Film);

        public static IEnumerable<Credit> Credits(Film film) => film.Directors.Concat(film.Cast).Concat(film.Writers);

        private void MakeNamesakes()
        {
            var busy = Films.SelectMany(f => Credits(f).Select(c => c.PersonId).Distinct())
                .GroupBy(p => p).Where(g => g.Count() >= FewestFilms && people.ContainsKey(g.Key)).Select(g => g.Key).Order(StringComparer.Ordinal).ToArray();
            random.Shuffle(busy);
            for (var i = 0; i + 1 < busy.Length / 3; i += 2)
            {
                var (one, other) = (people[busy[i]], people[busy[i + 1]]);
                (other.Name, other.OriginalName) = (one.Name, "");
                other.AlternativeNames.Clear();
                namesakes.UnionWith([one.Id, other.Id]);
            }

            foreach (var credit in Films.SelectMany(Credits).Where(c => namesakes.Contains(c.PersonId)))
            {
                credit.Name = people[credit.PersonId].Name;
            }
        }

        private void TakeAway(Film film, Credit credit)
        {
            var person = people[credit.PersonId];
            var kind = namesakes.Contains(person.Id) ? Namesake : Plain;
            if (kind == Plain && random.Next(2) == 0 && person.AlternativeNames.FirstOrDefault(n => IsSpelling(person, n)) is { } other)
            {
                credit.Name = other;
                kind = Spelled;
                takenOut.Add((person, other));
            }

            Cases.Add((film, kind, person.Id));
            credit.PersonId = "";
        }

        /// <summary>Whether the rest of a person's names has a spelling in common with one.</summary>
        private static bool IsSpelling(Person person, string name)
        {
            string[] rest = [.. person.AlternativeNames.Where(n => Folding.FoldKey(n) != Folding.FoldKey(name))];
            if (rest.Append(person.Name).Append(person.OriginalName).Any(n => NameForms.Orders(n).Contains(Folding.FoldKey(name))))
            {
                return false;
            }

            var own = NameForms.Of(new NameInput(person.Name, person.OriginalName, rest, person.NameLanguage)).Spelling.Select(k => k.Text);
            return NameForms.OfQuery(name).Spelling.Select(k => k.Text).Intersect(own).Any();
        }
    }
}
