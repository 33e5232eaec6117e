namespace LeapSearch.Cli;

/// <summary>What the command tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed; standard error says what and where.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage; nothing was tried.</summary>
    public const int WrongUsage = 2;
}
