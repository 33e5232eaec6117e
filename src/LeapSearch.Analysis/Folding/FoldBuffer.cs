namespace LeapSearch.Analysis;

/// <summary>
/// The folded characters so far with where they come from. Each character has the range of the original that it stands for, in UTF-16
/// units; starts and ends never go back.
/// </summary>
internal sealed class FoldBuffer
{
    private char[] chars = new char[256];
    private int[] starts = [];
    private int[] ends = [];
    private bool withOffsets;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => chars.AsSpan(0, Length);

    public char this[int index] => chars[index];

    /// <summary>The last character, or 0.</summary>
    public char Last => Length > 0 ? chars[Length - 1] : '\0';

    public void Reset(int expectedLength, bool withOffsets)
    {
        Length = 0;
        this.withOffsets = withOffsets;
        Reserve(expectedLength + 16);
    }

    public void Append(char c, int start, int end)
    {
        if (Length == chars.Length || (withOffsets && Length == starts.Length))
        {
            Reserve(Length + 1);
        }

        chars[Length] = c;
        if (withOffsets)
        {
            starts[Length] = start;
            ends[Length] = end;
        }

        Length++;
    }

    /// <summary>The last character becomes another one, which the original up to <paramref name="end"/> stands for as well.</summary>
    public void ReplaceLast(char c, int end)
    {
        chars[Length - 1] = c;
        ExtendLast(end);
    }

    /// <summary>What follows the last character in the original, up to <paramref name="end"/>, belongs to it.</summary>
    public void ExtendLast(int end)
    {
        if (withOffsets && Length > 0)
        {
            ends[Length - 1] = end;
        }
    }

    /// <summary>
    /// Puts the marks from <paramref name="start"/> on into canonical order (Unicode chapter 3.11): by combining class, marks of one class as they came. They
    /// all get the range of the whole, since their order in the original is another.
    /// </summary>
    public void SortMarks(int start)
    {
        var marks = new List<(int Class, int Index, int Code)>();
        for (var i = start; i < Length; i++)
        {
            var code = char.IsHighSurrogate(chars[i]) ? char.ConvertToUtf32(chars[i], chars[i + 1]) : chars[i];
            marks.Add((FoldTable.Of(code).Data, i, code));
            i += code > 0xFFFF ? 1 : 0;
        }

        marks.Sort();
        var at = start;
        foreach (var (_, _, code) in marks)
        {
            if (code > 0xFFFF)
            {
                chars[at++] = char.ConvertFromUtf32(code)[0];
                chars[at++] = char.ConvertFromUtf32(code)[1];
            }
            else
            {
                chars[at++] = (char)code;
            }
        }

        if (withOffsets)
        {
            ends.AsSpan(start, Length - start).Fill(ends[Length - 1]);
            starts.AsSpan(start, Length - start).Fill(starts[start]);
        }
    }

    public (int[] Starts, int[] Ends) Offsets() => (starts[..Length], ends[..Length]);

    /// <summary>Gives back the memory of an uncommonly long text.</summary>
    public void Trim()
    {
        if (chars.Length > 1 << 16)
        {
            chars = new char[256];
            starts = [];
            ends = [];
        }
    }

    private void Reserve(int length)
    {
        if (length > chars.Length)
        {
            Array.Resize(ref chars, Math.Max(length, chars.Length * 2));
        }

        if (withOffsets && starts.Length < chars.Length)
        {
            Array.Resize(ref starts, chars.Length);
            Array.Resize(ref ends, chars.Length);
        }
    }
}
