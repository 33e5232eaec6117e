using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>A person document for every name of the credits, up to a number; credits of every other film carry the id.</summary>
internal sealed class LargePeople
{
    public LargePeople(IReadOnlyList<Film> films, IReadOnlyList<Person> known, int most)
    {
        People.AddRange(known);
        var ids = new Dictionary<string, string>();
        foreach (var person in known)
        {
            ids.TryAdd(Folding.FoldKey(person.Name), person.Id);
        }

        for (var i = 0; i < films.Count; i++)
        {
            foreach (var (credit, profession) in films[i].Directors.Select(c => (c, "Director")).Concat(films[i].Cast.Select(c => (c, "Actor"))))
            {
                var key = Folding.FoldKey(credit.Name);
                if (key.Length == 0 || credit.PersonId.Length > 0)
                {
                    continue;
                }

                if (!ids.TryGetValue(key, out var id) && People.Count < most)
                {
                    id = ids[key] = $"p{ids.Count}";
                    People.Add(new Person { Id = id, Name = credit.Name, Professions = { profession } });
                }

                if (id is not null && i % 2 == 0)
                {
                    credit.PersonId = id;
                }
            }
        }
    }

    public List<Person> People { get; } = [];
}
