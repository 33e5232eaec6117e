namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>The formulas of the signals, free of any index.</summary>
internal static class SignalMath
{
    /// <summary>Nearness in years falls to 1/e over this many: what viewers like together is of one time, widely taken.</summary>
    private const float YearScale = 15;

    /// <summary>How fast shared keywords saturate: the first few tell most.</summary>
    private const float KeywordGain = 4;

    /// <summary>The sum of squared rarities that makes the keyword signal 1: about a dozen shared keywords.</summary>
    private const float KeywordFull = 6;

    private static readonly float KeywordScale = 1 / MathF.Log(1 + (KeywordGain * KeywordFull));

    private static readonly float[] InverseRoots = MakeInverseRoots();
    private static readonly float[] Billings = MakeBillings();
    private static readonly float[] YearNearnesses = [.. Enumerable.Range(0, 200).Select(years => MathF.Exp(-years / YearScale))];
    private static readonly float[] InverseCastNorms = MakeInverseCastNorms();

    /// <summary>Rarity, 0 for what every item has to 1 for what one item alone has: ln((n+1)/(df+1/2)) / ln((n+1)/(1/2)).</summary>
    public static float Rarity(int frequency, int items)
        => items == 0 ? 0 : (float)Math.Max(0, Math.Log((items + 1.0) / (frequency + 0.5)) / Math.Log((items + 1.0) * 2));

    /// <summary>1/sqrt(n): shared things divided by this of both sides make the cosine of two sets.</summary>
    public static float InverseRoot(int count) => InverseRoots[count];

    /// <summary>What a place in the billing counts: 1 for the first, falling as 1/(1 + place/4).</summary>
    public static float Billing(int place) => Billings[place];

    /// <summary>The inverse of the length of a cast of that many by <see cref="Billing"/>, so that a cast with itself makes 1.</summary>
    public static float InverseCastNorm(int count) => InverseCastNorms[count];

    /// <summary>1 for the same year, falling with the years between; 0 where either is unknown.</summary>
    public static float YearNearness(int a, int b) => a == 0 || b == 0 ? 0 : YearNearnesses[Math.Min(Math.Abs(a - b), YearNearnesses.Length - 1)];

    /// <summary>
    /// How well known the less known of two is, from 0 to 1 (<c>PopularityRanks</c>). Whoever comes for a famous film is served famous
    /// ones; for an obscure one nothing is gained by fame, so that the same famous films do not stand in every list.
    /// </summary>
    public static float BothKnown(float a, float b) => Math.Min(a, b);

    /// <summary>The keyword signal of a sum of squared rarities of shared keywords: logarithmic, since one more says less each time.</summary>
    public static float Keywords(float squares) => MathF.Log(1 + (KeywordGain * squares)) * KeywordScale;

    private static float[] MakeInverseRoots()
    {
        var made = new float[256];
        for (var n = 1; n < made.Length; n++)
        {
            made[n] = 1 / MathF.Sqrt(n);
        }

        return made;
    }

    private static float[] MakeBillings()
    {
        var made = new float[32];
        for (var place = 0; place < made.Length; place++)
        {
            made[place] = 1 / (1 + (place / 4f));
        }

        return made;
    }

    private static float[] MakeInverseCastNorms()
    {
        var made = new float[256];
        var sum = 0f;
        for (var n = 1; n < made.Length; n++)
        {
            var billing = Billings[Math.Min(n - 1, Billings.Length - 1)];
            sum += billing * billing;
            made[n] = 1 / MathF.Sqrt(sum);
        }

        return made;
    }
}
