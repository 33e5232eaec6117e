using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.Catalog.Schema;

/// <summary>
/// Which documents rest on others: films and articles carry the names of the people whom they credit, by id, or by a name that an
/// implied id stands for until a person of that name is written; articles are linked to films and people that they mention.
/// </summary>
internal static class DependentDocuments
{
    /// <summary>Documents indexed again for one changed person: a filmography, not a catalogue.</summary>
    private const int MaxPerPerson = 10_000;

    /// <summary>Articles read again for one title or name; a title of everyday words stands in more, and is told by evidence anyway.</summary>
    private const int MaxMentions = 1_000;

    /// <summary>People of one name whose films are looked at again.</summary>
    private const int MaxNamesakes = 32;

    public static HashSet<DocumentKey> Of(IndexReader reader, IReadOnlyCollection<DocumentKey> changed)
    {
        var dependents = new HashSet<DocumentKey>();
        var searcher = new IndexSearcher(reader);
        foreach (var key in changed)
        {
            if (key.Type == DocumentType.Film)
            {
                var film = SnapshotReader.Find(reader, key)?.Film;
                Add(FilterFields.Film, key.Id);
                AddMentions(film is null ? [] : [film.Title, film.OriginalTitle]);
            }

            if (key.Type != DocumentType.Person)
            {
                continue;
            }

            var person = SnapshotReader.Find(reader, key)?.Person;
            AddMentions(PersonFields.Names(person));
            foreach (var id in PersonFields.Names(person).Select(CreditKey.Implied).Prepend(key.Id).Distinct(StringComparer.Ordinal))
            {
                Add(FilterFields.Person, id);
                Add(FilterFields.Author, id);
            }

            AddNamesakes(person);
        }

        dependents.ExceptWith(changed);
        return dependents;

        void AddMentions(IEnumerable<string> names)
        {
            foreach (var words in names.Select(QueryWords.Parse).Where(w => w.Count > 0))
            {
                foreach (var field in new[] { IndexFields.Article.Title, IndexFields.Article.Text })
                {
                    foreach (var hit in searcher.Search(Phrase(field, words), MaxMentions).ScoreDocs)
                    {
                        dependents.Add(DocumentKey.Of(SnapshotReader.Read(reader, hit.Doc)));
                    }
                }
            }
        }

        // Films that credit nobody known who may be spelled so, and those of people of the same name, who may have been taken for them.
        void AddNamesakes(Person? person)
        {
            if (person is null)
            {
                return;
            }

            var names = new NameInput(person.Name, person.OriginalName, person.AlternativeNames, person.NameLanguage);
            foreach (var spelling in NameForms.Of(names).Spelling)
            {
                AddAll(new Term(IndexFields.Film.CreditSpelling, spelling.Text));
            }

            var keys = PersonFields.Names(person).Select(Folding.FoldKey).Distinct(StringComparer.Ordinal).ToArray();
            foreach (var number in keys.SelectMany(k => IndexFields.Person.WholeNames.SelectMany(f => SnapshotReader.Numbers(reader, new Term(f, k), MaxNamesakes))).Distinct())
            {
                Add(FilterFields.Person, SnapshotReader.Read(reader, number).Person.Id);
            }
        }

        void Add(FilterField field, string id) => AddAll(new Term(field.Name, id));

        void AddAll(Term term)
        {
            foreach (var number in SnapshotReader.Numbers(reader, term, MaxPerPerson))
            {
                dependents.Add(DocumentKey.Of(SnapshotReader.Read(reader, number)));
            }
        }
    }

    private static PhraseQuery Phrase(string field, IReadOnlyList<QueryWord> words)
    {
        var phrase = new PhraseQuery();
        var position = 0;
        foreach (var word in words)
        {
            var terms = word.Bigrams.Count == 0 ? [word.Term] : word.Bigrams;
            for (var i = 0; i < terms.Count; i++)
            {
                phrase.Add(new Term(field, terms[i]), position + i);
            }

            position += word.Positions;
        }

        return phrase;
    }
}
