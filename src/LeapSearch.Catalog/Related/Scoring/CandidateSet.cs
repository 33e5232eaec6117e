using System.Numerics;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>Films found so far with what was found of their score: a hash table over arrays that are kept from call to call.</summary>
internal sealed class CandidateSet
{
    private int[] slots = new int[16_384];
    private Candidate[] candidates = new Candidate[4_096];

    public int Count { get; private set; }

    public Span<Candidate> All => candidates.AsSpan(0, Count);

    public void Clear()
    {
        slots.AsSpan().Clear();
        Count = 0;
    }

    /// <summary>Adds to an item's score; true where the item is new. <paramref name="id"/> tells items of all leaves apart.</summary>
    public bool Add(int id, int leaf, int item, float score)
    {
        var slot = Slot(id);
        while (slots[slot] != 0)
        {
            ref var known = ref candidates[slots[slot] - 1];
            if (known.Id == id)
            {
                known.Score += score;
                return false;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        if (Count == candidates.Length)
        {
            Grow();
            return Add(id, leaf, item, score);
        }

        candidates[Count++] = new Candidate { Id = id, Leaf = leaf, Item = item, Score = score };
        slots[slot] = Count;
        return true;
    }

    private void Grow()
    {
        Array.Resize(ref candidates, candidates.Length * 2);
        slots = new int[slots.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            var slot = Slot(candidates[i].Id);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = i + 1;
        }
    }

    private int Slot(int id) => (int)((uint)id * 2654435769u >> (32 - BitOperations.Log2((uint)slots.Length)));
}

/// <summary>A film that may be related.</summary>
internal struct Candidate
{
    public int Id;
    public int Leaf;
    public int Item;
    public float Score;

    /// <summary>The hash of its id, which ends ties; set when the candidates are complete.</summary>
    public ulong IdHash;
}
