using System.Text;

namespace LeapSearch.Analysis;

/// <summary>
/// Folds one text at a time into a <see cref="FoldBuffer"/>. Rules that look at neighbours look at what has been written, so that folding
/// the result again changes nothing.
/// </summary>
internal sealed class FoldWriter
{
    private readonly FoldBuffer output = new();
    private string text = "";

    /// <summary>A blank that is written once something follows it: -1 for none.</summary>
    private int blankStart;
    private int blankEnd;

    /// <summary>What the last character was before it was written, where that matters to the next.</summary>
    private FoldContext last;

    /// <summary>Where the marks in canonical order begin, and whether they came in another.</summary>
    private int marksStart;
    private int lastMarkClass;
    private bool marksOutOfOrder;

    /// <summary>Folds a text; the buffer is valid until the next call.</summary>
    public FoldBuffer Fold(string text, bool withOffsets)
    {
        this.text = text;
        output.Reset(text.Length, withOffsets);
        blankStart = -1;
        ResetNeighbours();
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                var paired = Rune.TryGetRuneAt(text, i, out var rune);
                Write(paired ? FoldTable.Of(rune.Value) : FoldValue.Blank, paired ? rune.Value : 0xFFFD, i, i + (paired ? 2 : 1));
                i += paired ? 2 : 1;
            }
            else
            {
                Write(FoldTable.Of(c), c, i, i + 1);
                i++;
            }
        }

        FinishMarks();
        if (output.Length == 0)
        {
            SymbolFolding.Fold(text, output);
        }

        return output;
    }

    /// <summary>Gives back the memory of an uncommonly long text.</summary>
    public void Trim()
    {
        output.Trim();
        text = "";
    }

    private void Write(FoldValue value, int codePoint, int start, int end)
    {
        switch (value.Action)
        {
            case FoldAction.Keep:
                Append(codePoint, start, end);
                break;
            case FoldAction.Map:
                Append(value.Data, start, end);
                break;
            case FoldAction.Sequence:
                foreach (var (code, part) in FoldTable.Sequence(value))
                {
                    Write(part, code, start, end);
                }

                break;
            case FoldAction.Drop:
                // A mark or joiner is part of the character before it; an apostrophe stands by itself.
                if (value.Data == 0 && blankStart < 0)
                {
                    output.ExtendLast(end);
                }

                break;
            case FoldAction.Blank:
                WriteBlank(start, end);
                break;
            default:
                WriteInContext(value, codePoint, start, end);
                break;
        }
    }

    private void Append(int codePoint, int start, int end)
    {
        ResetNeighbours();
        if (blankStart >= 0)
        {
            output.Append(' ', blankStart, blankEnd);
            blankStart = -1;
        }

        if (codePoint > 0xFFFF)
        {
            output.Append((char)((codePoint >> 10) + 0xD7C0), start, end);
            output.Append((char)((codePoint & 0x3FF) + 0xDC00), start, end);
        }
        else
        {
            output.Append((char)codePoint, start, end);
        }
    }

    private void WriteBlank(int start, int end)
    {
        if (output.Length == 0)
        {
            return;
        }

        ResetNeighbours();
        blankStart = blankStart < 0 ? start : blankStart;
        blankEnd = end;
    }

    private void WriteInContext(FoldValue value, int codePoint, int start, int end)
    {
        // The neighbour on the left, unless something parts us from it.
        var left = blankStart < 0 ? output.Last : '\0';
        switch (value.Context)
        {
            case FoldContext.FullStop:
                if (!FullStops.JoinsInitials(text, start))
                {
                    WriteBlank(start, end);
                }

                break;
            case FoldContext.Comma:
                if (!FullStops.JoinsThousands(text, start))
                {
                    WriteBlank(start, end);
                }

                break;
            case FoldContext.Mark:
                WriteMark(value.Data, codePoint, start, end);
                break;
            case FoldContext.HanRepeat:
                WriteHanRepeat(left, start, end);
                break;
            case FoldContext.JamoLead:
                Append(value.Data, start, end);
                last = FoldContext.JamoLead;
                break;
            case FoldContext.JamoVowel when last == FoldContext.JamoLead && left != 0:
                var syllable = HangulRules.Syllable(left, value.Data);
                ResetNeighbours();
                output.ReplaceLast(syllable, end);
                break;
            case FoldContext.JamoTrail when HangulRules.IsOpenSyllable(left):
                ResetNeighbours();
                output.ReplaceLast(HangulRules.AddTrail(left, value.Data), end);
                break;
            case FoldContext.JamoVowel or FoldContext.JamoTrail:
                Append(value.Data, start, end);
                break;
            default:
                WriteKana(value, left, start, end);
                break;
        }
    }

    private void WriteKana(FoldValue value, char left, int start, int end)
    {
        switch (value.Context)
        {
            case FoldContext.Vu:
                Append(value.Data, start, end);
                last = FoldContext.Vu;
                return;
            case FoldContext.SmallVowel when last == FoldContext.Vu && left != 0:
                ResetNeighbours();
                output.ReplaceLast(KanaRules.BaRow((char)(value.Data)), end);
                return;
            case FoldContext.SmallVowel:
                Append(value.Data, start, end);
                return;
        }

        if (!KanaRules.IsKana(left))
        {
            // Nothing to lengthen, voice or repeat. Before kana ー is a part of a word, as in a query; beside other scripts it is a dash.
            if (value.Context == FoldContext.LongMark && end < text.Length && IsKanaLetter(text[end]))
            {
                Append(value.Data, start, end);
            }
            else if (value.Context is not (FoldContext.VoicedMark or FoldContext.SemiVoicedMark))
            {
                WriteBlank(start, end);
            }
            else if (blankStart < 0)
            {
                output.ExtendLast(end);
            }

            return;
        }

        switch (value.Context)
        {
            case FoldContext.LongMark:
                if (last == FoldContext.LongMark || KanaRules.VowelOf(left) == ' ')
                {
                    // うわーーー is as long as うわー; nothing sounds longer after っ and ん.
                    output.ExtendLast(end);
                    return;
                }

                Append(KanaRules.VowelOf(left), start, end);
                last = FoldContext.LongMark;
                return;
            case FoldContext.KanaRepeat:
                Append(KanaRules.Unvoice(left), start, end);
                return;
            case FoldContext.KanaRepeatVoiced:
                Append(KanaRules.Voice(KanaRules.Unvoice(left)) is var v and not '\0' and not 'ゔ' ? v : left, start, end);
                return;
            default:
                WriteVoicing(value.Context, left, end);
                return;
        }
    }

    private void WriteVoicing(FoldContext mark, char left, int end)
    {
        // The long mark's vowel is no letter of its own that could be voiced.
        var composed = last == FoldContext.LongMark ? '\0' : mark == FoldContext.VoicedMark ? KanaRules.Voice(left) : KanaRules.SemiVoice(left);
        if (composed == '\0')
        {
            output.ExtendLast(end);
        }
        else if (composed == 'ゔ')
        {
            output.ReplaceLast('ぶ', end);
            last = FoldContext.Vu;
        }
        else
        {
            output.ReplaceLast(composed, end);
        }
    }

    private void WriteHanRepeat(char left, int start, int end)
    {
        if (char.IsLowSurrogate(left))
        {
            var rune = new Rune(output[output.Length - 2], left);
            if (Scripts.IsHan(rune.Value))
            {
                Append(rune.Value, start, end);
                return;
            }
        }
        else if (Scripts.IsHan(left))
        {
            Append(left, start, end);
            return;
        }

        if (end < text.Length && Rune.TryGetRuneAt(text, end, out var next) && IsHanLetter(next.Value))
        {
            // A part of a word, as in a query: 々木.
            Append('々', start, end);
        }
        else
        {
            WriteBlank(start, end);
        }
    }

    /// <summary>A letter of kana as it may stand in an unfolded text: not ー, not the signs of repetition.</summary>
    private static bool IsKanaLetter(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or (>= 'ｦ' and <= 'ｯ') or (>= 'ｱ' and <= 'ﾝ');

    /// <summary>A Han character as it may stand in an unfolded text: no radical, no sign of repetition.</summary>
    private static bool IsHanLetter(int codePoint) => codePoint is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private void WriteMark(int combiningClass, int codePoint, int start, int end)
    {
        var (marksStart, lastClass, outOfOrder) = (this.marksStart, lastMarkClass, marksOutOfOrder);
        var continues = marksStart >= 0 && blankStart < 0;
        if (continues)
        {
            // Keeps Append from closing the run of marks that this one goes on with.
            this.marksStart = -1;
        }

        Append(codePoint, start, end);
        var width = codePoint > 0xFFFF ? 2 : 1;
        this.marksStart = continues ? marksStart : output.Length - width;
        marksOutOfOrder = continues && (outOfOrder || combiningClass < lastClass);
        lastMarkClass = combiningClass;
    }

    private void ResetNeighbours()
    {
        last = FoldContext.None;
        FinishMarks();
    }

    private void FinishMarks()
    {
        if (marksStart >= 0 && marksOutOfOrder)
        {
            output.SortMarks(marksStart);
        }

        marksStart = -1;
        marksOutOfOrder = false;
    }
}
