namespace LeapSearch.Service.Options;

/// <summary>Reads <see cref="ServiceOptions"/> from the command line, the environment and appsettings.json, and checks them.</summary>
internal static class ServiceOptionsReader
{
    /// <summary>The section of appsettings.json.</summary>
    public const string Section = "LeapSearch";

    /// <summary>Every key with what it means, for <c>--help</c>.</summary>
    private static readonly (string Key, string Value, string Help)[] Keys =
    [
        ("data-dir", "DIR", "the data folder (default: index-data/store)"),
        ("grpc-url", "URL", "where gRPC listens (default: http://127.0.0.1:5081)"),
        ("http-url", "URL", "where the page, gRPC-Web and JSON listen (default: http://127.0.0.1:5080)"),
        ("scorer", "NAME", "impacts or stock"),
        ("reflection", "on|off", "gRPC server reflection (default: on in development only)"),
        ("log-format", "text|json", "the form of log lines (default: text)"),
        ("allowed-origins", "URLS", "origins whose pages may call, by comma (default: none)"),
        ("read-deadline", "SECONDS", "the longest a reading call may take (default: 5)"),
        ("write-deadline", "SECONDS", "the longest a writing call may take (default: 60)"),
        ("shutdown-timeout", "SECONDS", "the longest open calls hold up the end (default: 10)"),
        ("max-connections", "NUMBER", "the most connections at a time (default: 1000)"),
    ];

    /// <summary>The text of <c>--help</c>.</summary>
    public static string Help { get; } =
        "Usage: LeapSearch.Service [options]\n\nEach option may also be given as LEAPSEARCH_… in the environment (LEAPSEARCH_DATA_DIR)\n"
        + "or in the LeapSearch section of appsettings.json (\"data-dir\").\n\n"
        + string.Concat(Keys.Select(k => $"  --{k.Key} {k.Value}".PadRight(32) + k.Help + "\n"));

    /// <summary>Reads the options.</summary>
    /// <param name="args">The command line: <c>--key value</c> or <c>--key=value</c>.</param>
    /// <param name="settings">The section of appsettings.json, or null.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="UsageException">A key is unknown or a value is not as it should be.</exception>
    public static ServiceOptions Read(string[] args, IConfiguration? settings, Func<string, string?> environment)
    {
        var given = ReadCommandLine(args);
        RefuseUnknown(settings);
        var defaults = new ServiceOptions();

        (string Value, string Source)? Find(string key)
        {
            if (given.TryGetValue(key, out var value))
            {
                return (value, $"--{key}");
            }

            var variable = "LEAPSEARCH_" + key.ToUpperInvariant().Replace('-', '_');
            if (environment(variable) is { Length: > 0 } fromEnvironment)
            {
                return (fromEnvironment, variable);
            }

            return settings?[key] is { Length: > 0 } fromFile ? (fromFile, $"{Section}:{key} in appsettings.json") : null;
        }

        var options = new ServiceOptions
        {
            DataDir = Find("data-dir")?.Value,
            GrpcUrl = OptionValues.Url(Find("grpc-url")) ?? defaults.GrpcUrl,
            HttpUrl = OptionValues.Url(Find("http-url")) ?? defaults.HttpUrl,
            Scorer = OptionValues.OneOf(Find("scorer"), "impacts", "stock"),
            Reflection = OptionValues.OneOf(Find("reflection"), "on", "off") is { } reflection ? reflection == "on" : null,
            JsonLog = OptionValues.OneOf(Find("log-format"), "text", "json") == "json",
            AllowedOrigins = OptionValues.Origins(Find("allowed-origins")),
            ReadDeadline = OptionValues.Seconds(Find("read-deadline"), 3_600) ?? defaults.ReadDeadline,
            WriteDeadline = OptionValues.Seconds(Find("write-deadline"), 3_600) ?? defaults.WriteDeadline,
            ShutdownTimeout = OptionValues.Seconds(Find("shutdown-timeout"), 300) ?? defaults.ShutdownTimeout,
            MaxConnections = OptionValues.Count(Find("max-connections"), 1_000_000) ?? defaults.MaxConnections,
        };

        if (options.GrpcUrl.Port != 0 && options.GrpcUrl.Port == options.HttpUrl.Port && options.GrpcUrl.Host == options.HttpUrl.Host)
        {
            throw new UsageException(
                $"--grpc-url and --http-url are both {options.GrpcUrl.Host}:{options.GrpcUrl.Port}; cleartext HTTP/2 and HTTP/1.1 need a port each");
        }

        return options;
    }

    private static Dictionary<string, string> ReadCommandLine(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var arg = args[i];
            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                throw new UsageException($"unexpected argument '{arg}'; options start with --");
            }

            var equals = arg.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? arg[2..] : arg[2..equals];
            if (!Keys.Any(k => k.Key == key))
            {
                throw new UsageException($"unknown option --{key}; --help lists the options");
            }

            string value;
            if (equals >= 0)
            {
                value = arg[(equals + 1)..];
            }
            else if (i + 1 < args.Length)
            {
                value = args[++i];
            }
            else
            {
                throw new UsageException($"--{key} needs a value");
            }

            if (value.Length == 0)
            {
                throw new UsageException($"--{key} needs a value");
            }

            if (!given.TryAdd(key, value))
            {
                throw new UsageException($"--{key} is given twice");
            }
        }

        return given;
    }

    private static void RefuseUnknown(IConfiguration? settings)
    {
        foreach (var child in settings?.GetChildren() ?? [])
        {
            if (!Keys.Any(k => k.Key.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                throw new UsageException($"unknown setting {Section}:{child.Key} in appsettings.json");
            }
        }
    }
}
