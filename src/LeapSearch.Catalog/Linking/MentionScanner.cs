using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Schema;

namespace LeapSearch.Catalog.Linking;

/// <summary>Finds all titles and names of the catalogue in a line of text, the longest at each place.</summary>
internal sealed class MentionScanner(KeyProbe probe)
{
    /// <summary>Words of the longest title looked for.</summary>
    private const int MaxWords = 12;

    /// <summary>Characters of the longest title looked for inside a run of a script without blanks.</summary>
    private const int MaxRun = 16;

    private const string OpeningMarks = "“\"'‘«《〈「『(";
    private const string ClosingMarks = "”\"'’»》〉」』)";

    private static readonly HashSet<string> SmallWords =
        ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "de", "la", "no", "wa", "ni", "vs"];

    private readonly List<string> fields = [];

    public IEnumerable<Mention> Scan(string line)
    {
        var words = QueryWords.Parse(line);
        for (var i = 0; i < words.Count;)
        {
            var (mention, taken) = words[i].Bigrams.Count > 0 && words[i].Script != WordScript.Hangul
                ? InRun(line, words, i)
                : AtWord(line, words, i);
            if (mention is not null)
            {
                yield return mention;
            }

            i += Math.Max(taken, 1);
        }
    }

    private (Mention? Mention, int Taken) AtWord(string line, IReadOnlyList<QueryWord> words, int first)
    {
        // Titles and names begin with a capital, a digit, or in a script without capitals.
        if (char.IsLower(line[words[first].Start]))
        {
            return (null, 1);
        }

        Mention? best = null;
        var taken = 1;
        for (var last = first; last < Math.Min(first + MaxWords, words.Count); last++)
        {
            if (last > first && Parts(QueryWords.Between(line, words[last - 1], words[last])))
            {
                break;
            }

            var text = line[words[first].Start..words[last].End];
            var key = Folding.FoldKey(text);
            var isStart = probe.IsStart(key, fields);
            if (fields.Count > 0 && Make(line, words, first, last, key) is { } mention)
            {
                (best, taken) = (mention, last - first + 1);
            }
            else if (words[last].Script == WordScript.Hangul && ShorterHangul(line, words, first, last) is { } shorter)
            {
                (best, taken) = (shorter, last - first + 1);
            }

            if (!isStart)
            {
                break;
            }
        }

        return (best, taken);
    }

    /// <summary>Korean puts its particles behind a name without a blank: 봉준호의.</summary>
    private Mention? ShorterHangul(string line, IReadOnlyList<QueryWord> words, int first, int last)
    {
        for (var cut = 1; cut <= 2 && words[last].End - words[last].Start > cut + 1; cut++)
        {
            var key = Folding.FoldKey(line[words[first].Start..(words[last].End - cut)]);
            probe.IsStart(key, fields);
            if (fields.Count > 0)
            {
                return Make(line, words, first, last, key);
            }
        }

        return null;
    }

    /// <summary>Titles inside a run of a script without blanks.</summary>
    private (Mention? Mention, int Taken) InRun(string line, IReadOnlyList<QueryWord> words, int at)
    {
        var run = words[at].Term;
        for (var start = 0; start + 1 < run.Length; start++)
        {
            for (var length = Math.Min(MaxRun, run.Length - start); length >= 2; length--)
            {
                var key = run.Substring(start, length);
                probe.IsStart(key, fields);
                if (fields.Count == 0)
                {
                    continue;
                }

                var isWhole = length == run.Length;
                return (new Mention(
                    key,
                    (length + 1) / 2,
                    IsTitleCased: true,
                    IsQuoted: isWhole && IsMarked(line, words[at].Start, words[at].End),
                    StartsSentence: false,
                    isWhole ? YearAfter(line, words, at) : 0,
                    MayBeFilm(),
                    MayBePerson()), 1);
            }
        }

        return (null, 1);
    }

    private Mention? Make(string line, IReadOnlyList<QueryWord> words, int first, int last, string key)
    {
        if (key.Length < 2)
        {
            return null;
        }

        var span = words.Skip(first).Take(last - first + 1).ToArray();
        return new Mention(
            key,
            span.Length,
            span.All(w => !char.IsLower(line[w.Start]) || SmallWords.Contains(w.Term) || (w.Start > 0 && line[w.Start - 1] is '-' or '\'' or '’')),
            IsMarked(line, words[first].Start, words[last].End),
            first == 0 || EndsSentence(QueryWords.Between(line, words[first - 1], words[first])),
            YearAfter(line, words, last),
            MayBeFilm(),
            MayBePerson());
    }

    private bool MayBeFilm() => fields.Contains(IndexFields.Film.Key) || fields.Contains(IndexFields.Film.Alias);

    private bool MayBePerson() => fields.Exists(IndexFields.Person.WholeNames.Contains);

    private static bool Parts(ReadOnlySpan<char> between) => between.IndexOfAny(".;!?()\"“”") >= 0 && between.Trim() is not "." and not "!";

    private static bool EndsSentence(ReadOnlySpan<char> between) => between.IndexOfAny(".!?。！？:“\"") >= 0;

    private static bool IsMarked(string line, int start, int end)
        => start > 0 && end < line.Length && OpeningMarks.Contains(line[start - 1]) && line[start - 1] != '('
            && (ClosingMarks.Contains(line[end]) || (line[end] is ',' or '.' or '!' or '?' && end + 1 < line.Length && ClosingMarks.Contains(line[end + 1])));

    private static int YearAfter(string line, IReadOnlyList<QueryWord> words, int last)
    {
        // "Leap (2020)", "Leap (夺冠, 2020)", "Leap, 2020": within the next few words, behind a bracket or comma.
        for (var i = last + 1; i < Math.Min(last + 4, words.Count); i++)
        {
            if (words[i].Start - words[last].End > 24)
            {
                return 0;
            }

            if (YearReading.IsYear(words[i].Term) && QueryWords.Between(line, words[last], words[i]).IndexOfAny("(（[,") >= 0)
            {
                return int.Parse(words[i].Term, System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }
}
