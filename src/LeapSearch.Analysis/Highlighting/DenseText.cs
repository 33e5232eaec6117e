using System.Text;

namespace LeapSearch.Analysis;

/// <summary>A folded text without blanks, in which runs of characters are found that the original parts by spaces or dots.</summary>
internal sealed class DenseText
{
    /// <summary>Stands for a blank that ends a sentence: no folded text has it.</summary>
    private const char Wall = '\uFFFF';

    private readonly FoldedText text;
    private readonly string dense;
    private readonly int[]? folded;

    public DenseText(FoldedText text)
    {
        this.text = text;
        if (!text.Text.Contains(' '))
        {
            this.dense = text.Text;
            return;
        }

        var dense = new StringBuilder(text.Text.Length);
        folded = new int[text.Text.Length];
        for (var i = 0; i < text.Text.Length; i++)
        {
            var c = text.Text[i];
            if (c == ' ' && !Words.EndsSentence(text.Original.AsSpan(text.StartOf(i), text.EndOf(i) - text.StartOf(i))))
            {
                continue;
            }

            folded[dense.Length] = i;
            dense.Append(c == ' ' ? Wall : c);
        }

        this.dense = dense.ToString();
    }

    public int IndexOf(string substring, int start) => dense.IndexOf(substring, start, StringComparison.Ordinal);

    /// <summary>Where in the folded text a character of the dense text stands.</summary>
    public int FoldedIndex(int index) => folded is null ? index : folded[index];

    /// <summary>Where the character before <paramref name="index"/> starts if it was written as <paramref name="sign"/> (ー or 々); else -1.</summary>
    public int RepeatBefore(int index, char sign)
    {
        if (index == 0 || dense[index - 1] == Wall)
        {
            return -1;
        }

        var start = index - (char.IsLowSurrogate(dense[index - 1]) && index > 1 ? 2 : 1);
        var value = FoldTable.Of(text.Original[text.StartOf(FoldedIndex(start))]);
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
        return !Words.ContinuesCell(dense, index) && text.StartOf(after) >= text.EndOf(before);
    }
}
