using System.Numerics;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Ranking;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>Offers the marked documents of a window to the queue; of many, only those whose sum of bounds can enter are scored.</summary>
internal readonly ref struct WindowScorer(
    Node root, HitQueue queue, RelevanceQueue? ranked, int tier, int wanted, ReadOnlySpan<float> boosts, float boostWeight, float[] sums)
{
    /// <summary>So many documents are scored one by one without looking at bounds first.</summary>
    private const int Few = 16;

    /// <summary>Shares of the highest sum: while the queue takes anything, the most promising are scored first.</summary>
    private static readonly float[] Steps = [0.85f, 0.65f, 0.4f];

    private readonly ReadOnlySpan<float> boosts = boosts;

    public void Offer(ReadOnlySpan<ulong> bits, int count, int windowBase)
    {
        if (ranked is null || count <= Few || (float.IsNegativeInfinity(ranked.LeastScore(tier)) && count <= wanted))
        {
            Offer(bits, windowBase, float.NegativeInfinity, float.PositiveInfinity, useSums: false);
            return;
        }

        Array.Clear(sums);
        root.Accumulate(sums);
        var below = float.PositiveInfinity;
        if (float.IsNegativeInfinity(ranked.LeastScore(tier)))
        {
            var highest = Highest(bits, windowBase);
            foreach (var step in Steps)
            {
                Offer(bits, windowBase, highest * step, below, useSums: true);
                below = highest * step;
            }
        }

        Offer(bits, windowBase, float.NegativeInfinity, below, useSums: true);
    }

    private float Highest(ReadOnlySpan<ulong> bits, int windowBase)
    {
        var highest = 0f;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                var place = (i * 64) + BitOperations.TrailingZeroCount(word);
                highest = Math.Max(highest, sums[place] + Boost(windowBase + place));
            }
        }

        return highest;
    }

    /// <summary>Offers the documents whose sums are from one value to below another.</summary>
    private void Offer(ReadOnlySpan<ulong> bits, int windowBase, float from, float below, bool useSums)
    {
        var least = ranked?.LeastScore(tier) ?? float.NegativeInfinity;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                var place = (i * 64) + BitOperations.TrailingZeroCount(word);
                var doc = windowBase + place;
                var boost = Boost(doc);
                if (useSums)
                {
                    var sum = sums[place] + boost;
                    if (sum < from || sum >= below || !Node.Reaches(sum, least))
                    {
                        continue;
                    }
                }

                var score = root.Score(doc);
                if (!float.IsNaN(score) && queue.Offer(doc, tier, boosts.IsEmpty ? score : score + boost) && ranked is not null)
                {
                    least = ranked.LeastScore(tier);
                }
            }
        }
    }

    private float Boost(int doc) => boosts.IsEmpty ? 0 : boostWeight * boosts[doc];
}
