using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Schema;

/// <summary>
/// Which documents rest on others: films and articles carry the names of the people whom they credit, by id, or by a name that an
/// implied id stands for until a person of that name is written.
/// </summary>
internal static class DependentDocuments
{
    /// <summary>Documents indexed again for one changed person: a filmography, not a catalogue.</summary>
    private const int MaxPerPerson = 10_000;

    public static HashSet<DocumentKey> Of(IndexReader reader, IReadOnlyCollection<DocumentKey> changed)
    {
        var dependents = new HashSet<DocumentKey>();
        foreach (var key in changed)
        {
            if (key.Type != DocumentType.Person)
            {
                continue;
            }

            var person = SnapshotReader.Find(reader, key)?.Person;
            foreach (var id in PersonFields.Names(person).Select(CreditKey.Implied).Prepend(key.Id).Distinct(StringComparer.Ordinal))
            {
                Add(FilterFields.Person, id);
                Add(FilterFields.Author, id);
            }
        }

        dependents.ExceptWith(changed);
        return dependents;

        void Add(FilterField field, string id)
        {
            foreach (var number in SnapshotReader.Numbers(reader, new Term(field.Name, id), MaxPerPerson))
            {
                dependents.Add(DocumentKey.Of(SnapshotReader.Read(reader, number)));
            }
        }
    }
}
