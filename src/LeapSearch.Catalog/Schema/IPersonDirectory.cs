using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>Knows the people of the catalogue, for what names them: credits of films, authors of articles.</summary>
internal interface IPersonDirectory
{
    /// <summary>
    /// The person whom a credit means: by id, else the one person whose name or other name folds equal; null when there is none,
    /// or several.
    /// </summary>
    Person? Find(Credit credit);
}

/// <summary>The directory of a catalogue without people.</summary>
internal sealed class NoPeople : IPersonDirectory
{
    public static readonly NoPeople Instance = new();

    /// <inheritdoc/>
    public Person? Find(Credit credit) => null;
}

/// <summary>Ids of credited people, whether or not the catalogue has a document for them.</summary>
internal static class CreditKey
{
    /// <summary>
    /// The id that filters, graph and facets use for a credit: the person's id; where no document is known for the name, an implied
    /// one, <c>~</c> and the folded name, which answers do not list.
    /// </summary>
    public static string Of(Credit credit, Person? person)
        => person?.Id ?? (credit.PersonId.Length > 0 ? credit.PersonId : Implied(credit.Name));

    /// <summary>The implied id of a name.</summary>
    public static string Implied(string name) => "~" + Analysis.Folding.FoldKey(name);

    /// <summary>Whether an id is implied.</summary>
    public static bool IsImplied(string key) => key.StartsWith('~');
}
