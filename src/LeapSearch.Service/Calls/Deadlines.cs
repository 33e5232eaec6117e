using System.Globalization;
using Grpc.Core;

namespace LeapSearch.Service.Calls;

/// <summary>How long a call may take: the lesser of what its caller asks for and what the service allows.</summary>
internal static class Deadlines
{
    private const string Header = "grpc-timeout";

    /// <summary>The time left, or null for no bound.</summary>
    /// <param name="context">The call.</param>
    /// <param name="longest">What the service allows, or null for no bound.</param>
    /// <param name="time">The clock.</param>
    public static TimeSpan? Remaining(ServerCallContext context, TimeSpan? longest, TimeProvider time)
    {
        TimeSpan? asked = null;
        if (context.Deadline != DateTime.MaxValue)
        {
            asked = context.Deadline - time.GetUtcNow().UtcDateTime;
        }
        else if (context.RequestHeaders.GetValue(Header) is { } header)
        {
            // JSON calls: the framework reads the header for gRPC only.
            asked = Parse(header);
        }

        var least = asked is { } a && longest is { } l ? (a < l ? a : l) : asked ?? longest;
        return least is { } t && t < TimeSpan.Zero ? TimeSpan.Zero : least;
    }

    /// <summary>
    /// The time of a <c>grpc-timeout</c> header: one to eight digits and a unit, H M S m u n. Null where it is anything else, as the
    /// framework ignores such headers in gRPC calls.
    /// </summary>
    public static TimeSpan? Parse(string header)
    {
        if (header.Length is < 2 or > 9
            || !long.TryParse(header.AsSpan(0, header.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return header[^1] switch
        {
            'H' => Bounded(value, TimeSpan.TicksPerHour),
            'M' => Bounded(value, TimeSpan.TicksPerMinute),
            'S' => Bounded(value, TimeSpan.TicksPerSecond),
            'm' => Bounded(value, TimeSpan.TicksPerMillisecond),
            'u' => Bounded(value, TimeSpan.TicksPerMicrosecond),
            'n' => TimeSpan.FromTicks(value / TimeSpan.NanosecondsPerTick),
            _ => null,
        };
    }

    // Timers take at most 49 days; nothing here runs as long.
    private static TimeSpan Bounded(long value, long ticks)
        => value > TimeSpan.TicksPerDay / ticks ? TimeSpan.FromDays(1) : TimeSpan.FromTicks(value * ticks);
}
