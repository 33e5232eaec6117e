using LeapSearch.V1;

namespace LeapSearch.Contracts.Validation;

/// <summary>What a person must keep to.</summary>
internal static class PersonRules
{
    public static void Check(Person person, Violations found)
    {
        FieldRules.Id(person.Id, "id", found);
        FieldRules.Required(person.Name, "name", found);
        FieldRules.NoBlank(person.AlternativeNames, "alternative_names", found);
        FieldRules.NoBlank(person.Professions, "professions", found);
        FieldRules.PartialDate(person.BirthDate, "birth_date", found);
        FieldRules.Popularity(person.Popularity, "popularity", found);
        FieldRules.Url(person.PageUrl, "page_url", found);
        FieldRules.Url(person.ImageUrl, "image_url", found);
    }
}
