using LeapSearch.Analysis;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Schema;

/// <summary>
/// Knows the people whom the index already holds: a full build indexes people first, the follower refreshes before each batch. One
/// instance serves one reader, and one thread.
/// </summary>
internal sealed class IndexPersonDirectory(IndexReader reader) : IPersonDirectory
{
    /// <summary>People remembered; a full build names the same ones again and again.</summary>
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<string, Person?> byId = [];
    private readonly Dictionary<string, Person?> byName = [];

    /// <inheritdoc/>
    public Person? Find(Credit credit)
        => credit.PersonId.Length > 0 ? ById(credit.PersonId) : ByName(Folding.FoldKey(credit.Name));

    private Person? ById(string id)
    {
        if (!byId.TryGetValue(id, out var person))
        {
            person = SnapshotReader.Find(reader, new DocumentKey(DocumentType.Person, id))?.Person;
            Remember(byId, id, person);
        }

        return person;
    }

    private Person? ByName(string key)
    {
        if (key.Length == 0)
        {
            return null;
        }

        if (!byName.TryGetValue(key, out var person))
        {
            person = Only(key, IndexFields.Person.Key, IndexFields.Person.Turned) ?? Only(key, IndexFields.Person.Alias);
            Remember(byName, key, person);
        }

        return person;
    }

    /// <summary>The one person who has the term in some of the fields; null where none or several have it.</summary>
    private Person? Only(string key, params string[] fields)
    {
        int[] numbers = [.. fields.SelectMany(f => SnapshotReader.Numbers(reader, new Term(f, key), 2)).Distinct()];
        return numbers.Length == 1 ? SnapshotReader.Read(reader, numbers[0]).Person : null;
    }

    private static void Remember(Dictionary<string, Person?> to, string key, Person? person)
    {
        if (to.Count >= MaxRemembered)
        {
            to.Clear();
        }

        to[key] = person;
    }
}
