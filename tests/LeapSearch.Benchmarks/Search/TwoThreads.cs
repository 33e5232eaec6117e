using System.Diagnostics;

namespace LeapSearch.Benchmarks.Search;

/// <summary>Two works, each alone and both at once; of the rounds the best count, since other programs only ever take time away.</summary>
internal sealed class TwoThreads
{
    private const double LeastMilliseconds = 50;

    private readonly (Action Work, int Times)[] works;
    private readonly double[] alone = [double.MaxValue, double.MaxValue];
    private readonly List<double[]> together = [];

    public TwoThreads(params Action[] works)
    {
        // The first warms up, the second tells how often the work is to be done for a time that can be measured.
        Array.ForEach(works, w => w());
        this.works = [.. works.Select(w => (w, Math.Max(1, (int)Math.Ceiling(LeastMilliseconds / Milliseconds((w, 1))))))];
    }

    /// <summary>A loop on each thread that shares nothing with the other: what the processors give.</summary>
    public static TwoThreads OfLoops() => new(Spin, Spin);

    /// <summary>The sum of both rates, each as a part of its rate alone: 2 where neither is in the other's way.</summary>
    public double Scaling => together.Max(t => (alone[0] / t[0]) + (alone[1] / t[1]));

    public void Measure()
    {
        for (var i = 0; i < works.Length; i++)
        {
            alone[i] = Math.Min(alone[i], Milliseconds(works[i]));
        }

        together.Add(Together());
    }

    /// <summary>Each thread goes on until both have been timed: neither is ever timed alone.</summary>
    private double[] Together()
    {
        using var start = new Barrier(works.Length);
        var (times, left) = (new double[works.Length], works.Length);
        var threads = works.Select((work, i) => new Thread(() =>
        {
            start.SignalAndWait();
            times[i] = Milliseconds(work);
            Interlocked.Decrement(ref left);
            while (Volatile.Read(ref left) > 0)
            {
                work.Work();
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        return times;
    }

    private static double Milliseconds((Action Work, int Times) work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < work.Times; i++)
        {
            work.Work();
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>About a millisecond of work in registers.</summary>
    private static void Spin()
    {
        var value = (ulong)Environment.CurrentManagedThreadId;
        for (var i = 0; i < 500_000; i++)
        {
            value ^= value << 13;
            value ^= value >> 7;
            value ^= value << 17;
        }

        GC.KeepAlive(value);
    }
}
