using System.Numerics;
using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Films found so far with what was found of their score: a hash table over arrays that are kept from call to call. Each call begins with
/// as much of the table as the processor's first cache holds.
/// </summary>
internal sealed class CandidateSet
{
    private const int FirstSlots = 4_096;

    /// <summary>Of a candidate its number plus one, at the first free place from its hash on; at most a quarter of those in use is taken.</summary>
    private int[] slots = new int[FirstSlots];
    private int used = FirstSlots;
    private Candidate[] candidates = new Candidate[FirstSlots / 4];
    private float[] scores = [];

    public int Count { get; private set; }

    public Span<Candidate> All => candidates.AsSpan(0, Count);

    public void Clear()
    {
        used = FirstSlots;
        slots.AsSpan(0, used).Clear();
        Count = 0;
    }

    /// <summary>Adds to an item's score. <paramref name="id"/> tells items of all leaves apart.</summary>
    public void Add(int id, int leaf, int item, float score) => Of(id, leaf, item).Score += score;

    /// <summary>Adds an item whose time is known.</summary>
    public void Add(int id, int leaf, int item, FilmTime time) => Of(id, leaf, item).Time = time;

    /// <summary>The candidate of an item, added where it is new.</summary>
    private ref Candidate Of(int id, int leaf, int item)
    {
        var slot = Slot(id);
        while (slots[slot] != 0)
        {
            ref var known = ref candidates[slots[slot] - 1];
            if (known.Id == id)
            {
                return ref known;
            }

            slot = (slot + 1) & (used - 1);
        }

        if (Count == used / 4)
        {
            Grow();
            return ref Of(id, leaf, item);
        }

        ref var added = ref candidates[Count++];
        added = new Candidate { Id = id, Leaf = leaf, Item = item, Time = FilmTime.Unknown };
        slots[slot] = Count;
        return ref added;
    }

    /// <summary>Keeps an item, where it is there, out of <see cref="Best"/>.</summary>
    public void Bar(int id)
    {
        for (var slot = Slot(id); slots[slot] != 0; slot = (slot + 1) & (used - 1))
        {
            if (candidates[slots[slot] - 1].Id == id)
            {
                candidates[slots[slot] - 1].Score = float.NegativeInfinity;
                return;
            }
        }
    }

    /// <summary>
    /// The candidates with the highest scores, in no order, at most <paramref name="most"/> and those that score as the last of them: which of
    /// equals are best is for the exact score to say. Barred ones are left out.
    /// </summary>
    public ReadOnlySpan<Candidate> Best(int most)
    {
        if (scores.Length < Count)
        {
            scores = new float[candidates.Length];
        }

        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!float.IsNegativeInfinity(candidates[i].Score))
            {
                scores[count++] = candidates[i].Score;
            }
        }

        var least = count <= most ? float.MinValue : Selection.Largest(scores.AsSpan(0, count), most);
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (candidates[i].Score >= least)
            {
                (candidates[kept], candidates[i]) = (candidates[i], candidates[kept]);
                kept++;
            }
        }

        // The table no longer fits the candidates; whoever adds more clears first.
        return candidates.AsSpan(0, kept);
    }

    private void Grow()
    {
        used *= 2;
        if (slots.Length < used)
        {
            slots = new int[used];
            Array.Resize(ref candidates, used / 4);
        }

        slots.AsSpan(0, used).Clear();
        for (var i = 0; i < Count; i++)
        {
            var slot = Slot(candidates[i].Id);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (used - 1);
            }

            slots[slot] = i + 1;
        }
    }

    private int Slot(int id) => (int)((uint)id * 2654435769u >> (32 - BitOperations.Log2((uint)used)));
}

/// <summary>A film that may be related.</summary>
internal struct Candidate
{
    public int Id;
    public int Leaf;
    public int Item;
    public float Score;

    /// <summary>When it was made and how popular it is; <see cref="FilmTime.Unknown"/> where that was not met yet.</summary>
    public FilmTime Time;
}
