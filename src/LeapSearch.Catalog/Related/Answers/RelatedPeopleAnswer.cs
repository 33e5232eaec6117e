using System.Text;
using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>
/// Who works with a person: of all who made films with them, those with the most and weightiest shared films. A shared film counts the
/// product of both parts in it (director 1, cast by billing, writer 0.7), so that two leads weigh more than two extras. Whoever a film is only
/// about did not work on it, which the reason says.
/// </summary>
internal sealed class RelatedPeopleAnswer(Snapshot snapshot, CancellationToken cancellationToken)
{
    private const int MaxFilmsShown = 3;

    private readonly FilmGraph graph = snapshot.Graph;
    private readonly Dictionary<ItemRef, Film> films = [];

    public List<RelatedPerson> To(string personId, int count)
    {
        var own = TieKey.Of(TieKind.Person, personId);
        var partners = new Dictionary<ulong, Partner>();
        foreach (var (film, mark, _) in PersonFilms.Of(graph, personId))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = graph.Leaves[film.Leaf].Part;
            for (var i = part.TieStart[film.Item]; i < part.TieStart[film.Item + 1] && part.Kinds[part.Ties[i]] == TieKind.Person; i++)
            {
                var key = part.Keys[part.Ties[i]];
                if (key != own)
                {
                    if (!partners.TryGetValue(key, out var partner))
                    {
                        partners[key] = partner = new Partner(key, film);
                    }

                    partner.Add(film, PartWeight(mark) * PartWeight(part.Marks[i]), Made(mark), Made(part.Marks[i]));
                }
            }
        }

        var results = new List<RelatedPerson>(count);
        foreach (var partner in partners.Values.OrderByDescending(p => p.Score).ThenByDescending(p => p.Films.Count).ThenBy(p => p.Key))
        {
            if (results.Count == count)
            {
                break;
            }

            if (FindPerson(partner) is { } person)
            {
                results.Add(new RelatedPerson { Person = DocumentViews.Basic(person), Score = partner.Score, Reasons = { Shared(partner) } });
            }
        }

        return results;
    }

    /// <summary>Whether a person had a part in making the film, and is not only whom it is about.</summary>
    private static bool Made(byte mark) => (PersonMark.RolesOf(mark) & (Roles.Director | Roles.Cast | Roles.Writer)) != 0;

    private static float PartWeight(byte mark)
    {
        var roles = PersonMark.RolesOf(mark);
        return (roles & Roles.Director) != 0 ? 1 : (roles & Roles.Cast) != 0 ? SignalMath.Billing(PersonMark.BillingOf(mark)) : 0.7f;
    }

    /// <summary>The partner's document; null for a person known by name alone or without a document.</summary>
    private Person? FindPerson(Partner partner)
    {
        var reader = new RelatedReader(IndexValues.Value(snapshot, partner.First).Span);
        reader.Byte();
        reader.Byte();
        reader.Varint();
        reader.Float();
        reader.Text();
        for (var count = reader.Varint(); count > 0; count--)
        {
            reader.Byte();
            reader.Varint();
            reader.Byte();
            var key = reader.Text();
            if (TieKey.Of(TieKind.Person, TieKey.Hash(key)) == partner.Key)
            {
                var id = Encoding.UTF8.GetString(key);
                return CreditKey.IsImplied(id) ? null : SnapshotReader.Find(snapshot.Searcher.IndexReader, new DocumentKey(DocumentType.Person, id))?.Person;
            }
        }

        return null;
    }

    private Reason Shared(Partner partner)
    {
        // In the order of the person's films: most important first.
        var shown = partner.Films.Take(MaxFilmsShown).Select(Film).ToArray();
        var titles = string.Join(", ", shown.Select(f => f.Title));
        var (kind, text) = partner switch
        {
            { Together: false, IsSubject: true } => (ReasonKind.Subject, $"Subject of {titles}"),
            { Together: false } => (ReasonKind.Subject, $"Took part in a film about them: {titles}"),
            { Films.Count: 1 } => (ReasonKind.SharedFilm, $"One film together: {titles}"),
            _ => (ReasonKind.SharedFilm, $"{partner.Films.Count} films together: {titles}"),
        };
        var reason = new Reason { Kind = kind, Text = text, Weight = 1 };
        reason.Items.Add(shown.Select(f => new ReasonItem { Id = f.Id, Name = f.Title }));
        return reason;
    }

    private Film Film(ItemRef item)
    {
        if (!films.TryGetValue(item, out var film))
        {
            films[item] = film = IndexValues.Document(snapshot, item).Film;
        }

        return film;
    }

    private sealed class Partner(ulong key, ItemRef first)
    {
        public ulong Key => key;

        public ItemRef First => first;

        public float Score { get; private set; }

        public List<ItemRef> Films { get; } = [];

        /// <summary>Whether both made one of the films.</summary>
        public bool Together { get; private set; }

        /// <summary>Whether one of the films is only about the partner.</summary>
        public bool IsSubject { get; private set; }

        public void Add(ItemRef film, float weight, bool ownMade, bool partnerMade)
        {
            Score += weight;
            Films.Add(film);
            Together |= ownMade && partnerMade;
            IsSubject |= !partnerMade;
        }
    }
}
