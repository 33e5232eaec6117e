namespace LeapSearch.Service.Options;

/// <summary>
/// Every setting of the service. A setting is given as <c>--data-dir VALUE</c>, as <c>LEAPSEARCH_DATA_DIR</c>, or as <c>data-dir</c>
/// in the <c>LeapSearch</c> section of appsettings.json; the first of these wins. <see cref="ServiceOptionsReader"/> reads them.
/// </summary>
internal sealed record ServiceOptions
{
    /// <summary>The data folder, or null for <c>index-data/store</c> of the repository, else of the program's folder.</summary>
    public string? DataDir { get; init; }

    /// <summary>Where gRPC listens: cleartext HTTP/2. Port 0 takes a free one.</summary>
    public Uri GrpcUrl { get; init; } = new("http://127.0.0.1:5081");

    /// <summary>Where the page, gRPC-Web and JSON listen: HTTP/1.1. Port 0 takes a free one.</summary>
    public Uri HttpUrl { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>Which scorer answers: <c>impacts</c> or <c>stock</c>; null for the catalogue's default.</summary>
    public string? Scorer { get; init; }

    /// <summary>Whether server reflection is offered; null for in development only.</summary>
    public bool? Reflection { get; init; }

    /// <summary>Log lines as JSON objects instead of text.</summary>
    public bool JsonLog { get; init; }

    /// <summary>Origins whose pages may call over gRPC-Web and JSON, exact; none by default.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The longest that a reading call may take, whatever deadline its caller gave: an absent one would mean for ever.</summary>
    public TimeSpan ReadDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that a writing call may take.</summary>
    public TimeSpan WriteDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest that open calls may hold up the end of the service.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most connections at a time; further ones are closed at once.</summary>
    public int MaxConnections { get; init; } = 1_000;
}
