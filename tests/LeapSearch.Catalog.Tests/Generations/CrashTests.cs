using System.Diagnostics;
using System.Globalization;
using LeapSearch.Catalog.Generations;
using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;
using static LeapSearch.Catalog.Tests.Generations.Catalogue;

namespace LeapSearch.Catalog.Tests.Generations;

/// <summary>
/// <c>kill -9</c> in the middle of writes and of reindexes, at random moments and at each step of a swap: the next start serves,
/// everything acknowledged is there, nothing is there twice, and store and index agree.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>By document the last version that was acknowledged; a later one that was only tried may be there instead.</summary>
    private readonly Dictionary<string, Change> acknowledged = [];
    private readonly HashSet<(string Id, Change Change)> tried = [];

    private long version = 1;

    public void Dispose() => folder.Dispose();

    [NeedsFact("/proc/self")]
    public async Task NothingAcknowledgedIsLostWhenWritesAreKilled()
    {
        var random = TestSeed.New(output);
        for (var kill = 0; kill < TestTier.Pick(1, 20, 200); kill++)
        {
            await KillAndCheckAsync(sources: 0, null, random.Next(5, 600));
        }
    }

    [NeedsFact("/proc/self")]
    public async Task NothingAcknowledgedIsLostWhenAReindexIsKilled()
    {
        var random = TestSeed.New(output);
        var steps = Enum.GetValues<SwapStep>();
        for (var kill = 0; kill < TestTier.Pick(3, 28, 210); kill++)
        {
            // In the quick tier the three moments around the swap; then all of them, and as many at random times.
            SwapStep? step = TestTier.Name == "quick" ? steps[(int)SwapStep.WritersHeld + kill] : kill % 2 == 0 ? steps[kill / 2 % steps.Length] : null;
            await KillAndCheckAsync(sources: 400, step, random.Next(5, 2500));
        }
    }

    [NeedsFact("/proc/self")]
    public async Task ASecondProcessIsRefusedAndAKilledOneLeavesNoLock()
    {
        using (var holder = Start("hold", folder.Path))
        {
            Assert.Equal("ready", await holder.StandardOutput.ReadLineAsync());
            for (var i = 0; i < TestTier.Pick(10, 100, 100); i++)
            {
                var error = await Assert.ThrowsAsync<LeapSearchException>(() => OpenAsync(folder.Path));
                Assert.Equal("DATA_FOLDER_HELD", error.Reason);
                Assert.Contains($"process {holder.Id}", error.Message);
            }

            holder.Kill();
            await holder.WaitForExitAsync();
        }

        await using var host = await OpenAsync(folder.Path);
    }

    private async Task KillAndCheckAsync(int sources, SwapStep? step, int milliseconds)
    {
        var before = acknowledged.Count;
        var acknowledgements = 0;
        using (var process = Start(
            ["write", folder.Path, version.ToString(CultureInfo.InvariantCulture), $"{sources}", .. step is null ? [] : new[] { $"{step}" }]))
        {
            var errors = process.StandardError.ReadToEndAsync();
            Assert.True(await process.StandardOutput.ReadLineAsync() == "ready", await FailureOf(process, errors));
            var kill = step is null ? KillAfterAsync(process, milliseconds) : Task.CompletedTask;
            while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit) is { } line)
            {
                acknowledgements += Note(line) ? 1 : 0;
            }

            await kill;
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 128 + 9, $"exit code {process.ExitCode}: {await errors}");
        }

        output.WriteLine($"killed {(step is null ? $"after {milliseconds} ms" : $"at {step}")}: {acknowledgements} acknowledgements, {acknowledged.Count - before} new documents");
        await CheckAsync();
    }

    private async Task CheckAsync()
    {
        await using (var host = await OpenAsync(folder.Path))
        {
            await host.LevelAsync();
            if (acknowledged.Count > 0)
            {
                Assert.Equal(IndexState.Serving, host.State);
                var stored = host.Stored();
                Assert.Equal(stored, host.Indexed());
                foreach (var (id, last) in acknowledged)
                {
                    var found = stored.TryGetValue($"1:{id}", out var document)
                        ? new Change(long.Parse(document.Film.Title, CultureInfo.InvariantCulture), false)
                        : (Change?)null;
                    var laterDeletion = last.Deletes || tried.Any(t => t.Id == id && t.Change.Deletes && t.Change.Version > last.Version);
                    Assert.True(
                        found is not { } there ? laterDeletion : there == last || (there.Version > last.Version && tried.Contains((id, there))),
                        $"{id}: acknowledged {last}, found {found?.ToString() ?? "nothing"}");
                }
            }

            Assert.Empty(Directory.GetFiles(folder.Path, "BUILDING", SearchOption.AllDirectories));
            Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
        }

        await using (var host = await OpenAsync(folder.Path))
        {
            Assert.Empty(await host.VerifyAsync());
        }
    }

    private bool Note(string line)
    {
        var tried = line.StartsWith("try ", StringComparison.Ordinal);
        var parts = (tried ? line[4..] : line).Split(' ');
        if (parts is not ["put" or "del", var id, var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return false;
        }

        var change = new Change(version, parts[0] == "del");
        this.version = Math.Max(this.version, version + 1);
        if (tried)
        {
            this.tried.Add((id, change));
        }
        else if (version >= acknowledged.GetValueOrDefault(id).Version)
        {
            acknowledged[id] = change;
        }

        return !tried;
    }

    private static async Task KillAfterAsync(Process process, int milliseconds)
    {
        await Task.Delay(milliseconds);
        process.Kill();
    }

    private static async Task<string> FailureOf(Process process, Task<string> errors)
    {
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(100));
        return process.HasExited ? await errors : "";
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(CrashHost).Assembly.Location);
        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }

    private readonly record struct Change(long Version, bool Deletes);
}
