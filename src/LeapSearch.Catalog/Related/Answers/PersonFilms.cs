using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>The films of a person, most important first: what they directed or wrote, where they were billed high, what is known well.</summary>
internal static class PersonFilms
{
    /// <summary>Films looked at; nobody made more.</summary>
    private const int MaxFilms = 4_000;

    /// <summary>The live films with the person's mark (<see cref="PersonMark"/>) in each, best first, of equals the newest, then by the hash of the id.</summary>
    public static List<(ItemRef Film, byte Mark, float Score)> Of(FilmGraph graph, string personId)
    {
        var key = TieKey.Of(TieKind.Person, personId);
        var films = new List<(ItemRef Film, byte Mark, float Score)>();
        for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
        {
            var part = graph.Leaves[leaf].Part;
            var tie = part.Find(key);
            if (tie < 0)
            {
                continue;
            }

            foreach (var item in part.ItemsOf(tie))
            {
                if (graph.Leaves[leaf].IsLive(item) && films.Count < MaxFilms)
                {
                    var start = part.TieStart[item];
                    var mark = part.Marks[start + part.Ties.AsSpan(start, part.TieStart[item + 1] - start).IndexOf(tie)];
                    films.Add((new ItemRef(leaf, item), mark, Importance(mark, graph.Ranks.Place(part.About[item].Popularity))));
                }
            }
        }

        films.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : Newest(graph, a.Film, b.Film));
        return films;
    }

    /// <summary>Compares films: the newest first, of one year by the hash of the id.</summary>
    private static int Newest(FilmGraph graph, ItemRef a, ItemRef b)
    {
        ref readonly var one = ref graph.About(a);
        ref readonly var other = ref graph.About(b);
        return other.Year.CompareTo(one.Year) is not 0 and var order ? order : one.IdHash.CompareTo(other.IdHash);
    }

    /// <summary>How a reason names the person's part.</summary>
    public static Reason Reason(byte mark, ReasonItem person, float weight)
    {
        var roles = PersonMark.RolesOf(mark);
        var (kind, text) = (roles & Roles.Director) != 0 ? (ReasonKind.Director, $"Directed by {person.Name}")
            : (roles & Roles.Cast) != 0 ? (ReasonKind.Cast, $"With {person.Name}")
            : (roles & Roles.Writer) != 0 ? (ReasonKind.Writer, $"Written by {person.Name}")
            : (ReasonKind.Subject, $"About {person.Name}");
        return new Reason { Kind = kind, Text = text, Items = { person }, Weight = weight };
    }

    /// <summary>A part's weight from 0 to 1, and half as much for how well the film is known.</summary>
    private static float Importance(byte mark, float place)
    {
        var roles = PersonMark.RolesOf(mark);
        var part = (roles & Roles.Director) != 0 ? 1
            : (roles & Roles.Cast) != 0 ? SignalMath.Billing(PersonMark.BillingOf(mark))
            : 0.7f;
        return (part + (place / 2)) / 1.5f;
    }
}
