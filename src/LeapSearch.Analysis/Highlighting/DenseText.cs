using System.Text;

namespace LeapSearch.Analysis;

/// <summary>A folded text without blanks, in which runs of characters are found that the original parts by spaces or dots.</summary>
internal sealed class DenseText
{
    /// <summary>Stands for a blank that ends a sentence: no folded text has it.</summary>
    private const char Wall = '\uFFFF';

    private readonly FoldedText _text;
    private readonly string _dense;
    private readonly int[]? _folded;

    public DenseText(FoldedText text)
    {
        _text = text;
        if (!text.Text.Contains(' '))
        {
            _dense = text.Text;
            return;
        }

        var dense = new StringBuilder(text.Text.Length);
        _folded = new int[text.Text.Length];
        for (var i = 0; i < text.Text.Length; i++)
        {
            var c = text.Text[i];
            if (c == ' ' && !Words.EndsSentence(text.Original.AsSpan(text.StartOf(i), text.EndOf(i) - text.StartOf(i))))
            {
                continue;
            }

            _folded[dense.Length] = i;
            dense.Append(c == ' ' ? Wall : c);
        }

        _dense = dense.ToString();
    }

    public int IndexOf(string substring, int start) => _dense.IndexOf(substring, start, StringComparison.Ordinal);

    /// <summary>Where in the folded text a character of the dense text stands.</summary>
    public int FoldedIndex(int index) => _folded is null ? index : _folded[index];

    /// <summary>Where the character before <paramref name="index"/> starts if it was written as <paramref name="sign"/> (ー or 々); else -1.</summary>
    public int RepeatBefore(int index, char sign)
    {
        if (index == 0 || _dense[index - 1] == Wall)
        {
            return -1;
        }

        var start = index - (char.IsLowSurrogate(_dense[index - 1]) && index > 1 ? 2 : 1);
        var value = FoldTable.Of(_text.Original[_text.StartOf(FoldedIndex(start))]);
        return value.Action == FoldAction.Context && value.Context is FoldContext.LongMark or FoldContext.HanRepeat && value.Data == sign ? start : -1;
    }

    /// <summary>Whether a match may start here: not within a surrogate pair, between a character and its marks, or within ß.</summary>
    public bool IsBoundary(int index)
    {
        if (index == 0)
        {
            return true;
        }

        var (before, after) = (FoldedIndex(index - 1), FoldedIndex(index));
        return !Words.ContinuesCell(_dense, index) && _text.StartOf(after) >= _text.EndOf(before);
    }
}
