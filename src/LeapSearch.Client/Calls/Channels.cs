using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;

namespace LeapSearch.Client.Calls;

/// <summary>Opens the channel: connections, retries, balancing over several addresses.</summary>
internal static class Channels
{
    public static GrpcChannel Open(LeapSearchClientOptions options)
    {
        if (options.Addresses.Count == 0)
        {
            throw new ArgumentException("There is no address.", nameof(options));
        }

        if (options.Addresses.FirstOrDefault(a => !a.IsAbsoluteUri || a.Scheme is not ("http" or "https")) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' is no address such as http://127.0.0.1:5081.", nameof(options));
        }

        if (options.Addresses.Select(a => a.Scheme).Distinct().Count() > 1)
        {
            throw new ArgumentException("The addresses are partly http and partly https.", nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ReadDeadline, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.WriteDeadline, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxAttempts, 5);

        var channel = new GrpcChannelOptions
        {
            MaxReceiveMessageSize = options.MaxReceiveBytes,
            ServiceConfig = Config(options),
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                // A connection carries 100 calls at a time; without this further ones would wait.
                EnableMultipleHttp2Connections = true,
                KeepAlivePingDelay = options.KeepAlivePingDelay,
                KeepAlivePingTimeout = options.KeepAlivePingTimeout,
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                ConnectTimeout = TimeSpan.FromSeconds(5),
            },
        };
        if (options.Addresses.Count == 1)
        {
            return GrpcChannel.ForAddress(options.Addresses[0], channel);
        }

        channel.Credentials = options.Addresses[0].Scheme == "https" ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
        channel.ServiceProvider = new Resolvers(new StaticResolverFactory(
            _ => options.Addresses.Select(a => new BalancerAddress(a.Host, a.Port))));
        return GrpcChannel.ForAddress("static:///leapsearch", channel);
    }

    private static ServiceConfig Config(LeapSearchClientOptions options)
    {
        var method = new MethodConfig { Names = { MethodName.Default } };
        if (options.MaxAttempts > 1)
        {
            method.RetryPolicy = new RetryPolicy
            {
                MaxAttempts = options.MaxAttempts,
                InitialBackoff = options.InitialBackoff,
                MaxBackoff = TimeSpan.FromSeconds(2),
                BackoffMultiplier = 2,
                RetryableStatusCodes = { StatusCode.Unavailable },
            };
        }

        var config = new ServiceConfig
        {
            MethodConfigs = { method },

            // When about half of all calls fail, retries stop: they would only add to the load.
            RetryThrottling = new RetryThrottlingPolicy { MaxTokens = 20, TokenRatio = 0.5 },
        };
        if (options.Addresses.Count > 1)
        {
            config.LoadBalancingConfigs.Add(new RoundRobinConfig());
        }

        return config;
    }

    /// <summary>The one service that a channel asks its provider for: which resolvers there are.</summary>
    private sealed class Resolvers(ResolverFactory factory) : IServiceProvider
    {
        public object? GetService(Type serviceType)
            => serviceType == typeof(IEnumerable<ResolverFactory>) ? new[] { factory } : null;
    }
}
