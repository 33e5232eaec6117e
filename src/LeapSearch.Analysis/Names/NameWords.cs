namespace LeapSearch.Analysis.Names;

/// <summary>A name in Latin letters as words of pieces: "Peter Ho-Sun Chan" is [peter] [ho, sun] [chan].</summary>
/// <remarks>A hyphen tells that the pieces are syllables of one name; folding alone would drop it. "Chan, Jackie" is put in its spoken order.</remarks>
internal sealed class NameWords
{
    /// <summary>No person's name has more; a longer query is not a name alone.</summary>
    private const int MostWords = 6;

    private const int LongestText = 200;

    private static readonly char[] Hyphens = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\uFF0D'];

    private NameWords(string[][] words)
    {
        Words = words;
    }

    /// <summary>The folded words, each of one or more pieces of a to z.</summary>
    public string[][] Words { get; }

    /// <summary>The words of a name, or null for what is not a name in Latin letters alone.</summary>
    public static NameWords? Parse(string name) => Parse(name, MostWords);

    /// <summary>The words of a text of Latin letters alone, or null.</summary>
    public static NameWords? Parse(string name, int mostWords)
    {
        if (name.Length > LongestText)
        {
            return null;
        }

        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var spoken = comma > 0 && name.IndexOf(',', comma + 1) < 0 ? string.Concat(name.AsSpan(comma + 1), " ", name.AsSpan(0, comma)) : name;
        var words = new List<string[]>();
        foreach (var word in spoken.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = new List<string>();
            foreach (var piece in word.Split(Hyphens, StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = Folding.FoldKey(piece);
                if (folded.AsSpan().ContainsAnyExceptInRange('a', 'z'))
                {
                    return null;
                }

                if (folded.Length > 0)
                {
                    pieces.Add(folded);
                }
            }

            if (pieces.Count > 0)
            {
                words.Add([.. pieces]);
            }
        }

        return words.Count == 0 || words.Count > mostWords ? null : new NameWords([.. words]);
    }

    /// <summary>All letters run together.</summary>
    public string Joined => string.Concat(Words.SelectMany(w => w));

    /// <summary>The words without the one at an end: a Western given name beside a Chinese one ("Tony Leung Chiu-wai").</summary>
    public NameWords Without(Index word) => word.Equals(0) ? new NameWords(Words[1..]) : new NameWords(Words[..^1]);
}
