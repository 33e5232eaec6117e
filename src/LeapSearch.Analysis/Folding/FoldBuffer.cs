namespace LeapSearch.Analysis;

/// <summary>
/// The folded characters so far with where they come from. Each character has the range of the original that it stands for, in UTF-16
/// units; starts and ends never go back.
/// </summary>
internal sealed class FoldBuffer
{
    private char[] _chars = new char[256];
    private int[] _starts = [];
    private int[] _ends = [];
    private bool _withOffsets;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    public char this[int index] => _chars[index];

    /// <summary>The last character, or 0.</summary>
    public char Last => Length > 0 ? _chars[Length - 1] : '\0';

    public void Reset(int expectedLength, bool withOffsets)
    {
        Length = 0;
        _withOffsets = withOffsets;
        Reserve(expectedLength + 16);
    }

    public void Append(char c, int start, int end)
    {
        if (Length == _chars.Length || (_withOffsets && Length == _starts.Length))
        {
            Reserve(Length + 1);
        }

        _chars[Length] = c;
        if (_withOffsets)
        {
            _starts[Length] = start;
            _ends[Length] = end;
        }

        Length++;
    }

    /// <summary>The last character becomes another one, which the original up to <paramref name="end"/> stands for as well.</summary>
    public void ReplaceLast(char c, int end)
    {
        _chars[Length - 1] = c;
        ExtendLast(end);
    }

    /// <summary>What follows the last character in the original, up to <paramref name="end"/>, belongs to it.</summary>
    public void ExtendLast(int end)
    {
        if (_withOffsets && Length > 0)
        {
            _ends[Length - 1] = end;
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
            var code = char.IsHighSurrogate(_chars[i]) ? char.ConvertToUtf32(_chars[i], _chars[i + 1]) : _chars[i];
            marks.Add((FoldTable.Of(code).Data, i, code));
            i += code > 0xFFFF ? 1 : 0;
        }

        marks.Sort();
        var at = start;
        foreach (var (_, _, code) in marks)
        {
            if (code > 0xFFFF)
            {
                _chars[at++] = char.ConvertFromUtf32(code)[0];
                _chars[at++] = char.ConvertFromUtf32(code)[1];
            }
            else
            {
                _chars[at++] = (char)code;
            }
        }

        if (_withOffsets)
        {
            _ends.AsSpan(start, Length - start).Fill(_ends[Length - 1]);
            _starts.AsSpan(start, Length - start).Fill(_starts[start]);
        }
    }

    public (int[] Starts, int[] Ends) Offsets() => (_starts[..Length], _ends[..Length]);

    /// <summary>Gives back the memory of an uncommonly long text.</summary>
    public void Trim()
    {
        if (_chars.Length > 1 << 16)
        {
            _chars = new char[256];
            _starts = [];
            _ends = [];
        }
    }

    private void Reserve(int length)
    {
        if (length > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(length, _chars.Length * 2));
        }

        if (_withOffsets && _starts.Length < _chars.Length)
        {
            Array.Resize(ref _starts, _chars.Length);
            Array.Resize(ref _ends, _chars.Length);
        }
    }
}
