using LeapSearch.Cli.Consoles;
using LeapSearch.Import;

namespace LeapSearch.Cli.Commands;

/// <summary>Tells bad lines of an import as they are met, and counts those beyond what anyone reads.</summary>
internal sealed class BadLines(CliConsole console)
{
    private const int MostTold = 20;

    private long count;

    /// <summary>Import options that tell bad lines here.</summary>
    /// <param name="maxBad">The share allowed; null for the default.</param>
    public ImportOptions Options(double? maxBad)
    {
        var options = new ImportOptions { OnBadLine = Tell, StandardInput = console.Input };
        return maxBad is { } share ? options with { MaxBadShare = share } : options;
    }

    /// <summary>Tells how many were not told.</summary>
    public void TellRest()
    {
        if (count > MostTold)
        {
            console.Tell($"and {count - MostTold:N0} more bad lines");
        }
    }

    private void Tell(ImportError error)
    {
        if (++count <= MostTold)
        {
            console.Tell($"left out: {error}");
        }
    }
}
