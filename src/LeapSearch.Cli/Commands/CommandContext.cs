using LeapSearch.Cli.Connections;
using LeapSearch.Cli.Consoles;

namespace LeapSearch.Cli.Commands;

/// <summary>What every command works with.</summary>
internal sealed record CommandContext(CliConsole Console, Connection Connection);
