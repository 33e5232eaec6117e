using System.Globalization;
using LeapSearch.V1;

namespace LeapSearch.Contracts.Validation;

/// <summary>Rules that several kinds of documents share.</summary>
internal static class FieldRules
{
    /// <summary>An id of the contract: <c>[A-Za-z0-9][A-Za-z0-9:._-]{0,127}</c>.</summary>
    public static bool IsId(string id)
    {
        if (id.Length is 0 or > 128 || !char.IsAsciiLetterOrDigit(id[0]))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (':' or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    public static void Id(string id, string field, Violations found)
    {
        if (id.Length == 0)
        {
            found.Add(field, "is missing: every document needs the site's own id");
        }
        else if (!IsId(id))
        {
            found.Add(field, $"'{Shown(id)}' is not an id: use letters, digits and : . _ - (at most 128, the first a letter or digit)");
        }
    }

    public static void OptionalId(string id, string field, Violations found)
    {
        if (id.Length > 0)
        {
            Id(id, field, found);
        }
    }

    public static void Required(string text, string field, Violations found)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            found.Add(field, "is missing or blank");
        }
    }

    public static void NoBlank(IEnumerable<string> texts, string field, Violations found)
    {
        var index = 0;
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                found.Add($"{field}[{index}]", "is blank: leave it out");
            }

            index++;
        }
    }

    public static void Credits(IEnumerable<Credit> credits, string field, Violations found)
    {
        var index = 0;
        foreach (var credit in credits)
        {
            var here = found.In($"{field}[{index++}]");
            OptionalId(credit.PersonId, "person_id", here);
            if (credit.PersonId.Length == 0 && string.IsNullOrWhiteSpace(credit.Name))
            {
                here.Add("name", "is missing: a credit needs a name or a person_id");
            }
        }
    }

    /// <summary>ISO 8601 dates that may be partial: 2020, 2020-09, 2020-09-25.</summary>
    public static void PartialDate(string date, string field, Violations found)
    {
        if (date.Length > 0 && !IsPartialDate(date))
        {
            found.Add(field, $"'{Shown(date)}' is not a date: write 2020-09-25, 2020-09 or 2020 (ISO 8601)");
        }
    }

    public static bool IsPartialDate(string date) => date.Length switch
    {
        4 => DateTime.TryParseExact(date, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        7 => DateTime.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        10 => DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };

    /// <summary>RFC 3339, with an offset: 2020-08-14T09:00:00Z.</summary>
    public static void Timestamp(string time, string field, Violations found)
    {
        if (time.Length > 0 && !Timestamps.TryParse(time, out _))
        {
            found.Add(field, $"'{Shown(time)}' is not a time: write 2020-08-14T09:00:00Z (RFC 3339, with Z or an offset)");
        }
    }

    public static void Country(string country, string field, Violations found)
    {
        if (country.Length > 0 && !(country.Length == 2 && char.IsAsciiLetterUpper(country[0]) && char.IsAsciiLetterUpper(country[1])))
        {
            found.Add(field, $"'{Shown(country)}' is not a country: use two capital letters (ISO 3166-1 alpha-2), for example CN");
        }
    }

    public static void Popularity(double popularity, string field, Violations found)
    {
        if (double.IsNaN(popularity) || double.IsInfinity(popularity) || popularity < 0)
        {
            found.Add(field, $"{popularity.ToString(CultureInfo.InvariantCulture)} is not a popularity: use a number from 0");
        }
    }

    public static void Url(string url, string field, Violations found)
    {
        if (url.Length > 0 && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !url.StartsWith('/'))
        {
            found.Add(field, $"'{Shown(url)}' is not an address: use http://…, https://… or a path that starts with /");
        }
    }

    private static string Shown(string text)
    {
        var clean = new string([.. text.Take(60).Select(c => char.IsControl(c) ? ' ' : c)]);
        return text.Length > 60 ? clean + "…" : clean;
    }
}
