namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>
/// The windows of a tier, best bound first, the first of equals; or as they were added. A binary heap: mostly a few of several hundred are taken, so that to
/// sort all of them would be the longer part.
/// </summary>
/// <param name="room">Where they are kept: as many as are added.</param>
/// <param name="isRanked">Whether the best comes first.</param>
internal ref struct WindowQueue(Span<ulong> room, bool isRanked)
{
    private readonly Span<ulong> room = room;
    private int taken;

    public bool IsRanked { get; } = isRanked;

    public int Count { get; private set; }

    public void Add(int window, float bound) => room[Count++] = ((ulong)Falling(bound) << 32) | (uint)window;

    /// <summary>Makes them ready to be taken.</summary>
    public readonly void Begin()
    {
        for (var i = (Count / 2) - 1; IsRanked && i >= 0; i--)
        {
            SiftDown(i, Count);
        }
    }

    public bool TryTake(out int window)
    {
        var left = Count - taken;
        if (left == 0)
        {
            window = 0;
            return false;
        }

        window = (int)(uint)(IsRanked ? room[0] : room[taken]);
        taken++;
        if (IsRanked)
        {
            room[0] = room[left - 1];
            SiftDown(0, left - 1);
        }

        return true;
    }

    /// <summary>Descending bounds as ascending integers.</summary>
    private static uint Falling(float bound)
    {
        var bits = BitConverter.SingleToUInt32Bits(bound);
        return (bits & 0x8000_0000) == 0 ? ~(bits | 0x8000_0000) : bits;
    }

    private readonly void SiftDown(int at, int end)
    {
        var entry = room[at];
        for (var child = (2 * at) + 1; child < end; child = (2 * at) + 1)
        {
            child += child + 1 < end && room[child + 1] < room[child] ? 1 : 0;
            if (entry <= room[child])
            {
                break;
            }

            room[at] = room[child];
            at = child;
        }

        if (end > 0)
        {
            room[at] = entry;
        }
    }
}
