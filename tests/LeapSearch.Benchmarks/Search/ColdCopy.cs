using System.Diagnostics;
using System.Globalization;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// A copy of a folder whose pages the system no longer holds. A copy, since pages that somebody has mapped cannot be dropped, and a mapping goes
/// only with the collector. <see cref="BytesRead"/> tells whether the disk was read.
/// </summary>
internal static class ColdCopy
{
    /// <summary>What this process had the disk read, through calls and through mapped pages alike.</summary>
    public static long BytesRead => long.Parse(File.ReadLines("/proc/self/io").Single(l => l.StartsWith("read_bytes:", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);

    public static void Make(string folder, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (var path in Directory.GetFiles(folder))
        {
            var to = Path.Combine(copy, Path.GetFileName(path));
            File.Copy(path, to);
            using (var file = File.OpenHandle(to, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(file);
            }

            // With nothing to copy, dd asks for posix_fadvise(POSIX_FADV_DONTNEED) of the whole file.
            using var dd = Process.Start(new ProcessStartInfo("dd", [$"if={to}", "iflag=nocache", "count=0", "status=none"]))!;
            dd.WaitForExit();
            if (dd.ExitCode != 0)
            {
                throw new IOException($"dd could not drop the pages of {to}.");
            }
        }
    }
}
