using System.Globalization;
using System.Net;

namespace LeapSearch.Service.Options;

/// <summary>Option values from their text; a wrong one is a <see cref="UsageException"/> that names its source.</summary>
internal static class OptionValues
{
    public static Uri? Url((string Value, string Source)? given)
    {
        if (given is not { } option)
        {
            return null;
        }

        if (!Uri.TryCreate(option.Value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
        {
            throw Wrong(option, "is no address such as http://127.0.0.1:5080");
        }

        if (url.Scheme == "https")
        {
            throw Wrong(option, "asks for TLS, which a proxy in front has to serve; give an http address");
        }

        if (url.Host != "localhost" && !IPAddress.TryParse(url.Host.Trim('[', ']'), out _))
        {
            throw Wrong(option, "has a host name; give an IP address of this machine, 0.0.0.0, [::] or localhost");
        }

        return url;
    }

    public static string? OneOf((string Value, string Source)? given, string first, string second)
    {
        if (given is not { } option)
        {
            return null;
        }

        return option.Value == first || option.Value == second ? option.Value : throw Wrong(option, $"is neither {first} nor {second}");
    }

    public static TimeSpan? Seconds((string Value, string Source)? given, int most)
    {
        if (given is not { } option)
        {
            return null;
        }

        return double.TryParse(option.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong(option, $"is no number of seconds above 0 and up to {most}");
    }

    public static int? Count((string Value, string Source)? given, int most)
    {
        if (given is not { } option)
        {
            return null;
        }

        return int.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= most
            ? count
            : throw Wrong(option, $"is no whole number from 1 to {most}");
    }

    public static IReadOnlyList<string> Origins((string Value, string Source)? given)
    {
        if (given is not { } option)
        {
            return [];
        }

        var origins = option.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var origin in origins)
        {
            // Only exact origins: "*" would open the catalogue's writes to every page that a browser on this network shows.
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
                || url.GetLeftPart(UriPartial.Authority) != origin)
            {
                throw Wrong((origin, option.Source), "is no origin such as https://example.org");
            }
        }

        return origins;
    }

    private static UsageException Wrong((string Value, string Source) option, string what) => new($"{option.Source}: '{option.Value}' {what}");
}
