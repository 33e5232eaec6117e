using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>A field that a word may stand in, and how much that tells.</summary>
internal readonly record struct WeightedField(string Field, float Weight);

/// <summary>
/// The fields that words are looked for in, by how telling they are. All types are searched in one go: a document has the fields of
/// its own type only. Weights were set on the golden judgements; see docs/relevance.md.
/// </summary>
internal sealed class FieldGroup
{
    private static readonly FieldGroup All = Make([]);

    private FieldGroup(IReadOnlyList<WeightedField> titles, IReadOnlyList<WeightedField> names, IReadOnlyList<WeightedField> text)
    {
        Titles = titles;
        Names = names;
        Text = text;
        Credits = [.. names.Where(f => f.Field is not (IndexFields.Film.Tags or IndexFields.Person.Tags))];
        Wholes = [.. titles.Where(f => f.Field is IndexFields.Film.Title or IndexFields.Person.Name)];
        Running = [.. text.Except(names)];
        Makers = [.. names.Where(f => f.Field is not (IndexFields.Article.Title or IndexFields.Article.Tags))];
    }

    /// <summary>Titles and names of the document itself.</summary>
    public IReadOnlyList<WeightedField> Titles { get; }

    /// <summary>Those, and names and properties tied to it: cast, genres, categories.</summary>
    public IReadOnlyList<WeightedField> Names { get; }

    /// <summary>Display and original titles and names of films and people: fields that hold few of them.</summary>
    public IReadOnlyList<WeightedField> Wholes { get; }

    /// <summary>Titles and names, of the document and of those who are tied to it, without properties of films and people.</summary>
    public IReadOnlyList<WeightedField> Credits { get; }

    /// <summary>Running text alone.</summary>
    public IReadOnlyList<WeightedField> Running { get; }

    /// <summary>Those of films and people alone.</summary>
    public IReadOnlyList<WeightedField> Makers { get; }

    /// <summary>Titles, names and properties, and running text.</summary>
    public IReadOnlyList<WeightedField> Text { get; }

    /// <summary>The fields of the types asked for; all types where none is named.</summary>
    public static FieldGroup For(IReadOnlyCollection<DocumentType> types) => types.Count == 0 ? All : Make(types);

    private static FieldGroup Make(IReadOnlyCollection<DocumentType> types)
    {
        var titles = new List<WeightedField>();
        var names = new List<WeightedField>();
        var text = new List<WeightedField>();
        if (types.Count == 0 || types.Contains(DocumentType.Film))
        {
            titles.Add(new(IndexFields.Film.Title, 3));
            titles.Add(new(IndexFields.Film.Other, 2.5f));
            names.Add(new(IndexFields.Film.People, 2));
            names.Add(new(IndexFields.Film.Tags, 1));
            text.Add(new(IndexFields.Film.Text, 1));
        }

        if (types.Count == 0 || types.Contains(DocumentType.Person))
        {
            titles.Add(new(IndexFields.Person.Name, 3));
            titles.Add(new(IndexFields.Person.Other, 2.5f));
            names.Add(new(IndexFields.Person.Tags, 1));
            text.Add(new(IndexFields.Person.Text, 0.5f));
        }

        if (types.Count == 0 || types.Contains(DocumentType.Article))
        {
            titles.Add(new(IndexFields.Article.Title, 1.5f));
            names.Add(new(IndexFields.Article.Tags, 1));
            text.Add(new(IndexFields.Article.Text, 1));
        }

        return new FieldGroup(titles, [.. titles, .. names], [.. titles, .. names, .. text]);
    }
}
