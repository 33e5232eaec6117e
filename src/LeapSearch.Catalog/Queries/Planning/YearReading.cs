namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>When a number may be a film's year: four digits, from the first films to a few announced years ahead.</summary>
internal static class YearReading
{
    public static bool IsYear(string term)
        => term.Length == 4 && int.TryParse(term, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && year is >= 1880 and <= 2100;
}
