using System.Reflection;
using LeapSearch.Service.Options;

namespace LeapSearch.Service.Startup;

/// <summary>The program: options, start, wait, stop, exit code.</summary>
internal static class ServiceProgram
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs the service until it is told to stop.</summary>
    /// <returns>0 when it ended as asked, 1 when it could not start, 2 when its options are wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.Out.Write(ServiceOptionsReader.Help);
            return Done;
        }

        if (args is ["--version"])
        {
            Console.Out.WriteLine(Version);
            return Done;
        }

        RunningService service;
        try
        {
            service = RunningService.Create(args);
        }
        catch (Exception error) when (error is UsageException or InvalidDataException)
        {
            return Tell(error.Message, WrongUsage);
        }

        await using (service)
        {
            try
            {
                await service.StartAsync();
            }
            catch (StartException error)
            {
                return Tell(error.Message, Failed);
            }
            catch (OperationCanceledException)
            {
                // Told to stop while starting.
                return Done;
            }

            await service.WaitForShutdownAsync();
        }

        return Done;
    }

    private static string Version
        => typeof(ServiceProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static int Tell(string message, int exitCode)
    {
        Console.Error.WriteLine($"leapsearch service: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
