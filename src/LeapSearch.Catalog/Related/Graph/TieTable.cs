using System.Numerics;

namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// Finds a tie by its key: open addressing over 4-byte slots at most half full. A slot holds the tie's number plus one and, in the bits that
/// the number leaves free, bits of the key, so that a key that is not there seldom costs a second look into memory.
/// </summary>
internal sealed class TieTable
{
    private readonly uint[] slots;
    private readonly int numberBits;

    public TieTable(ReadOnlySpan<ulong> keys)
        : this(new uint[SlotsFor(keys.Length)], keys.Length)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Slot(keys[i]);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = Tag(keys[i]) | ((uint)i + 1);
        }
    }

    /// <summary>The table of so many keys that has these slots.</summary>
    public TieTable(uint[] slots, int keys)
    {
        this.slots = slots;
        numberBits = 32 - BitOperations.LeadingZeroCount((uint)keys + 1);
    }

    public uint[] Slots => slots;

    public long Bytes => 4L * slots.Length;

    public int Find(ulong key, ulong[] keys)
    {
        var tag = Tag(key);
        var mask = (1u << numberBits) - 1;
        for (var slot = Slot(key); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if ((slots[slot] & ~mask) == tag)
            {
                var tie = (int)(slots[slot] & mask) - 1;
                if (keys[tie] == key)
                {
                    return tie;
                }
            }
        }

        return -1;
    }

    /// <summary>
    /// Reads where the search for a key begins, and returns what it read: loads for many keys go to memory together, where finding one after
    /// the other waits for each.
    /// </summary>
    public uint Touch(ulong key) => slots[Slot(key)];

    /// <summary>How many slots a table of so many keys has.</summary>
    public static int SlotsFor(int keys) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys * 2));

    private int Slot(ulong key) => (int)(key & (ulong)(slots.Length - 1));

    private uint Tag(ulong key) => (uint)(key >> 32) & ~((1u << numberBits) - 1);
}
