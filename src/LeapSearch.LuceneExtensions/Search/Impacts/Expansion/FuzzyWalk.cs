using System.Text;
using LeapSearch.LuceneExtensions.Impacts;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>
/// Finds the terms of one dictionary within some edits of a word. The sorted terms are walked as the trie that they are, with an
/// automaton's state for each character of the way: what neighbours share is computed once, a beginning that no ending can save is left
/// with all that begins so, and where no edit is left the walk goes straight to the terms with the one character that may come. A walk may be told to make
/// fewer edits among the word's first characters; it walks forth, or through the mirror of a dictionary.
/// </summary>
/// <remarks>
/// The automaton is that of Wu and Manber (1992), with transpositions: bit i of state e says that the first i characters of the word are
/// matched by the way so far with e edits, bit i of swap e that they are but for the exchange of the next two, whose second has been seen. The
/// distance is that of <see cref="Search.Expansion.EditDistance"/>.
/// </remarks>
internal sealed class FuzzyWalk
{
    /// <summary>The longest word, in characters: its states are bits of a long.</summary>
    public const int LongestWord = 62;

    private const int Levels = 3;

    private readonly int[] query = new int[LongestWord];
    private readonly uint[] orders = new uint[LongestWord];
    private readonly ulong[] ascii = new ulong[128];
    private readonly ulong[] allowed = new ulong[Levels];
    private readonly ulong[] free = new ulong[Levels];
    private readonly State[] states = new State[LongestWord + Levels + 2];
    private readonly byte[] bytes = new byte[4];
    private byte[] last = [];
    private byte[] target = new byte[64];
    private ulong all;
    private int length;
    private int limit;
    private int depth;
    private bool isPrefix;
    private bool isMirrored;

    /// <param name="word">The characters of the word after those that must be shared; at most <see cref="LongestWord"/>.</param>
    /// <param name="limit">The edits allowed, 0 to 2.</param>
    /// <param name="isPrefix">Whether the beginning of a term will do.</param>
    /// <param name="isMirrored">Whether the word, and the dictionary, are read from the end.</param>
    /// <param name="guarded">Of the word's characters so many are guarded: before they are passed, the last edit may not be made.</param>
    public void Prepare(ReadOnlySpan<int> word, int limit, bool isPrefix, bool isMirrored = false, int guarded = 0)
    {
        (length, this.limit, this.isPrefix, this.isMirrored) = (word.Length, limit, isPrefix, isMirrored);
        word.CopyTo(query);
        all = (1UL << (length + 1)) - 1;
        Array.Clear(ascii);
        for (var i = 0; i < length; i++)
        {
            orders[i] = Order(query[i]);
            if (query[i] < ascii.Length)
            {
                ascii[query[i]] |= 1UL << i;
            }
        }

        ref var start = ref states[0];
        start = default;
        for (var edits = 0; edits <= limit; edits++)
        {
            // An exchange passes two characters, and is one edit.
            allowed[edits] = edits < limit ? all : all & ~((1UL << guarded) - 1);
            free[edits] = edits < limit - 1 ? all : all & ~((1UL << Math.Max(0, guarded - 2)) - 1);
            start.Matched[edits] = allowed[edits] & ((2UL << edits) - 1);
        }

        start.Best = Best(in start);
    }

