using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Linking;

/// <summary>
/// Finds the people whom the credits of a film mean that give no id. An id is the editors' word and stays. Without one, a person is meant who
/// has the name, in any order, or another name equal to it; where nobody has, one whose name it is a spelling of, in a film of where names
/// are spelled so. Namesakes are told apart by what is known of them and of their other films; where that does not tell, nobody is meant.
/// </summary>
/// <remarks>One instance serves one reader, and one thread.</remarks>
internal sealed class CreditResolver(IndexReader reader)
{
    /// <summary>People of one name who are looked at; of more nobody is told apart.</summary>
    private const int MaxNamesakes = 32;

    /// <summary>Keys of other spellings that are looked for.</summary>
    private const int MaxSpellings = 16;

    /// <summary>What must speak for one of several namesakes.</summary>
    private const float Enough = 0;

    /// <summary>What a person must have more than the next namesake.</summary>
    private const float Ahead = 1.75f;

    /// <summary>Having the name as the name counts more than as another one.</summary>
    private const float AsName = 0.8f;

    /// <summary>People remembered; a full build names the same ones again and again.</summary>
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<string, List<Candidate>> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate>> spelled = new(StringComparer.Ordinal);

    /// <summary>The keys by which a person of another spelling is found whom a film of such places credits so; none for other films.</summary>
    public static IEnumerable<string> Spellings(Film film, string name) => CreditEvidence.IsOfAny(film) ? Spellings(name) : [];

    /// <summary>The film with the ids of the people it credits.</summary>
    /// <param name="film">The film; it is not changed.</param>
    /// <param name="hasFilms">Whether the index holds films: else there is nothing to read of them.</param>
    /// <param name="isOpen">Whether something was left open, that films indexed later may tell.</param>
    public Film Resolve(Film film, bool hasFilms, out bool isOpen)
    {
        isOpen = false;
        if (CreditContext.All(film).All(c => c.Credit.PersonId.Length > 0))
        {
            return film;
        }

        var resolved = film.Clone();
        var hasSpellings = CreditEvidence.IsOfAny(film);
        var open = new List<(Credit Credit, CreditRoles Role, List<Candidate> Candidates)>();
        foreach (var (credit, role) in CreditContext.All(resolved).Where(c => c.Credit.PersonId.Length == 0))
        {
            var candidates = Candidates(credit.Name, hasSpellings);
            if (candidates is [{ IsSpelling: false } only])
            {
                credit.PersonId = CreditEvidence.OfDocument(only.Person, film, role) > CreditEvidence.Impossible / 2 ? only.Person.Id : "";
            }
            else if (candidates.Count > 0)
            {
                open.Add((credit, role, candidates));
            }
        }

        if (open.Count == 0)
        {
            return resolved;
        }

        var context = CreditContext.Of(resolved, reader);
        foreach (var (credit, role, candidates) in open)
        {
            var best = Best(candidates, context, role, credit, hasFilms);
            credit.PersonId = best ?? "";
            isOpen |= best is null;
        }

        return resolved;
    }

    private string? Best(List<Candidate> candidates, CreditContext context, CreditRoles role, Credit credit, bool hasFilms)
    {
        var self = CreditKey.Implied(credit.Name);
        var scores = new List<(string Id, float Score)>();
        foreach (var (person, asName, system) in candidates)
        {
            var score = CreditEvidence.OfDocument(person, context.Film, role) + asName;
            if (system.Length > 0 && !CreditEvidence.IsOf(context.Film, system))
            {
                continue;
            }

            if (score > CreditEvidence.Impossible / 2 && hasFilms)
            {
                score += CreditEvidence.OfFilms(person, PersonFilmography.Of(reader, person, context.Film.Id), context, role, self);
            }

            if (score > CreditEvidence.Impossible / 2)
            {
                scores.Add((person.Id, score));
            }
        }

        scores.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Id, b.Id));
        var isAlone = scores.Count == 1;
        return scores switch
        {
            [] => null,
            [var (id, score), ..] when isAlone && score >= (candidates[0].IsSpelling ? 0 : -4) => id,
            [var (id, score), var (_, next), ..] when score >= Enough && score - next >= Ahead => id,
            _ => null,
        };
    }

    private List<Candidate> Candidates(string name, bool hasSpellings)
    {
        var key = Folding.FoldKey(name);
        if (key.Length == 0)
        {
            return [];
        }

        var found = Remembered(named, key, ByName);
        return found.Count > 0 || !hasSpellings ? found : Remembered(spelled, name, BySpelling);
    }

    private static List<Candidate> Remembered(Dictionary<string, List<Candidate>> known, string name, Func<string, List<Candidate>> find)
    {
        if (!known.TryGetValue(name, out var found))
        {
            if (known.Count >= MaxRemembered)
            {
                known.Clear();
            }

            known[name] = found = find(name);
        }

        return found;
    }

    private static IEnumerable<string> Spellings(string name) => NameForms.OfQuery(name).Spelling.Take(MaxSpellings).Select(k => k.Text);

    private List<Candidate> ByName(string key)
    {
        var found = new Dictionary<int, Candidate>();
        foreach (var (field, asName) in IndexFields.Person.WholeNames.Select(f => (f, f == IndexFields.Person.Alias ? 0 : AsName)))
        {
            foreach (var number in SnapshotReader.Numbers(reader, new Term(field, key), MaxNamesakes))
            {
                found.TryAdd(number, new Candidate(SnapshotReader.Read(reader, number).Person, asName, ""));
            }
        }

        return [.. found.Values.OrderBy(c => c.Person.Id, StringComparer.Ordinal)];
    }

    private List<Candidate> BySpelling(string name)
    {
        var found = new Dictionary<int, Candidate>();
        foreach (var spelling in Spellings(name))
        {
            foreach (var number in SnapshotReader.Numbers(reader, new Term(IndexFields.Person.Spelling, spelling), MaxNamesakes))
            {
                found.TryAdd(number, new Candidate(SnapshotReader.Read(reader, number).Person, 0, spelling[..spelling.IndexOfAny([':', '*'])]));
            }
        }

        return found.Count > MaxNamesakes ? [] : [.. found.Values.OrderBy(c => c.Person.Id, StringComparer.Ordinal)];
    }

    private sealed record Candidate(Person Person, float AsName, string System)
    {
        public bool IsSpelling => System.Length > 0;
    }
}
