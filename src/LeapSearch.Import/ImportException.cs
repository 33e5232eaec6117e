namespace LeapSearch.Import;

/// <summary>The sources cannot be imported: nothing read from them may be made live.</summary>
public sealed class ImportException : Exception
{
    /// <summary>An import that failed.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="errors">The lines at fault that are remembered; empty where the message says it all.</param>
    /// <param name="inner">The cause.</param>
    public ImportException(string message, IReadOnlyList<ImportError>? errors = null, Exception? inner = null)
        : base(message, inner)
        => Errors = errors ?? [];

    /// <summary>The lines at fault that are remembered.</summary>
    public IReadOnlyList<ImportError> Errors { get; }

    internal static ImportException Of(ImportError error, Exception? inner = null) => new(error.ToString(), [error], inner);
}
