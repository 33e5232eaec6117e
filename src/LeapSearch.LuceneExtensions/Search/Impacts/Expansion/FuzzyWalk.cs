using System.Text;
using LeapSearch.LuceneExtensions.Impacts;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>
/// Finds the terms of one dictionary within some edits of a word. The sorted terms are walked as the trie that they are, with an
/// automaton's state for each character of the way: what neighbours share is computed once, a beginning that no ending can save is left
/// with all that begins so, and where no edit is left the walk goes straight to the terms with the one character that may come.
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
    private readonly ulong[] ascii = new ulong[128];
    private readonly State[] states = new State[LongestWord + Levels + 2];
    private readonly byte[] rune = new byte[4];
    private byte[] last = [];
    private byte[] target = new byte[64];
    private ulong all;
    private int length;
    private int limit;
    private int depth;
    private bool isPrefix;

    /// <param name="rest">The characters of the word after those that must be shared; at most <see cref="LongestWord"/>.</param>
    /// <param name="limit">The edits allowed, 0 to 2.</param>
    /// <param name="isPrefix">Whether the beginning of a term will do.</param>
    public void Prepare(ReadOnlySpan<int> rest, int limit, bool isPrefix)
    {
        (length, this.limit, this.isPrefix) = (rest.Length, limit, isPrefix);
        rest.CopyTo(query);
        all = (1UL << (length + 1)) - 1;
        Array.Clear(ascii);
        for (var i = 0; i < length; i++)
        {
            if (query[i] < ascii.Length)
            {
                ascii[query[i]] |= 1UL << i;
            }
        }

        ref var start = ref states[0];
        start = default;
        for (var edits = 0; edits <= limit; edits++)
        {
            start.Matched[edits] = all & ((2UL << edits) - 1);
        }

        start.Best = Best(in start);
    }

    /// <summary>Finds terms of a dictionary, from the first that has the shared beginning to the last.</summary>
    /// <param name="terms">The dictionary.</param>
    /// <param name="first">The first term's number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="shared">Bytes of the shared beginning.</param>
    /// <param name="found">Takes number and distance.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public void Find(TermTable terms, int first, int end, int shared, Action<int, int> found, CancellationToken cancellationToken)
    {
        depth = 0;
        var (lastLength, steps) = (0, 0);
        for (var number = first; number < end;)
        {
            if ((++steps & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var whole = terms[number];
            var term = whole[shared..];
            var common = term.CommonPrefixLength(last.AsSpan(0, lastLength));
            while (states[depth].End > common)
            {
                depth--;
            }

            lastLength = Remember(term);
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
                    var after = Math.Min(end, terms.PrefixEnd(whole[..(shared + states[depth].End)], number));
                    for (; isPrefix && states[depth].Best <= limit && number < after; number++)
                    {
                        found(number, states[depth].Best);
                    }

                    number = after;
                    break;

                default:
                    number = Math.Min(end, terms.LowerBound(Target(whole[..(shared + states[depth].End)], next), number));
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

            Rune.DecodeFromUtf8(term[state.End..], out var character, out var used);
            if (HasNoEditLeft(in state) && !MayFollow(in state, character.Value, out next))
            {
                return next < 0 ? Way.Settled : Way.Elsewhere;
            }

            Step(in state, ref states[depth + 1], Mask(character.Value));
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
            if ((state.Matched[edits] | state.Swapped[edits]) != 0)
            {
                return false;
            }
        }

        return !isPrefix || state.Best > limit;
    }

    /// <summary>Whether a character is one that the word has next; else the least above it that is, or -1.</summary>
    private bool MayFollow(in State state, int character, out int next)
    {
        next = -1;
        for (var bits = (state.Matched[limit] | state.Swapped[limit]) & (all >> 1); bits != 0; bits &= bits - 1)
        {
            var wanted = query[System.Numerics.BitOperations.TrailingZeroCount(bits)];
            if (wanted == character)
            {
                return true;
            }

            next = wanted > character && (next < 0 || wanted < next) ? wanted : next;
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

            to.Matched[edits] = before = matched & all;
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
        var used = new Rune(character).EncodeToUtf8(rune);
        if (target.Length < beginning.Length + used)
        {
            target = new byte[(beginning.Length + used) * 2];
        }

        beginning.CopyTo(target);
        rune.AsSpan(0, used).CopyTo(target.AsSpan(beginning.Length));
        return target.AsSpan(0, beginning.Length + used);
    }

    private int Remember(ReadOnlySpan<byte> term)
    {
        if (last.Length < term.Length)
        {
            last = new byte[Math.Max(64, term.Length * 2)];
        }

        term.CopyTo(last);
        return term.Length;
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
