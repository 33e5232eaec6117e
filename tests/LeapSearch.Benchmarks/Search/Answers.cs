namespace LeapSearch.Benchmarks.Search;

/// <summary>Compares answers before they are timed: ratios would mean nothing if they differed.</summary>
internal static class Answers
{
    /// <exception cref="InvalidOperationException">Two contestants found other scores. Those of fuzzy words are each engine's own and not compared.</exception>
    public static void Check(IContestant ours, IContestant theirs, Dictionary<string, string[]> queries, string? group)
    {
        foreach (var kind in SearchQueries.Kinds.Where(k => !k.StartsWith("fuzzy", StringComparison.Ordinal)))
        {
            foreach (var text in queries[kind])
            {
                var (found, expected) = (ours.Search(kind, text, group, withScores: true), theirs.Search(kind, text, group, withScores: true));
                if (found.Length != expected.Length || found.Zip(expected).Any(p => Math.Abs(p.First - p.Second) > 1e-5 * Math.Max(1, p.Second)))
                {
                    throw new InvalidOperationException($"{kind} '{text}' in {group ?? "all"}: {string.Join(' ', found)} instead of {string.Join(' ', expected)}");
                }
            }
        }
    }
}
