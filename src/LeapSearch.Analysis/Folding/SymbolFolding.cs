using System.Globalization;
using System.Text;

namespace LeapSearch.Analysis;

/// <summary>
/// Texts without any letter or digit: the film "$", the film "!!!". Their symbols are all that can be asked for, so they stay, in
/// their usual width.
/// </summary>
internal static class SymbolFolding
{
    private const char FullWidthFirst = '！';
    private const char FullWidthLast = '～';

    /// <summary>From a full width character to its ASCII form.</summary>
    private const int FullWidth = 0xFEE0;

    public static void Fold(string text, FoldBuffer output)
    {
        var blankStart = -1;
        var blankEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            var paired = Rune.TryGetRuneAt(text, i, out var rune);
            var width = paired ? rune.Utf16SequenceLength : 1;
            var category = paired ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.OtherNotAssigned;
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control)
            {
                blankStart = output.Length == 0 ? -1 : blankStart < 0 ? i : blankStart;
                blankEnd = i + width;
            }
            else if (IsInvisible(category, paired ? rune.Value : 0))
            {
                // ❤ with and without the selector for colour is one symbol.
                if (blankStart < 0)
                {
                    output.ExtendLast(i + width);
                }
            }
            else
            {
                if (blankStart >= 0)
                {
                    output.Append(' ', blankStart, blankEnd);
                    blankStart = -1;
                }

                Append(paired ? rune.Value : 0xFFFD, i, i + width, output);
            }

            i += width;
        }
    }

    private static bool IsInvisible(UnicodeCategory category, int codePoint)
        => category == UnicodeCategory.Format || codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) or 0x34F or 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    private static void Append(int codePoint, int start, int end, FoldBuffer output)
    {
        if (codePoint is >= FullWidthFirst and <= FullWidthLast)
        {
            codePoint -= FullWidth;
        }

        if (codePoint > 0xFFFF)
        {
            output.Append(char.ConvertFromUtf32(codePoint)[0], start, end);
            output.Append(char.ConvertFromUtf32(codePoint)[1], start, end);
        }
        else
        {
            output.Append((char)codePoint, start, end);
        }
    }
}
