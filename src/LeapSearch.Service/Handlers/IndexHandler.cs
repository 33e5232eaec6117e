using Grpc.Core;
using LeapSearch.Service.Calls;
using LeapSearch.Service.Startup;
using LeapSearch.V1;

namespace LeapSearch.Service.Handlers;

/// <summary>IndexService on the wire; the catalogue does the work. Calls that it has not yet are UNIMPLEMENTED by the generated base.</summary>
internal sealed class IndexHandler(CatalogHost catalog) : IndexService.IndexServiceBase
{
    /// <inheritdoc/>
    public override Task<WriteDocumentsResponse> WriteDocuments(WriteDocumentsRequest request, ServerCallContext context)
        => catalog.Ready.WriteDocumentsAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context)
        => catalog.Opened.GetStatusAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<RollbackResponse> Rollback(RollbackRequest request, ServerCallContext context)
        => catalog.Ready.RollbackAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override async Task Export(ExportRequest request, IServerStreamWriter<ExportResponse> responseStream, ServerCallContext context)
    {
        var token = CallScope.TokenOf(context);
        await foreach (var part in catalog.Ready.ExportAsync(request, token))
        {
            await responseStream.WriteAsync(part, token);
        }
    }

    /// <summary>Each batch is answered in order when it is durable; a batch that fails ends the stream with its error.</summary>
    public override async Task StreamDocuments(
        IAsyncStreamReader<StreamDocumentsRequest> requestStream, IServerStreamWriter<StreamDocumentsResponse> responseStream, ServerCallContext context)
    {
        var token = CallScope.TokenOf(context);
        await foreach (var batch in requestStream.ReadAllAsync(token))
        {
            var write = new WriteDocumentsRequest { Documents = { batch.Documents }, Deletes = { batch.Deletes } };
            var written = await catalog.Ready.WriteDocumentsAsync(write, token);
            await responseStream.WriteAsync(new StreamDocumentsResponse { Sequence = written.Sequence }, token);
        }
    }

    /// <inheritdoc/>
    public override async Task Reindex(
        IAsyncStreamReader<ReindexRequest> requestStream, IServerStreamWriter<ReindexResponse> responseStream, ServerCallContext context)
    {
        var token = CallScope.TokenOf(context);
        await foreach (var progress in catalog.Ready.ReindexAsync(requestStream.ReadAllAsync(token), token).WithCancellation(token))
        {
            await responseStream.WriteAsync(progress, token);
        }
    }
}
