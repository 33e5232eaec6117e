using System.CommandLine;
using System.Globalization;

namespace LeapSearch.Cli.Options;

/// <summary>An option that is a share: <c>5%</c> or <c>0.05</c>.</summary>
internal static class ShareOption
{
    public static Option<double?> Create(string name, string description)
    {
        var option = new Option<double?>(name) { HelpName = "SHARE", Description = description };
        option.CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryParse(text, out var share))
            {
                return share;
            }

            result.AddError($"{name} '{text}' is not a share: write it as 5% or 0.05, from 0% to 100%");
            return null;
        };
        return option;
    }

    /// <summary>Reads a share; a bare number above 1 is none, since 5 might mean either.</summary>
    internal static bool TryParse(string text, out double share)
    {
        var percent = text.EndsWith('%');
        var number = percent ? text[..^1] : text;
        var read = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share);
        share = percent ? share / 100 : share;
        return read && share is >= 0 and <= 1;
    }
}
