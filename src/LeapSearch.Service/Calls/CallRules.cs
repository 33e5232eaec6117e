using LeapSearch.Service.Options;
using LeapSearch.V1;

namespace LeapSearch.Service.Calls;

/// <summary>What bounds apply to which call.</summary>
internal static class CallRules
{
    private static readonly string Write = FullName(IndexService.Descriptor, nameof(IndexService.IndexServiceBase.WriteDocuments));
    private static readonly string Rollback = FullName(IndexService.Descriptor, nameof(IndexService.IndexServiceBase.Rollback));

    /// <summary>
    /// Whether the interceptor keeps away. Health has nothing to bound, and tells its watchers NOT_SERVING before it ends them by itself when
    /// the service ends.
    /// </summary>
    public static bool Skips(string method) => method.StartsWith("/grpc.health.", StringComparison.Ordinal);

    /// <summary>The longest time a unary call may take.</summary>
    public static TimeSpan Longest(string method, ServiceOptions options)
        => method == Write || method == Rollback ? options.WriteDeadline : options.ReadDeadline;

    private static string FullName(Google.Protobuf.Reflection.ServiceDescriptor service, string method) => $"/{service.FullName}/{method}";
}
