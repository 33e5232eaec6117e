using LeapSearch.Contracts;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// How much each signal counts: the one place. Fitted on judgements (docs/relevance.md, "Related films", tells how); what the judgements
/// cannot tell, since nearly all their films are from one country and have no languages or writers, is set beside what they can.
/// </summary>
internal static class SignalWeights
{
    /// <summary>A request's factor is at most this.</summary>
    public const double MaxFactor = 100;

    private static readonly (Signal Signal, float Weight)[] Fitted =
    [
        (Signal.Director, 1.5f),
        (Signal.Cast, 3.6f),
        (Signal.Writer, 0.8f),
        (Signal.Genre, 4.4f),
        (Signal.Keyword, 1.5f),
        (Signal.Country, 1.2f),
        (Signal.Language, 0.2f),
        (Signal.Year, 2.8f),
        (Signal.Synopsis, 1.2f),
        (Signal.Family, 0.5f),
        (Signal.Popularity, 3.4f),
    ];

    private static readonly Dictionary<string, Signal> Names =
        Enum.GetValues<Signal>().ToDictionary(s => s.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>As fitted.</summary>
    public static Signals Default
    {
        get
        {
            var weights = new Signals();
            foreach (var (signal, weight) in Fitted)
            {
                weights[signal] = weight;
            }

            return weights;
        }
    }

    /// <summary>The fitted weights times a request's factors.</summary>
    /// <exception cref="LeapSearchException">INVALID_ARGUMENT naming the factor.</exception>
    public static Signals Times(IEnumerable<KeyValuePair<string, double>> factors)
    {
        var weights = Default;
        foreach (var (name, factor) in factors)
        {
            var field = $"weights[{name}]";
            if (!Names.TryGetValue(name, out var signal))
            {
                throw LeapSearchException.InvalidArgument(field, $"{field}: there is no signal '{name}'; the signals are {string.Join(", ", Names.Keys)}.");
            }

            // Written so that NaN fails as well.
            if (!(factor >= 0 && factor <= MaxFactor))
            {
                throw LeapSearchException.InvalidArgument(field, $"{field} is {factor}; use 0 (off) to {MaxFactor}, 1 as fitted.");
            }

            weights[signal] *= (float)factor;
        }

        return weights;
    }
}
