using Grpc.Core;

namespace LeapSearch.Client.Calls;

/// <summary>One unary call with its deadline, and its errors as the contract's.</summary>
internal static class UnaryCall
{
    public static async Task<TResponse> RunAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method, TRequest request, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            using var call = method(request, new CallOptions(deadline: DateTime.UtcNow + deadline, cancellationToken: cancellationToken));
            return await call.ResponseAsync.ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            throw Errors.From(error, cancellationToken);
        }
    }
}
