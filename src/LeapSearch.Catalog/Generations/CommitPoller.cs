using LeapSearch.Store;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog.Generations;

/// <summary>In a folder opened to read: goes on to what the process that writes it has committed or swapped in.</summary>
internal static class CommitPoller
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(CatalogHost host, DataFolder folder, CancellationToken cancellationToken)
    {
        var log = host.Options.Logging.CreateLogger("LeapSearch.Catalog.Generations");
        using var timer = new PeriodicTimer(Interval, host.Options.Time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (folder.Current() is { } current && current != host.Current?.Folder)
                {
                    host.Adopt(new CommittedGeneration(current, host.NewIndexer(), host.Options));
                }
                else
                {
                    (host.Current as CommittedGeneration)?.Refresh();
                }
            }
            catch (Exception e)
            {
                // A swap may be under way; the next tick finds it done.
                log.LogWarning(e, "The data folder '{Path}' could not be read.", folder.Path);
            }
        }
    }
}
