using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Grpc.Core;
using LeapSearch.V1;

namespace LeapSearch.Client.Calls;

/// <summary>A reindex over one duplex stream: documents go out as the service takes them, progress comes back as it is made.</summary>
internal sealed class ReindexCall : IDisposable
{
    private readonly CancellationTokenSource sending;
    private readonly AsyncDuplexStreamingCall<ReindexRequest, ReindexResponse> call;
    private volatile ExceptionDispatchInfo? sourceError;

    private ReindexCall(IndexService.IndexServiceClient index, CancellationToken cancellationToken)
    {
        sending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        call = index.Reindex(new CallOptions(cancellationToken: sending.Token));
    }

    public static async IAsyncEnumerable<ReindexResponse> RunAsync(
        IndexService.IndexServiceClient index, IAsyncEnumerable<ReindexRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reindex = new ReindexCall(index, cancellationToken);
        var sent = reindex.SendAsync(requests);
        try
        {
            while (await reindex.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return reindex.call.ResponseStream.Current;
            }
        }
        finally
        {
            // Abandoned: the service drops the unfinished generation when the stream is cut.
            await reindex.sending.CancelAsync().ConfigureAwait(false);
            await sent.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        call.Dispose();
        sending.Dispose();
    }

    private async Task<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await call.ResponseStream.MoveNext(CancellationToken.None).ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            // When the source of the documents failed, that is the error to tell; the call only ended by it.
            sourceError?.Throw();
            throw Errors.From(error, cancellationToken);
        }
    }

    private async Task SendAsync(IAsyncEnumerable<ReindexRequest> requests)
    {
        try
        {
            await foreach (var request in requests.WithCancellation(sending.Token).ConfigureAwait(false))
            {
                foreach (var part in Batches.Split(request))
                {
                    if (!await TryWriteAsync(part).ConfigureAwait(false))
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception error)
        {
            // The source failed: the service must not take what came so far for the whole.
            sourceError = ExceptionDispatchInfo.Capture(error);
            await sending.CancelAsync().ConfigureAwait(false);
            return;
        }

        await TryWriteAsync(null).ConfigureAwait(false);
    }

    /// <summary>Sends a message, or the end; false when the service has ended the call, whose status comes with the answers.</summary>
    private async Task<bool> TryWriteAsync(ReindexRequest? request)
    {
        try
        {
            await (request is null ? call.RequestStream.CompleteAsync() : call.RequestStream.WriteAsync(request, sending.Token)).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is RpcException or InvalidOperationException or OperationCanceledException)
        {
            return false;
        }
    }
}
