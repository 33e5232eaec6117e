namespace LeapSearch.Analysis.Names;

/// <summary>A name in Latin letters as words of pieces: "Peter Ho-Sun Chan" is [peter] [ho, sun] [chan].</summary>
/// <remarks>A hyphen tells that the pieces are syllables of one name; folding alone would drop it. "Chan, Jackie" is put in its spoken order.</remarks>
internal sealed class NameWords
{
    /// <summary>No person's name has more; a longer query is not a name alone.</summary>
    private const int MostWords = 6;

    private const int LongestText = 200;

    private static readonly char[] Hyphens = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\uFF0D'];

    private NameWords(string[][] words, bool typed)
    {
        Words = words;
        IsTyped = typed;
    }

    /// <summary>The folded words, each of one or more pieces of a to z.</summary>
    public string[][] Words { get; }

    /// <summary>Whether it was typed by a reader, so that not all of it need be a name; a name that the catalogue gives is one.</summary>
    public bool IsTyped { get; }

    /// <summary>The words of a name, or null for what is not a name in Latin letters alone.</summary>
    public static NameWords? Parse(string name, bool typed = false)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var spoken = comma > 0 && name.IndexOf(',', comma + 1) < 0 ? string.Concat(name.AsSpan(comma + 1), " ", name.AsSpan(0, comma)) : name;
        return Parse(spoken, MostWords, typed, digits: false);
    }

    /// <summary>The words of a text of Latin letters and digits alone, runs of digits as pieces of their own, or null.</summary>
    public static NameWords? ParseText(string text, int mostWords, bool typed) => Parse(text, mostWords, typed, digits: true);

    private static NameWords? Parse(string text, int mostWords, bool typed, bool digits)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var words = new List<string[]>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = new List<string>();
            foreach (var piece in word.Split(Hyphens, StringSplitOptions.RemoveEmptyEntries))
            {
                if (digits && !piece.Any(char.IsLetterOrDigit))
                {
                    // A title's colon with blanks around it.
                    continue;
                }

                var folded = Folding.FoldKey(piece);
                if (!folded.All(c => c is >= 'a' and <= 'z' || (digits && char.IsAsciiDigit(c))))
                {
                    return null;
                }

                for (var start = 0; start < folded.Length;)
                {
                    var end = start + 1;
                    while (end < folded.Length && char.IsAsciiDigit(folded[end]) == char.IsAsciiDigit(folded[start]))
                    {
                        end++;
                    }

                    pieces.Add(folded[start..end]);
                    start = end;
                }
            }

            if (pieces.Count > 0)
            {
                words.Add([.. pieces]);
            }
        }

        return words.Count == 0 || words.Count > mostWords ? null : new NameWords([.. words], typed);
    }

    /// <summary>All letters run together.</summary>
    public string Joined => string.Concat(Words.SelectMany(w => w));

    /// <summary>
    /// The words without the first or last, where that may be a Western given name beside a Chinese one ("Tony Leung Chiu-wai"), and whether it is
    /// known to be one; else null.
    /// </summary>
    public (string[][] Words, bool Known)? WithoutWestern(bool last)
    {
        if (Words.Length < 3)
        {
            return null;
        }

        var word = last ? Words[^1] : Words[0];
        var known = word.Length == 1 && WesternGivenNames.Contains(word[0]);
        return known || !IsTyped ? (last ? Words[..^1] : Words[1..], known) : null;
    }
}
