using LeapSearch.Benchmarks.Quality;

if (args is [QualityCommand.Name, .. var quality])
{
    return QualityCommand.Run(quality);
}

Console.Error.WriteLine("quality …");
return 2;
