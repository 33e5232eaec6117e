using System.Globalization;
using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>The status as far as the data folder knows it.</summary>
internal static class StatusReport
{
    /// <summary>The status of the generation that is open; where a swap closes it meanwhile, its successor is asked.</summary>
    public static GetStatusResponse Of(DataFolder folder, Func<IOpenGeneration?> current, IndexState state, string failure, DateTimeOffset openedAt)
    {
        while (true)
        {
            var open = current();
            try
            {
                return Of(folder, open, state, failure, openedAt);
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(open, current()))
            {
            }
        }
    }

    private static GetStatusResponse Of(DataFolder folder, IOpenGeneration? open, IndexState state, string failure, DateTimeOffset openedAt)
    {
        var status = new GetStatusResponse
        {
            State = state,
            Message = failure,
            OpenedAt = Rfc3339(openedAt),
        };
        foreach (var generation in folder.Generations())
        {
            status.Generations.Add(new GenerationStatus
            {
                Generation = generation.Name,
                StoreBytes = generation.StoreBytes(),
                IndexBytes = generation.IndexBytes(),
                CreatedAt = Rfc3339(generation.CreatedAt),
                Live = generation == open?.Folder,
            });
        }

        if (open is null)
        {
            return status;
        }

        status.Generation = open.Folder.Name;
        status.DurableSequence = open.Store.LastSequence;
        status.SearchableSequence = Math.Max(0, open.Snapshots.Sequence);
        status.CommittedSequence = Math.Max(0, open.CommittedSequence);
        status.Message = string.Join(' ', new[] { failure, open.Message }.Where(m => m.Length > 0));
        if (state == IndexState.Rebuilding)
        {
            (status.RebuildDone, status.RebuildTotal) = open.Build;
        }

        foreach (var (type, count) in open.Store.CountsByType().OrderBy(c => c.Key))
        {
            status.Counts.Add(new TypeCount { Type = (DocumentType)type, Count = count });
        }

        return status;
    }

    private static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
