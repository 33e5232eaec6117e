using System.Numerics;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Finds which term of a profile a part's tie is: a small table that stays in the processor's first cache, and before it bits that tell nearly
/// all ties that are none, so that a film's are gone through without a branch on any.
/// </summary>
internal sealed class LocalTerms
{
    private const int FilterBits = 12;

    private readonly ulong[] filter = new ulong[1 << (FilterBits - 6)];
    private int[] likely = new int[512];
    private int[] ties = [];
    private int[] terms = [];
    private int mask;

    /// <summary>Takes the ties of terms 0, 1, 2, …; -1 where the part lacks one.</summary>
    public void Fill(ReadOnlySpan<int> numbers)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, numbers.Length * 4));
        if (ties.Length < size)
        {
            ties = new int[size];
            terms = new int[size];
        }

        mask = size - 1;
        ties.AsSpan(0, size).Fill(-1);
        filter.AsSpan().Clear();
        for (var term = 0; term < numbers.Length; term++)
        {
            if (numbers[term] >= 0)
            {
                var slot = Slot(numbers[term]);
                while (ties[slot] >= 0)
                {
                    slot = (slot + 1) & mask;
                }

                ties[slot] = numbers[term];
                terms[slot] = term;
                filter[Bit(numbers[term]) >> 6] |= 1UL << (Bit(numbers[term]) & 63);
            }
        }
    }

    /// <summary>The places of ties that <see cref="Find"/> may know, and few others; valid until the next call.</summary>
    public ReadOnlySpan<int> Likely(ReadOnlySpan<int> of)
    {
        if (likely.Length < of.Length)
        {
            likely = new int[of.Length];
        }

        var places = likely.AsSpan(0, of.Length);
        var count = 0;
        for (var i = 0; i < of.Length; i++)
        {
            places[count] = i;
            var bit = Bit(of[i]);
            count += (int)(filter[bit >> 6] >> (bit & 63)) & 1;
        }

        return places[..count];
    }

    /// <summary>The term of a tie, or -1.</summary>
    public int Find(int tie)
    {
        for (var slot = Slot(tie); ties[slot] >= 0; slot = (slot + 1) & mask)
        {
            if (ties[slot] == tie)
            {
                return terms[slot];
            }
        }

        return -1;
    }

    private static int Bit(int tie) => (int)((uint)tie * 2654435769u >> (32 - FilterBits));

    private int Slot(int tie) => (int)((uint)tie * 2654435769u >> 12) & mask;
}
