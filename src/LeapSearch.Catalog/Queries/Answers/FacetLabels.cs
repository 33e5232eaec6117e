using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Makes facets of counts, with a label to show where the value is an id.</summary>
internal sealed class FacetLabels(Snapshot snapshot)
{
    public Facet Build(FilterField field, FacetCounts counts)
    {
        var facet = new Facet { Name = field.Name };
        foreach (var (value, count) in counts.Values)
        {
            // Implied people have no document to filter to or show.
            if (field.Kind != FilterKind.Id || !CreditKey.IsImplied(value))
            {
                facet.Values.Add(new FacetValue { Value = value, Label = Label(field, value), Count = count });
            }
        }

        return facet;
    }

    private string Label(FilterField field, string value)
    {
        if (field.Kind != FilterKind.Id)
        {
            return field == FilterFields.Decade ? value + "s" : value;
        }

        var type = field == FilterFields.Film ? DocumentType.Film : DocumentType.Person;
        var document = SnapshotReader.Find(snapshot.Searcher.IndexReader, new DocumentKey(type, value));
        return document?.Film?.Title ?? document?.Person?.Name ?? value;
    }
}
