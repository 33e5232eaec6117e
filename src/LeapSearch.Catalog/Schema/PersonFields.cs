using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>What of a person is indexed.</summary>
internal static class PersonFields
{
    /// <summary>Every name that a person's document gives, the display name first; none for no person.</summary>
    public static IEnumerable<string> Names(Person? person)
        => person is null
            ? []
            : new[] { person.Name, person.OriginalName }.Concat(person.AlternativeNames)
                .Where(n => n.Length > 0)
                .Distinct(StringComparer.Ordinal);

    public static void Add(Person person, LuceneFields fields)
    {
        foreach (var name in new[] { person.Name, person.OriginalName }.Distinct(StringComparer.Ordinal))
        {
            var written = Folding.FoldKey(name);
            fields.Whole(IndexFields.Person.Key, written);
            fields.Whole(IndexFields.Person.Turned, NameForms.Orders(name).Where(o => o != written));
            fields.Words(IndexFields.Person.Name, name);
        }

        foreach (var name in person.AlternativeNames)
        {
            fields.Whole(IndexFields.Person.Alias, NameForms.Orders(name));
            fields.Words(IndexFields.Person.Other, name);
        }

        ReadingFields.Add(person, fields);
        foreach (var profession in person.Professions)
        {
            fields.Filter(FilterFields.Profession, profession);
            fields.Words(IndexFields.Person.Tags, profession);
        }

        fields.Words(IndexFields.Person.Text, person.Biography);
        fields.Sort(IndexFields.SortTitle, Folding.Fold(person.Name));
        if (Dates.ToUnixSeconds(person.BirthDate) is { } seconds)
        {
            fields.Sort(IndexFields.SortDate, seconds);
        }

        PopularityFields.Add(person.Popularity, fields);
        ExternalIds.Add(person.ExternalIds, person.PageUrl, fields);
    }
}
