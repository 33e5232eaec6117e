namespace LeapSearch.Catalog.Schema;

/// <summary>
/// Brings popularity of any scale to 0 to 1: ln(1+p) / (ln(1+p) + 3). It rises with p everywhere, is 0 at 0, and neither a scale of
/// tens nor one of millions sits wholly at one end. The 3 puts the middle at p = 19.
/// </summary>
internal static class PopularityScale
{
    public static float Normalize(double popularity)
    {
        var log = Math.Log(1 + Math.Max(popularity, 0));
        return (float)(log / (log + 3));
    }
}
