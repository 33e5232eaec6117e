using System.Diagnostics;

namespace LeapSearch.Testing;

/// <summary>Runs another program and takes what it says.</summary>
public static class Processes
{
    /// <summary>The folder of the client checks.</summary>
    public static string Clients { get; } = Path.Combine(Repository.Root, "tests", "clients");

    /// <summary>The folder of the published protos.</summary>
    public static string Protos { get; } = Path.Combine(Repository.Root, "protos");

    /// <summary>A program that npm installed there.</summary>
    public static string Npm(string program) => Path.Combine(Clients, "node_modules", ".bin", program);

    /// <summary>Runs a program in the folder of the client checks to its end.</summary>
    /// <returns>Its standard output.</returns>
    /// <exception cref="InvalidOperationException">It did not exit with 0; says what it printed.</exception>
    /// <exception cref="TimeoutException">It did not end in 90 s, and was killed.</exception>
    public static async Task<string> RunAsync(string program, params string[] args)
    {
        var (exitCode, output, error) = await TryRunAsync(program, args);
        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} exited with {exitCode}:\n{output}\n{error}");
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> TryRunAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Clients,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end in 90 s.");
        }

        return (process.ExitCode, await output, await error);
    }
}
