using LeapSearch.Cli.Connections;
using LeapSearch.Cli.Consoles;

namespace LeapSearch.Cli.Tests.Harness;

/// <summary>The command with a console of a test.</summary>
internal sealed class TheCommand
{
    private readonly CatalogDoors doors;

    private TheCommand(CatalogDoors doors) => this.doors = doors;

    /// <summary>On real folders and services.</summary>
    public static TheCommand Real { get; } = new(new CatalogDoors());

    public bool OnATerminal { get; init; }

    public byte[] Input { get; init; } = [];

    /// <summary>On a catalogue of the test, wherever it is looked for.</summary>
    public static TheCommand On(FakeLeapSearch fake) => With(new CatalogDoors
    {
        Folder = (options, _) =>
        {
            fake.Opened.Add($"folder {options.DataDir}{(options.ReadOnly ? " to read" : "")}{(options.Scorer == "impacts" ? "" : $" with {options.Scorer}")}");
            return Task.FromResult<Contracts.ILeapSearch>(fake);
        },
        Service = address =>
        {
            fake.Opened.Add($"service {address}");
            return fake;
        },
        HolderAddress = _ => null,
    });

    public static TheCommand With(CatalogDoors doors) => new(doors);

    public TheCommand Typing(byte[] input) => new(doors) { Input = input };

    public TheCommand Watched() => new(doors) { OnATerminal = true };

    public async Task<CliRun> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new CliConsole(output, error, new MemoryStream(Input), OnATerminal, OnATerminal);
        var code = await CommandLine.RunAsync(args, console, doors);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
