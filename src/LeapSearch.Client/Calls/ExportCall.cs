using System.Runtime.CompilerServices;
using Grpc.Core;
using LeapSearch.V1;

namespace LeapSearch.Client.Calls;

/// <summary>An export as a stream of its messages.</summary>
internal static class ExportCall
{
    public static async IAsyncEnumerable<ExportResponse> RunAsync(
        IndexService.IndexServiceClient index, ExportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = index.Export(request, new CallOptions(cancellationToken: cancellationToken));
        while (await MoveNextAsync(call, cancellationToken).ConfigureAwait(false))
        {
            yield return call.ResponseStream.Current;
        }
    }

    private static async Task<bool> MoveNextAsync(AsyncServerStreamingCall<ExportResponse> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            throw Errors.From(error, cancellationToken);
        }
    }
}
