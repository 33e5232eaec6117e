namespace LeapSearch.Benchmarks.Search;

/// <summary>Answers queries of the benchmark: the ten best.</summary>
internal interface IContestant : IDisposable
{
    string Name { get; }

    /// <summary>Answers a query, within a group of documents (<see cref="SearchIndex.Groups"/>) or all; returns the scores found, best first, where they are told.</summary>
    float[] Search(string kind, string text, string? group, bool withScores);
}
