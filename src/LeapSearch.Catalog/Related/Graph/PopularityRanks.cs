namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// A film's place by popularity on a scale that is the same for every catalogue: the logarithm of the share of films that are more
/// popular, the film's own bin counted half, scaled so that the most popular of a large catalogue is near 1 and the least popular near 0.
/// Films without popularity share the last place.
/// </summary>
internal sealed class PopularityRanks
{
    /// <summary>Added to the share, so that places at the very top differ no more than places a little below.</summary>
    private const double Floor = 0.003;

    private readonly float[] places = new float[PopularityHistogram.Bins];

    public PopularityRanks(IEnumerable<GraphPart> parts)
    {
        var bins = new int[PopularityHistogram.Bins];
        foreach (var part in parts)
        {
            part.Popularity.AddTo(bins);
        }

        var films = 0L;
        foreach (var count in bins)
        {
            films += count;
        }

        var above = 0L;
        for (var bin = bins.Length - 1; bin >= 0; bin--)
        {
            places[bin] = (float)Math.Max(0, Math.Log(((above + (bins[bin] / 2.0)) / Math.Max(films, 1)) + Floor) / Math.Log(Floor));
            above += bins[bin];
        }
    }

    /// <summary>The place of a popularity, 0 to about 1.</summary>
    public float Place(float popularity) => places[PopularityHistogram.Bin(popularity)];

    /// <summary>The place of a bin of popularity.</summary>
    public float PlaceOfBin(int bin) => places[bin];
}
