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
        facet.Values.Add(counts.Values.Select(v => new FacetValue { Value = v.Key, Label = Label(field, v.Key), Count = v.Value }));
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
