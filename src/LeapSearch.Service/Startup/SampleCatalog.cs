using LeapSearch.Contracts;
using LeapSearch.Import;
using LeapSearch.V1;

namespace LeapSearch.Service.Startup;

/// <summary>Fills an empty data folder from the sample catalogue, so that a fresh checkout serves something at its first start.</summary>
internal static class SampleCatalog
{
    /// <summary>Indexes the sample when there is no generation yet and the sample is there; else does nothing.</summary>
    /// <param name="catalog">The open catalogue.</param>
    /// <param name="folder">The sample's folder.</param>
    /// <param name="log">Where the work is told.</param>
    /// <param name="cancellationToken">Ends the work; the folder stays empty then.</param>
    /// <exception cref="ImportException">A file of the sample is broken; the message names it and the line.</exception>
    public static async Task FillAsync(ILeapSearch catalog, string folder, ILogger log, CancellationToken cancellationToken)
    {
        var status = await catalog.GetStatusAsync(new GetStatusRequest(), cancellationToken);
        if (status.Generation.Length > 0 || !Folders.HasSample(folder))
        {
            return;
        }

        log.LogInformation("The data folder is empty: indexing the sample catalogue in {Folder}", folder);
        var reader = new DocumentReader(ImportSources.Find([folder]), new ImportOptions { MaxBadShare = 0 });
        ReindexSummary? summary = null;
        var requests = ReindexRequests.FromAsync(reader, new ReindexOptions(), cancellationToken);
        await foreach (var progress in catalog.ReindexAsync(requests, cancellationToken).WithCancellation(cancellationToken))
        {
            summary = progress.Summary ?? summary;
        }

        log.LogInformation("Indexed {Documents} documents of the sample in {Seconds:0.0} s", reader.Documents, summary?.Seconds ?? 0);
    }
}
