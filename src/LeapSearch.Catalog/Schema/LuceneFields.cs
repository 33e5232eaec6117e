using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LeapSearch.Analysis;

namespace LeapSearch.Catalog.Schema;

/// <summary>Adds fields to a Lucene document, one way for each purpose.</summary>
internal sealed class LuceneFields
{
    private static readonly FieldType WholeType = NewWholeType();

    private readonly HashSet<(string Field, string Term)> seen = [];

    /// <summary>The document being built.</summary>
    public Document Document { get; } = [];

    /// <summary>A whole value as one term, without norms or positions.</summary>
    public void Whole(string field, string term)
    {
        // Lucene refuses terms above 32,766 bytes of UTF-8; a key that long finds nothing that a reader would type.
        if (term.Length is > 0 and <= 8_000 && seen.Add((field, term)))
        {
            Document.Add(new WholeField(field, term, WholeType));
        }
    }

    /// <summary>Several whole values.</summary>
    public void Whole(string field, IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            Whole(field, term);
        }
    }

    /// <summary>The words of a text.</summary>
    public void Words(string field, string text)
    {
        if (text.Length > 0)
        {
            Document.Add(new TextField(field, text, Field.Store.NO));
        }
    }

    /// <summary>A value that filters, and is counted where the field is a facet.</summary>
    public void Filter(FilterField field, string value)
    {
        var term = field.Kind == FilterKind.Word ? Folding.Fold(value) : value;
        if (term.Length is 0 or > 8_000 || !seen.Add((field.Name, term)))
        {
            return;
        }

        Document.Add(new WholeField(field.Name, term, WholeType));

        // Implied people have no document to filter to or show, and would take the places of those who have.
        if (field.IsFacet && !(field.Kind == FilterKind.Id && CreditKey.IsImplied(value)))
        {
            Document.Add(new SortedSetDocValuesField(field.FacetField, new BytesRef(value)));
        }
    }

    /// <summary>A number that filters by range, and is counted where the field is a facet.</summary>
    public void Filter(FilterField field, long value)
    {
        Document.Add(new NumberField(field.Name, value));
        if (field.IsFacet)
        {
            Document.Add(new SortedSetDocValuesField(field.FacetField, new BytesRef(value.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>When an article becomes public.</summary>
    public void PublicFrom(long unixSeconds) => Document.Add(new NumberField(IndexFields.PublicFrom, unixSeconds));

    /// <summary>A value to order by.</summary>
    public void Sort(string field, long value) => Document.Add(new NumericDocValuesField(field, value));

    /// <summary>A text to order by; cut where it is longer than doc values may be.</summary>
    public void Sort(string field, string text)
        => Document.Add(new SortedDocValuesField(field, new BytesRef(text.Length > 1_000 ? text[..1_000] : text)));

    private static FieldType NewWholeType()
    {
        var type = new FieldType(StringField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true };
        type.Freeze();
        return type;
    }
}
