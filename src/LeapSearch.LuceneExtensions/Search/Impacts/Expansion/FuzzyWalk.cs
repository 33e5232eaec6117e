using System.Text;
using LeapSearch.LuceneExtensions.Impacts;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>
/// Finds the terms of one dictionary within some edits of a word. The sorted terms are walked as the trie that they are: what
/// neighbours share is computed once, one row of the table of distances a character, and a beginning that no ending can save is left
/// with all that begins so.
/// </summary>
/// <remarks>
/// The distance is that of <see cref="Search.Expansion.EditDistance"/>. A row is computed within the band of the limit alone; what is
/// outside is above the limit.
/// </remarks>
internal sealed class FuzzyWalk
{
    private int[] query = [];
    private int[] rows = [];
    private int[] characters = [];
    private int[] bests = [];
    private int[] ends = [];
    private byte[] last = [];
    private int length;
    private int limit;
    private int depth;
    private bool isPrefix;

    /// <param name="rest">The characters of the word after those that must be shared.</param>
    /// <param name="limit">The edits allowed.</param>
    /// <param name="isPrefix">Whether the beginning of a term will do.</param>
    public void Prepare(ReadOnlySpan<int> rest, int limit, bool isPrefix)
    {
        (length, this.limit, this.isPrefix) = (rest.Length, limit, isPrefix);
        if (query.Length < length)
        {
            query = new int[length * 2];
        }

        rest.CopyTo(query);
        // No row is needed beyond the word and its edits: there everything is above the limit, or settled.
        var depths = length + limit + 3;
        if (rows.Length < depths * (length + 1))
        {
            rows = new int[depths * (length + 1) * 2];
        }

        if (ends.Length < depths)
        {
            (characters, bests, ends) = (new int[depths * 2], new int[depths * 2], new int[depths * 2]);
        }

        for (var j = 0; j <= length; j++)
        {
            rows[j] = j;
        }

        bests[0] = isPrefix ? length : limit + 1;
        ends[0] = 0;
    }

    /// <summary>Adds the terms found: of a dictionary, from the first that has the shared beginning to the last.</summary>
    /// <param name="field">The dictionary.</param>
    /// <param name="first">The first term's number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="shared">Bytes of the shared beginning.</param>
    /// <param name="found">Takes number and distance.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public void Find(ImpactsField field, int first, int end, int shared, Action<int, int> found, CancellationToken cancellationToken)
    {
        depth = 0;
        var (lastLength, steps) = (0, 0);
        for (var number = first; number < end;)
        {
            if ((++steps & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var term = field.Term(number)[shared..];
            var common = term.CommonPrefixLength(last.AsSpan(0, lastLength));
            while (depth > 0 && ends[depth] > common)
            {
                depth--;
            }

            if (Descend(term))
            {
                var distance = isPrefix ? bests[depth] : rows[(depth * (length + 1)) + length];
                if (distance <= limit && (isPrefix || depth + limit >= length))
                {
                    found(number, distance);
                }

                number++;
            }
            else
            {
                // Everything that begins with these characters has the same fate.
                var next = Math.Min(end, field.PrefixEnd(field.Term(number)[..(shared + ends[depth])], number));
                for (; isPrefix && bests[depth] <= limit && number < next; number++)
                {
                    found(number, bests[depth]);
                }

                number = next;
            }

            lastLength = Remember(term);
        }
    }

    /// <summary>Computes the rows of a term's further characters; false where no ending can change what is known of them.</summary>
    private bool Descend(ReadOnlySpan<byte> term)
    {
        while (ends[depth] < term.Length)
        {
            if (IsSettled())
            {
                return false;
            }

            Rune.DecodeFromUtf8(term[ends[depth]..], out var rune, out var used);
            depth++;
            ends[depth] = ends[depth - 1] + used;
            characters[depth] = rune.Value;
            ComputeRow();
        }

        return true;
    }

    /// <summary>Whether this row and the one before are above the limit: a swap of neighbours looks back two rows.</summary>
    private bool IsSettled() => depth >= length + limit + 1 || (depth > 0 && IsAbove(depth) && IsAbove(depth - 1));

    private bool IsAbove(int depth)
    {
        var row = rows.AsSpan(depth * (length + 1), length + 1);
        var (from, to) = (Math.Max(0, depth - limit), Math.Min(length, depth + limit));
        for (var j = from; j <= to; j++)
        {
            if (row[j] <= limit)
            {
                return false;
            }
        }

        return true;
    }

    private void ComputeRow()
    {
        var width = length + 1;
        var row = rows.AsSpan(depth * width, width);
        var above = rows.AsSpan((depth - 1) * width, width);
        row.Fill(limit + 1);
        var (from, to) = (Math.Max(0, depth - limit), Math.Min(length, depth + limit));
        for (var j = from; j <= to; j++)
        {
            if (j == 0)
            {
                row[0] = depth;
                continue;
            }

            var distance = Math.Min(
                Math.Min(above[j], row[j - 1]) + 1,
                above[j - 1] + (query[j - 1] == characters[depth] ? 0 : 1));
            if (depth > 1 && j > 1 && query[j - 1] == characters[depth - 1] && query[j - 2] == characters[depth])
            {
                distance = Math.Min(distance, rows[((depth - 2) * width) + j - 2] + 1);
            }

            row[j] = Math.Min(distance, limit + 1);
        }

        bests[depth] = Math.Min(bests[depth - 1], row[length]);
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
}
