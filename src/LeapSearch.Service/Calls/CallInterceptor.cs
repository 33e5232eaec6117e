using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using LeapSearch.Contracts;
using LeapSearch.Service.Errors;
using LeapSearch.Service.Options;

namespace LeapSearch.Service.Calls;

/// <summary>
/// Around every call, on every wire: bounds its time, ends streams when the service ends, and turns exceptions into
/// <c>google.rpc.Status</c>.
/// </summary>
/// <remarks>
/// A handler is raced against the end of its scope instead of trusted to heed its token: an open stream would otherwise hold up the
/// end of the service for the whole shutdown timeout, and a JSON call has no deadline of the framework's.
/// </remarks>
internal sealed class CallInterceptor(
    ServiceOptions options, StreamDrain drain, TimeProvider time, ILogger<CallInterceptor> log) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (CallRules.Skips(context.Method))
        {
            return await continuation(request, context);
        }

        using var scope = new CallScope(context, CallRules.Longest(context.Method, options), CancellationToken.None, time);
        var answer = continuation(request, context);
        await RunAsync(scope, answer, context);
        return await answer;
    }

    /// <inheritdoc/>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
        => throw new NotSupportedException("The contract has no client-streaming call; give one its bounds here.");

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        => StreamAsync(() => continuation(request, responseStream, context), context);

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        => StreamAsync(() => continuation(requestStream, responseStream, context), context);

    private async Task StreamAsync(Func<Task> handler, ServerCallContext context)
    {
        if (CallRules.Skips(context.Method))
        {
            await handler();
            return;
        }

        drain.Enter();
        try
        {
            using var scope = new CallScope(context, longest: null, drain.Draining, time);
            await RunAsync(scope, handler(), context);
        }
        finally
        {
            drain.Leave();
        }
    }

    private async Task RunAsync(CallScope scope, Task handler, ServerCallContext context)
    {
        try
        {
            if (!handler.IsCompleted && await Task.WhenAny(handler, scope.Ended) != handler)
            {
                Forget(handler);
                throw StatusMapper.From(scope.Cause).ToRpcException();
            }

            await handler;
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Map(error, scope, context);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Cancelled && scope.Cause != CallEnd.None)
        {
            throw StatusMapper.From(scope.Cause).ToRpcException();
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unimplemented && error.Status.Detail.Length == 0)
        {
            // The generated base of a call that has no handler yet.
            throw StatusMapper.New(StatusCode.Unimplemented, "UNIMPLEMENTED", $"{context.Method} is not offered by this version.").ToRpcException();
        }
    }

    private RpcException Map(Exception error, CallScope scope, ServerCallContext context)
    {
        if (scope.Cause != CallEnd.None)
        {
            return StatusMapper.From(scope.Cause).ToRpcException();
        }

        switch (error)
        {
            case LeapSearchException known:
                return StatusMapper.From(known).ToRpcException();
            case InvalidProtocolBufferException or InvalidDataException:
                return StatusMapper.Malformed().ToRpcException();
            case OperationCanceledException:
                return StatusMapper.From(CallEnd.Cancelled).ToRpcException();
            case IOException when context.CancellationToken.IsCancellationRequested:
                // "The request stream was aborted": how a caller's reset shows while a message is awaited.
                return StatusMapper.From(CallEnd.Cancelled).ToRpcException();
            default:
                var reference = Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
                log.LogError(error, "{Method} failed: {Reference}", context.Method, reference);
                return StatusMapper.Internal(reference).ToRpcException();
        }
    }

    // What an abandoned handler throws in the end is a consequence of its cancellation; looked at, so that nothing counts it unobserved.
    private static void Forget(Task handler)
        => handler.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
