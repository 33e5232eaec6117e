using System.Globalization;

namespace LeapSearch.Catalog.Schema;

/// <summary>Dates of the contract as numbers: yyyymmdd for filters (a partial date fills with zeros), Unix seconds for order.</summary>
internal static class Dates
{
    /// <summary>2020-09-25 is 20200925, 2020-09 is 20200900, 2020 is 20200000; null for what is no date.</summary>
    public static long? ToNumber(string date)
    {
        if (!TryParts(date, out var year, out var month, out var day))
        {
            return null;
        }

        return (year * 10_000L) + (month * 100) + day;
    }

    /// <summary>The last number of the span that a partial date names: 2020-09 ends at 20200999.</summary>
    public static long? ToLastNumber(string date) => date.Length switch
    {
        4 => ToNumber(date) + 9_999,
        7 => ToNumber(date) + 99,
        _ => ToNumber(date),
    };

    /// <summary>Unix seconds of the first moment of a date; null for what is no date.</summary>
    public static long? ToUnixSeconds(string date)
        => TryParts(date, out var year, out var month, out var day)
            ? new DateTimeOffset(year, Math.Max(month, 1), Math.Max(day, 1), 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()
            : null;

    private static bool TryParts(string date, out int year, out int month, out int day)
    {
        month = day = 0;
        if (date.Length is not (4 or 7 or 10) || !int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out year))
        {
            year = 0;
            return false;
        }

        if (date.Length >= 7 && (date[4] != '-' || !int.TryParse(date.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out month) || month is < 1 or > 12))
        {
            return false;
        }

        return date.Length < 10
            || (date[7] == '-' && int.TryParse(date.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out day)
                && year > 0 && day >= 1 && day <= DateTime.DaysInMonth(year, month));
    }
}
