using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.Store;

namespace LeapSearch.Catalog.Generations;

/// <summary>What the store's errors are to callers of the contract.</summary>
internal static class StoreFailures
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    public static LeapSearchException ToContract(StoreException e) => e.Error switch
    {
        StoreError.Held => new(StatusCode.FailedPrecondition, DataFolders.HeldReason, e.Message, inner: e),
        StoreError.Missing or StoreError.Format => new(StatusCode.FailedPrecondition, "STORE_UNREADABLE", e.Message, inner: e),
        StoreError.Damaged => new(StatusCode.DataLoss, "STORE_DAMAGED", e.Message, inner: e),
        StoreError.Full => new(StatusCode.ResourceExhausted, "DISK_FULL", e.Message, retryAfter: Later, inner: e),
        StoreError.Busy => new(StatusCode.Unavailable, "STORE_BUSY", e.Message, retryAfter: Soon, inner: e),
        StoreError.Failed => new(StatusCode.Unavailable, "STORE_FAILED", e.Message, retryAfter: Soon, inner: e),
        _ => new(StatusCode.Unavailable, "STORE_READ_ONLY", e.Message, retryAfter: Later, inner: e),
    };

    /// <summary>Runs a call of the store with its errors as callers know them.</summary>
    public static async Task<T> Translate<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ToContract(e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LeapSearchException(StatusCode.FailedPrecondition, "STORE_UNREADABLE", e.Message, inner: e);
        }
        catch (IOException e)
        {
            throw new LeapSearchException(StatusCode.Unavailable, "STORE_FAILED", e.Message, retryAfter: Soon, inner: e);
        }
    }
}
