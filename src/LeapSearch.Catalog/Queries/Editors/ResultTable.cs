using LeapSearch.Analysis;
using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Queries.Understanding;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>What the editors pin and hide, ready to be looked up by a query.</summary>
internal sealed class ResultTable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "search-results.jsonl";

    /// <summary>Lines of a file.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Texts that are looked for within queries: each query is compared with all of them.</summary>
    public const int MaxParts = 1_000;

    /// <summary>Documents that are hidden from all queries: each query leaves all of them out.</summary>
    public const int MaxHidden = 1_000;

    private readonly Dictionary<string, List<ResultLine>> whole = new(StringComparer.Ordinal);
    private readonly List<(string Part, ResultLine Line)> parts = [];
    private readonly List<ResultLine> always = [];
    private int lines;

    private ResultTable()
    {
    }

    /// <summary>Nothing pinned, nothing hidden.</summary>
    public static ResultTable None { get; } = new();

    /// <inheritdoc cref="SynonymTable.Read"/>
    public static ResultTable Read(string path, Action<InvalidDataException>? mistake = null)
    {
        var table = new ResultTable();
        EditorLines.Read(path, (line, place) => table.Add(ResultLine.Parse(line, place)), mistake);
        return table;
    }

    /// <summary>Every line.</summary>
    public IEnumerable<ResultLine> Lines => whole.Values.SelectMany(l => l).Concat(parts.Select(p => p.Line)).Concat(always).Distinct();

    /// <summary>What is pinned and hidden for a query now; a document that is both is hidden.</summary>
    public ResultChoices Of(ParsedQuery query, DateTimeOffset now)
    {
        if (this.lines == 0)
        {
            return ResultChoices.None;
        }

        var lines = new List<ResultLine>(always);
        if (!query.IsEmpty)
        {
            lines.AddRange(whole.GetValueOrDefault(Folding.FoldKey(query.Text), []));
            if (parts.Count > 0)
            {
                var words = PartOf(query.Words);
                lines.AddRange(parts.Where(p => words.Contains(p.Part, StringComparison.Ordinal)).Select(p => p.Line));
            }
        }

        lines.RemoveAll(l => !l.IsOn(now));
        var hidden = lines.SelectMany(l => l.Hides).Distinct().ToList();
        return lines.Count == 0
            ? ResultChoices.None
            : new ResultChoices([.. lines.SelectMany(l => l.Pins).Distinct().Except(hidden).Take(ResultLine.MaxDocuments)], hidden);
    }

    private void Add(ResultLine line)
    {
        Limit(++lines, MaxLines, "lines");
        if (line.Queries.Count == 0)
        {
            Limit(always.Sum(l => l.Hides.Count) + line.Hides.Count, MaxHidden, "documents hidden from all queries");
            always.Add(line);
        }
        else if (line.IsWhole)
        {
            foreach (var key in line.Queries.Select(Folding.FoldKey).Distinct(StringComparer.Ordinal))
            {
                if (!whole.TryGetValue(key, out var of))
                {
                    whole[key] = of = [];
                }

                of.Add(line);
            }
        }
        else
        {
            Limit(parts.Count + line.Queries.Count, MaxParts, "texts to be found within queries");
            parts.AddRange(line.Queries.Select(q => PartOf(QueryWords.Parse(q))).Distinct(StringComparer.Ordinal).Select(p => (p, line)));
        }
    }

    /// <summary>Words with a blank around each; characters that are written without blanks without, since words are found within them.</summary>
    private static string PartOf(IReadOnlyList<QueryWord> words)
        => words is [{ Bigrams.Count: > 0 } run] ? run.Term : $" {string.Join(' ', words.Select(w => w.Term))} ";

    private static void Limit(int count, int most, string what)
    {
        if (count > most)
        {
            throw new FormatException($"more than {most:N0} {what}");
        }
    }
}
