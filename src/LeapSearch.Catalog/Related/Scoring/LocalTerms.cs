using System.Numerics;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>Finds which term of a profile a part's tie is: a small table that stays in the processor's first cache.</summary>
internal sealed class LocalTerms
{
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
            }
        }
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

    private int Slot(int tie) => (int)((uint)tie * 2654435769u >> 12) & mask;
}
