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

    /// <summary>Whether a match cuts no character in two: no surrogate pair, no character with its marks, no ß.</summary>
    public bool IsWhole(int start, int length) => IsBoundary(start) && IsBoundary(start + length);

    private bool IsBoundary(int index)
    {
        if (index == 0 || index == _dense.Length)
        {
            return true;
        }

        var (before, after) = (FoldedIndex(index - 1), FoldedIndex(index));
        return !Words.ContinuesCell(_dense, index) && _text.StartOf(after) >= _text.EndOf(before);
    }
}