    /// <summary>Finds terms of a dictionary that have a beginning.</summary>
    /// <param name="terms">The dictionary, mirrored as the word is.</param>
    /// <param name="beginning">The beginning.</param>
    /// <param name="first">The number of the first term not below it.</param>
    /// <param name="found">Takes number and distance.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public void Find<T>(T terms, ReadOnlySpan<byte> beginning, int first, Action<int, int> found, CancellationToken cancellationToken)
        where T : ISortedTerms, allows ref struct
    {
        depth = 0;
        states[0].End = beginning.Length;
        var (lastLength, steps) = (0, 0);
        Remember(beginning, ref lastLength);
        for (var number = first; number < terms.Count;)
        {
            if ((++steps & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var common = Remember(terms[number], ref lastLength);
            while (depth >= 0 && states[depth].End > common)
            {
                depth--;
            }

            if (depth < 0)
            {
                return;
            }

            var term = last.AsSpan(0, lastLength);
            switch (Descend(term, out var next))
            {
                case Way.Through:
                    var distance = isPrefix ? states[depth].Best : Best(in states[depth]);
                    if (distance <= limit)
                    {
                        found(number, distance);
                    }

                    number++;
                    break;

                case Way.Settled:
                    // Everything that begins with these characters has the same fate.
                    var after = terms.PrefixEnd(term[..states[depth].End], number);
                    for (; isPrefix && states[depth].Best <= limit && number < after; number++)
                    {
                        found(number, states[depth].Best);
                    }

                    number = after;
                    break;

                default:
                    number = terms.LowerBound(Target(term[..states[depth].End], next), number);
                    break;
            }
        }
    }

    /// <summary>The least number of edits with which the whole word is matched; above the limit where it is not.</summary>
    private int Best(in State state)
    {
        for (var edits = 0; edits <= limit; edits++)
        {
            if ((state.Matched[edits] >> length & 1) != 0)
            {
                return edits;
            }
        }

        return limit + 1;
    }

    /// <summary>Goes along the further characters of a term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="next">The character to go on at, where the term's own leads nowhere.</param>
    private Way Descend(ReadOnlySpan<byte> term, out int next)
    {
        next = 0;
        while (states[depth].End < term.Length)
        {
            ref readonly var state = ref states[depth];
            if (IsSettled(in state))
            {
                return Way.Settled;
            }

            var character = Decode(term[state.End..], out var used);
            if (HasNoEditLeft(in state) && !MayFollow(in state, character, out next))
            {
                return next < 0 ? Way.Settled : Way.Elsewhere;
            }

            Step(in state, ref states[depth + 1], Mask(character));
            states[depth + 1].End = state.End + used;
            depth++;
        }

        return Way.Through;
    }

    /// <summary>Whether no ending can lead to fewer edits than are known already.</summary>
    private bool IsSettled(in State state)
    {
        for (var edits = 0; edits <= limit && (!isPrefix || edits < state.Best); edits++)
        {
            if ((state.Matched[edits] | state.Swapped[edits]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool HasNoEditLeft(in State state)
    {
        for (var edits = 0; edits < limit; edits++)
        {
            if (((state.Matched[edits] & free[edits]) | state.Swapped[edits]) != 0)
            {
                return false;
            }
        }

        return !isPrefix || state.Best > limit;
    }

    /// <summary>Whether a character is one that the word has next; else the first after it in the dictionary's order that is, or -1.</summary>
    private bool MayFollow(in State state, int character, out int next)
    {
        next = -1;
        ulong ready = 0;
        for (var edits = 0; edits <= limit; edits++)
        {
            ready |= state.Matched[edits] | state.Swapped[edits];
        }

        var (order, nextOrder) = (Order(character), uint.MaxValue);
        for (var bits = ready & (all >> 1); bits != 0; bits &= bits - 1)
        {
            var place = System.Numerics.BitOperations.TrailingZeroCount(bits);
            if (query[place] == character)
            {
                return true;
            }

            if (orders[place] > order && orders[place] < nextOrder)
            {
                (next, nextOrder) = (query[place], orders[place]);
            }
        }

        return false;
    }

    private void Step(in State from, ref State to, ulong mask)
    {
        ulong before = 0;
        for (var edits = 0; edits <= limit; edits++)
        {
            var matched = (from.Matched[edits] & mask) << 1;
            ulong swapped = 0;
            if (edits > 0)
            {
                var fewer = from.Matched[edits - 1];
                // A character in place of another, one too many, one too few; and the second of two exchanged.
                matched |= (fewer << 1) | fewer | (before << 1) | ((from.Swapped[edits] & mask) << 2);
                swapped = fewer & (mask >> 1);
            }

            to.Matched[edits] = before = matched & allowed[edits];
            to.Swapped[edits] = swapped;
        }

        to.Best = Math.Min(from.Best, Best(in to));
    }

    /// <summary>The places of a character in the word.</summary>
    private ulong Mask(int character)
    {
        if (character < ascii.Length)
        {
            return ascii[character];
        }

        ulong mask = 0;
        for (var i = 0; i < length; i++)
        {
            mask |= query[i] == character ? 1UL << i : 0;
        }

        return mask;
    }

    private ReadOnlySpan<byte> Target(ReadOnlySpan<byte> beginning, int character)
    {
        var encoded = Encode(character);
        if (target.Length < beginning.Length + encoded.Length)
        {
            target = new byte[(beginning.Length + encoded.Length) * 2];
        }

        beginning.CopyTo(target);
        encoded.CopyTo(target.AsSpan(beginning.Length));
        return target.AsSpan(0, beginning.Length + encoded.Length);
    }

    /// <summary>Keeps a term for the next one.</summary>
    /// <returns>The bytes that it shares with the one before.</returns>
    private int Remember(ReadOnlySpan<byte> term, ref int lastLength)
    {
        if (last.Length < term.Length)
        {
            Array.Resize(ref last, Math.Max(64, term.Length * 2));
        }

        var common = term.CommonPrefixLength(last.AsSpan(0, lastLength));
        term[common..].CopyTo(last.AsSpan(common));
        lastLength = term.Length;
        return common;
    }

    /// <summary>The first character of what is left of a term, and its bytes.</summary>
    private int Decode(ReadOnlySpan<byte> term, out int used)
    {
        if (term[0] < 0x80)
        {
            used = 1;
            return term[0];
        }

        Rune rune;
        if (isMirrored)
        {
            var four = bytes.AsSpan(0, Math.Min(bytes.Length, term.Length));
            term[..four.Length].CopyTo(four);
            four.Reverse();
            Rune.DecodeLastFromUtf8(four, out rune, out used);
        }
        else
        {
            Rune.DecodeFromUtf8(term, out rune, out used);
        }

        return rune.Value;
    }

    /// <summary>A character's bytes, in the order of the walk.</summary>
    private ReadOnlySpan<byte> Encode(int character)
    {
        var encoded = bytes.AsSpan(0, new Rune(character).EncodeToUtf8(bytes));
        if (isMirrored)
        {
            encoded.Reverse();
        }

        return encoded;
    }

    /// <summary>A number that orders characters as their bytes do.</summary>
    private uint Order(int character)
    {
        if (!isMirrored || character < 0x80)
        {
            return isMirrored ? (uint)character << 24 : (uint)character;
        }

        uint order = 0;
        var shift = 24;
        foreach (var b in Encode(character))
        {
            order |= (uint)b << shift;
            shift -= 8;
        }

        return order;
    }

    private enum Way
    {
        /// <summary>To the term's end.</summary>
        Through,

        /// <summary>To where all that begins so has one fate.</summary>
        Settled,

        /// <summary>To where only another character may follow.</summary>
        Elsewhere,
    }

    [System.Runtime.CompilerServices.InlineArray(Levels)]
    private struct Bits
    {
        private ulong first;
    }

    private struct State
    {
        public Bits Matched;
        public Bits Swapped;

        /// <summary>Bytes of the term so far.</summary>
        public int End;

        /// <summary>The fewest edits to the word of any beginning so far.</summary>
        public int Best;
    }
}
