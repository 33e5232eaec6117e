namespace LeapSearch.Catalog.Related.Graph;

/// <summary>What scoring needs of a film or article beside its ties. Counts stop at 255.</summary>
internal struct GraphItem
{
    /// <summary>The hash of its id (<c>TieKey.Hash</c>).</summary>
    public ulong IdHash;

    /// <summary>Of an article: when it is published, Unix seconds; <see cref="long.MinValue"/> for always.</summary>
    public long Published;

    /// <summary>Popularity as given; 0 when unknown.</summary>
    public float Popularity;

    /// <summary>The year; 0 when unknown.</summary>
    public ushort Year;

    /// <summary>Whether it is a film, or else an article.</summary>
    public bool IsFilm;

    public byte Directors;
    public byte Cast;
    public byte Writers;
    public byte Genres;
    public byte Keywords;
    public byte Countries;
    public byte Languages;
    public byte Families;
    public byte Words;
}

/// <summary>When a film was made, and how popular it is.</summary>
/// <param name="Year">The year; 0 when unknown.</param>
/// <param name="Bin">The bin of <see cref="PopularityHistogram"/>.</param>
internal readonly record struct FilmTime(ushort Year, ushort Bin)
{
    /// <summary>No film's: there are fewer bins.</summary>
    public static readonly FilmTime Unknown = new(0, ushort.MaxValue);

    public static FilmTime Of(GraphItem item) => new(item.Year, (ushort)PopularityHistogram.Bin(item.Popularity));
}
