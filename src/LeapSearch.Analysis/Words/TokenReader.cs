namespace LeapSearch.Analysis;

/// <summary>What a token of the index is.</summary>
internal enum TokenKind
{
    /// <summary>A word, written apart from others by blanks or by its script.</summary>
    Word,

    /// <summary>Another way to write the word at the same place: "spiderman" at Spider-Man, "avventura" in L'Avventura.</summary>
    Alternative,

    /// <summary>One character of a script without blanks.</summary>
    Single,

    /// <summary>Two characters in a row of a script searched by pairs.</summary>
    Pair,
}

/// <summary>
/// Reads the tokens of a folded text one after the other.
/// </summary>
/// <remarks>
/// Words of scripts with blanks take one position each. Text of Han, kana, Hangul, Thai and its relatives takes one position a character ("cell"),
/// with the pair of it and the next, so that any two characters or more are found as a phrase. Pairs reach over blanks and
/// punctuation within a sentence: 너의이름은 finds 너의 이름은, ハリーポッター finds ハリー・ポッター. Besides, a Han character stands alone (钟 finds
/// 钟楼), a Hangul word as a whole, and a kana or Thai cell where it has no neighbour; a single syllable of Hangul or kana inside a word is
/// not asked for by readers and would be junk.
/// </remarks>
internal sealed class TokenReader
{
    private static readonly FoldedText Nothing = new("", "", null, null);

    private readonly Queue<Token> pending = new();
    private readonly char[] term = new char[Words.MaxLength];
    private FoldedText text = Nothing;

    /// <summary>The next folded character to look at.</summary>
    private int at;

    /// <summary>Positions passed since the last token.</summary>
    private int increment;

    /// <summary>Up to where words are already within a joined compound, so that parts do not start compounds of their own.</summary>
    private int compoundEnd;

    /// <summary>Up to where characters belong to a Hangul word that has been read.</summary>
    private int wordEnd;

    /// <summary>Whether the last cell made a pair with the next one.</summary>
    private bool paired;

    private int length;

    /// <summary>The term of the current token.</summary>
    public ReadOnlySpan<char> Term => term.AsSpan(0, length);

    /// <summary>Positions from the token before; 0 at the same place.</summary>
    public int PositionIncrement { get; private set; }

    /// <summary>Where in the original the token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where in the original the token ends.</summary>
    public int End { get; private set; }

    /// <summary>Where in the folded text the token starts.</summary>
    public int FoldedStart { get; private set; }

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Starts over with another text.</summary>
    public void Reset(FoldedText text)
    {
        this.text = text;
        pending.Clear();
        at = 0;
        increment = 0;
        compoundEnd = 0;
        wordEnd = 0;
        paired = false;
    }

    /// <summary>Lets go of the text.</summary>
    public void Release() => Reset(Nothing);

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Read()
    {
        while (pending.Count == 0)
        {
            if (at >= text.Text.Length)
            {
                return false;
            }

            if (text.Text[at] == ' ')
            {
                at++;
            }
            else if (Words.FamilyAt(text.Text, at) == WordFamily.Spaced)
            {
                ReadWord();
            }
            else
            {
                ReadCell();
            }
        }

        Take(pending.Dequeue());
        return true;
    }

    private void ReadWord()
    {
        var folded = text.Text;
        var start = at;
        var end = Words.EndOfWord(folded, start);
        at = end;
        increment++;
        paired = false;
        Enqueue(TokenKind.Word, start, end);
        if (start >= this.compoundEnd && Compounds.EndOfCompound(text, end) is var compoundEnd && compoundEnd > end)
        {
            this.compoundEnd = compoundEnd;
            Enqueue(TokenKind.Alternative, start, compoundEnd);
        }

        if (Compounds.Apostrophe(text, start, end) is var apostrophe && apostrophe > 0)
        {
            if (Compounds.IsPossessive(folded, apostrophe, end))
            {
                Enqueue(TokenKind.Alternative, start, apostrophe);
            }
            else if (Compounds.IsElision(folded, start, apostrophe, end))
            {
                Enqueue(TokenKind.Alternative, apostrophe, end);
            }
        }
    }

    private void ReadCell()
    {
        var folded = text.Text;
        var start = at;
        var end = Words.EndOfCell(folded, start);
        var family = Words.FamilyAt(folded, start);
        at = end;
        increment++;
        var next = Words.NextCell(text, end, family);
        var startsWord = family == WordFamily.Hangul && start >= wordEnd;
        if (startsWord)
        {
            wordEnd = Words.EndOfRun(folded, start);
            Enqueue(TokenKind.Word, start, wordEnd);
        }
        else if (IsHanAt(folded, start) || (family != WordFamily.Hangul && next < 0 && !paired))
        {
            Enqueue(TokenKind.Single, start, end);
        }

        // A word of two syllables is its own pair.
        if (next >= 0 && !(startsWord && wordEnd == Words.EndOfCell(folded, next)))
        {
            Enqueue(TokenKind.Pair, start, Words.EndOfCell(folded, next));
        }

        if (next >= 0 && RepeatAt(start) is var repeat and not '\0')
        {
            Enqueue(TokenKind.Pair, start, Words.EndOfCell(folded, next), repeat);
        }

        paired = next >= 0;
    }

    /// <summary>
    /// ー or 々 where a cell was written so: a query that begins with it does not know what it repeats, and asks for itself (ード in ダイ・ハード).
    /// </summary>
    private char RepeatAt(int cell)
    {
        if (text.IsOriginal)
        {
            return '\0';
        }

        var value = FoldTable.Of(text.Original[text.StartOf(cell)]);
        return value.Action == FoldAction.Context && value.Context is FoldContext.LongMark or FoldContext.HanRepeat ? (char)value.Data : '\0';
    }

    private static bool IsHanAt(string text, int index)
        => Scripts.IsHan(char.IsHighSurrogate(text[index]) ? char.ConvertToUtf32(text, index) : text[index]);

    private void Enqueue(TokenKind kind, int start, int end, char first = '\0')
    {
        pending.Enqueue(new Token(kind, start, end, increment, first));
        increment = 0;
    }

    private void Take(Token token)
    {
        length = Words.CopyTerm(text.Text.AsSpan(token.Start, token.End - token.Start), term);
        if (token.First != 0)
        {
            // The cell may be a pair of surrogates; the repeat sign never is.
            var width = Words.EndOfCell(text.Text, token.Start) - token.Start;
            term[0] = token.First;
            term.AsSpan(width, length - width).CopyTo(term.AsSpan(1));
            length -= width - 1;
        }

        PositionIncrement = token.Increment;
        Kind = token.Kind;
        FoldedStart = token.Start;
        Start = text.StartOf(token.Start);
        End = text.EndOf(token.End - 1);
    }

    /// <summary>A token to come: a range of the folded text, its first character replaced unless that is 0.</summary>
    private readonly record struct Token(TokenKind Kind, int Start, int End, int Increment, char First);
}
