using System.Diagnostics;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>Runs another program and takes what it says.</summary>
internal static class Processes
{
    /// <summary>The folder of the client checks.</summary>
    public static string Clients { get; } = Path.Combine(Repository.Root, "tests", "clients");

    /// <summary>The folder of the published protos.</summary>
    public static string Protos { get; } = Path.Combine(Repository.Root, "protos");

    /// <summary>A program that npm installed there.</summary>
    public static string Npm(string program) => Path.Combine(Clients, "node_modules", ".bin", program);

    /// <summary>Runs a program to its end; fails the test unless it exits with 0.</summary>
    /// <returns>Its standard output.</returns>
    public static async Task<string> RunAsync(string program, params string[] args)
    {
        var (exitCode, output, error) = await TryRunAsync(program, args);
        Assert.True(exitCode == 0, $"{program} exited with {exitCode}:\n{output}\n{error}");
        return output;
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
