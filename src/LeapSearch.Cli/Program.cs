using LeapSearch.Cli;
using LeapSearch.Cli.Connections;
using LeapSearch.Cli.Consoles;

return await CommandLine.RunAsync(args, CliConsole.OfProcess(), new CatalogDoors());
