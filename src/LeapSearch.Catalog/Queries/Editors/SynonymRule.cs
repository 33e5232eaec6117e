using LeapSearch.Analysis;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>
/// A line of the editors' synonyms:
/// <code>
/// # a comment
/// sci-fi, science fiction, sf
/// kung fu, 功夫 => martial arts
/// </code>
/// Phrases with commas between them stand for one another; what stands left of an arrow also stands for what is right of it, and not the other
/// way. Commas and arrows of full width are taken too.
/// </summary>
/// <param name="Place">Where it stands, "file:line".</param>
/// <param name="Typed">What is typed.</param>
/// <param name="Found">What that also stands for; itself among them where all stand for one another.</param>
internal sealed record SynonymRule(string Place, IReadOnlyList<SynonymPhrase> Typed, IReadOnlyList<SynonymPhrase> Found)
{
    /// <summary>Phrases on one side: each is looked for wherever another of them is typed.</summary>
    public const int MaxPhrases = 16;

    /// <summary>Words of a phrase; a longer one is a sentence, and no query.</summary>
    public const int MaxWords = 8;

    /// <summary>Characters of a phrase.</summary>
    public const int MaxLength = 100;

    private static readonly char[] Commas = [',', '，', '、'];
    private static readonly string[] Arrows = ["=>", "＝＞", "⇒"];

    /// <summary>The rule of a line.</summary>
    /// <exception cref="FormatException">The line is not as above; the message says in what.</exception>
    public static SynonymRule Parse(string line, string place)
    {
        var sides = line.Split(Arrows, StringSplitOptions.None);
        switch (sides.Length)
        {
            case 1:
                var group = Phrases(line, "the line");
                return Checked(new SynonymRule(place, group, group));
            case 2:
                return Checked(new SynonymRule(place, Phrases(sides[0], "what is left of '=>'"), Phrases(sides[1], "what is right of '=>'")));
            default:
                throw new FormatException("a second '=>'; write one rule a line");
        }
    }

    private static SynonymRule Checked(SynonymRule rule) => rule switch
    {
        { Typed: [var one], Found: [var same] } when ReferenceEquals(one, same)
            => throw new FormatException($"'{one.Text}' stands alone; write what it stands for behind a comma, or behind '=>' for one way only"),
        { Typed: [var one], Found: [var same] } when one.Key == same.Key
            => throw new FormatException($"'{one.Text}' and '{same.Text}' are the same words to the search"),
        _ => rule,
    };

    private static List<SynonymPhrase> Phrases(string side, string where)
    {
        var phrases = side.Split(Commas).Select(p => Phrase(p.Trim(), where)).DistinctBy(p => p.Key).ToList();
        return phrases.Count <= MaxPhrases ? phrases : throw new FormatException($"{where} has {phrases.Count} phrases; at most {MaxPhrases} are allowed");
    }

    private static SynonymPhrase Phrase(string text, string where)
    {
        if (text.Length == 0)
        {
            throw new FormatException($"{where} has an empty phrase");
        }

        if (text.AsSpan().IndexOfAny('=', '>', '→') >= 0)
        {
            throw new FormatException($"'{text}' holds an arrow that is none; write '=>'");
        }

        if (text.Length > MaxLength)
        {
            throw new FormatException($"'{text[..20]}…' has {text.Length} characters; at most {MaxLength} are allowed");
        }

        var words = QueryWords.Parse(text);
        return words.Count switch
        {
            0 => throw new FormatException($"'{text}' has no letter or digit to look for"),
            > MaxWords => throw new FormatException($"'{text}' has {words.Count} words; at most {MaxWords} are allowed"),
            _ => new SynonymPhrase(text, words),
        };
    }
}
