using System.Globalization;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>What a reindex was asked to do, checked.</summary>
/// <param name="AsOf">Documents written live after this are kept over the sources' versions.</param>
/// <param name="ReplaceAll">Types that the sources do not have are emptied, not carried over.</param>
/// <param name="DryRun">Compares only.</param>
/// <param name="MaxVanish">The largest part of a sent type's live documents that may vanish.</param>
/// <param name="Rebuild">The documents are those already stored.</param>
internal sealed record ReindexPlan(DateTimeOffset AsOf, bool ReplaceAll, bool DryRun, double MaxVanish, bool Rebuild)
{
    private const double DefaultMaxVanish = 0.05;

    public static ReindexPlan Of(ReindexOptions options, DateTimeOffset now)
    {
        var asOf = now;
        if (options.AsOf.Length > 0
            && !DateTimeOffset.TryParse(options.AsOf, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out asOf))
        {
            throw LeapSearchException.InvalidArgument("options.as_of", $"'{options.AsOf}' is no RFC 3339 time.");
        }

        var vanish = options.HasMaxVanish ? options.MaxVanish : DefaultMaxVanish;
        if (vanish is not (>= 0 and <= 1))
        {
            throw LeapSearchException.InvalidArgument("options.max_vanish", $"{vanish.ToString(CultureInfo.InvariantCulture)} is not from 0 to 1.");
        }

        return new ReindexPlan(asOf, options.ReplaceAll, options.DryRun, vanish, options.Rebuild);
    }
}
