using System.Numerics;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Ranking;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>Offers the marked documents of a window to the queue; of many, only those whose sum of bounds can enter are scored.</summary>
internal ref struct WindowScorer(
    Node root, HitQueue queue, RelevanceQueue? ranked, int tier, int wanted, ReadOnlySpan<float> boosts, float boostWeight, float[] sums)
{
    /// <summary>What scoring a document costs, in postings added up.</summary>
    private const int ScoringCost = 24;

    /// <summary>What it costs to add up at all, in postings.</summary>
    private const int PassCost = 500;

    /// <summary>Shares of the highest sum: while the queue takes anything, the most promising are scored first.</summary>
    private static readonly float[] Steps = [0.85f, 0.65f, 0.4f];

    private readonly ReadOnlySpan<float> boosts = boosts;

    /// <summary>Documents scored.</summary>
    public int Scored { get; private set; }

    public void Offer(scoped ReadOnlySpan<ulong> bits, int count, int windowBase)
    {
        if (ranked is null || count * ScoringCost <= root.Cost + PassCost || (float.IsNegativeInfinity(ranked.LeastScore(tier)) && count <= wanted))
        {
            OfferAll(bits, windowBase);
            return;
        }

        Array.Clear(sums);
        root.Accumulate(sums);
        if (!boosts.IsEmpty)
        {
            WindowKernels.AddScaled(boosts.Slice(windowBase, PostingsLayout.Window), boostWeight, sums);
        }

        var done = (stackalloc ulong[PostingsLayout.WindowWords]);
        done.Clear();
        if (float.IsNegativeInfinity(ranked.LeastScore(tier)))
        {
            var highest = WindowKernels.Highest(sums);
            foreach (var step in Steps)
            {
                OfferFrom(highest * step, bits, done, windowBase);
            }
        }

        OfferFrom(float.NegativeInfinity, bits, done, windowBase);
    }

    /// <summary>Offers those marked whose sums are from a value, or from what can enter, and that were not offered yet.</summary>
    private void OfferFrom(float from, scoped ReadOnlySpan<ulong> bits, scoped Span<ulong> done, int windowBase)
    {
        var least = ranked!.LeastScore(tier);
        var areScores = boosts.IsEmpty && root.SumsAreScores;
        var reached = (stackalloc ulong[PostingsLayout.WindowWords]);
        WindowKernels.Reach(sums, Math.Max(from, least - (Math.Abs(least) * (Node.Slack - 1))), reached);
        WindowBits.And(reached, bits);
        WindowBits.AndNot(reached, done);
        WindowBits.Or(done, reached);
        for (var i = 0; i < reached.Length; i++)
        {
            for (var word = reached[i]; word != 0; word &= word - 1)
            {
                var place = (i * 64) + BitOperations.TrailingZeroCount(word);
                if (areScores ? sums[place] >= least : Node.Reaches(sums[place], least))
                {
                    if (areScores)
                    {
                        Scored++;
                        queue.Offer(windowBase + place, tier, sums[place]);
                    }
                    else
                    {
                        Offer(windowBase + place);
                    }

                    least = ranked.LeastScore(tier);
                }
            }
        }
    }

    private void OfferAll(scoped ReadOnlySpan<ulong> bits, int windowBase)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                Offer(windowBase + (i * 64) + BitOperations.TrailingZeroCount(word));
            }
        }
    }

    private void Offer(int doc)
    {
        Scored++;
        var score = root.Score(doc);
        if (!float.IsNaN(score))
        {
            queue.Offer(doc, tier, boosts.IsEmpty ? score : score + (boostWeight * boosts[doc]));
        }
    }
}
