using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Finds which value of a found document the query matched, from the document itself.</summary>
internal sealed class MatchFinder
{
    /// <summary>The score of a title that is the query.</summary>
    private const int Whole = 100;

    /// <summary>The score of a title that begins with it.</summary>
    private const int Started = 50;

    private readonly string[] keys;
    private readonly string[] terms;
    private readonly Lazy<HashSet<string>> readings;

    public MatchFinder(ParsedQuery query)
    {
        var whole = Folding.FoldKey(query.Text);
        var withoutYears = query.Words.Where(w => YearReading.IsYear(w.Term))
            .Select(w => Folding.FoldKey(query.Text.Remove(w.Start, w.End - w.Start)));
        keys = [.. withoutYears.Prepend(whole).Where(k => k.Length > 0).Distinct()];
        readings = new Lazy<HashSet<string>>(() => ReadingsOf(query.Text));
        terms = [.. query.Words.Concat(query.Phrases.SelectMany(p => p)).Select(w => w.Term).Distinct()];
    }

    /// <summary>The match of a document that was found in a branch of that kind.</summary>
    public Match Find(Document document, MatchKind kind)
    {
        if (kind is MatchKind.Browse)
        {
            return new Match { Kind = kind };
        }

        TextValue best = default;
        var bestScore = -1.0;
        var isWhole = kind is MatchKind.Exact or MatchKind.ExactAlias or MatchKind.Prefix;
        foreach (var value in DocumentText.Of(document))
        {
            if (isWhole && value.Kind is not (TextKind.Title or TextKind.OtherTitle))
            {
                // Titles and names come first.
                break;
            }

            var score = isWhole ? WholeScore(value.Value) : WordScore(value.Value);
            if (score + Preference(value.Kind) is var preferred && score > 0 && preferred > bestScore)
            {
                (best, bestScore) = (value, preferred);
            }

            if (score >= (isWhole ? Whole : Math.Max(1, terms.Length)))
            {
                // None that follows is more telling.
                break;
            }
        }

        if (bestScore <= 0 && kind is MatchKind.Exact or MatchKind.ExactAlias or MatchKind.Prefix or MatchKind.Sound)
        {
            (best, bestScore) = (ReadAs(document), 1);
        }

        return new Match
        {
            Kind = kind,
            Field = bestScore > 0 ? best.Field : "",
            Value = bestScore > 0 && best.Kind != TextKind.Running ? best.Value : "",
        };
    }

    /// <summary>The title or name that the query is a reading of; the first where none can be told, as for a half-typed one.</summary>
    private TextValue ReadAs(Document document)
    {
        var titles = DocumentText.Of(document).Where(v => v.Kind is TextKind.Title or TextKind.OtherTitle).ToArray();
        return titles.FirstOrDefault(v => NameForms.Orders(v.Value).Any(keys.Contains) || KeysOf(v.Value).Any(readings.Value.Contains), titles[0]);
    }

    private static HashSet<string> ReadingsOf(string query)
    {
        var name = NameForms.OfQuery(query);
        return [.. name.Spelling.Concat(name.Sound).Concat(ReadingForms.OfQuery(query).Whole).Select(k => k.Text)];
    }

    private static IEnumerable<string> KeysOf(string title)
    {
        var name = NameForms.Of(new NameInput(title));
        return name.Spelling.Concat(name.Sound).Concat(ReadingForms.Of(title).Whole).Select(k => k.Text);
    }

    private static double Preference(TextKind kind) => kind switch { TextKind.Title => 0.3, TextKind.OtherTitle => 0.2, TextKind.Property => 0.1, _ => 0 };

    private int WholeScore(string value)
    {
        var folded = Folding.FoldKey(value);
        return Array.Exists(keys, k => folded == k) ? Whole : Array.Exists(keys, k => folded.StartsWith(k, StringComparison.Ordinal)) ? Started : 0;
    }

    private int WordScore(string value)
    {
        var text = Folding.FoldBriefly(value);
        var matched = 0;
        foreach (var term in terms)
        {
            matched += text.Contains(term, StringComparison.Ordinal) ? 1 : 0;
        }

        return matched;
    }
}
