using LeapSearch.Analysis;
using LeapSearch.Catalog.Editors;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>The editors' synonyms, ready to be looked up in a query. What a rule adds is not itself looked up: rules do not chain.</summary>
internal sealed class SynonymTable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "search-synonyms.txt";

    /// <summary>Rules of a file.</summary>
    public const int MaxRules = 10_000;

    /// <summary>What one phrase stands for in all rules together: each is a search of its own beside the words typed.</summary>
    public const int MaxOthers = 16;

    private readonly Dictionary<string, List<SynonymPhrase>> others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SynonymPhrase> typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> longest = new(StringComparer.Ordinal);
    private readonly HashSet<char> firstOfRuns = [];
    private readonly Dictionary<string, List<SynonymPhrase>>.AlternateLookup<ReadOnlySpan<char>> byText;
    private int longestRun;
    private int rules;

    private SynonymTable() => byText = others.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No rules.</summary>
    public static SynonymTable None { get; } = new();

    /// <summary>Whether there is no rule: then nothing is looked up.</summary>
    public bool IsEmpty => others.Count == 0;

    /// <summary>Characters of the longest phrase that is looked up within a run of characters without blanks; 0 for none.</summary>
    public int LongestRun => longestRun;

    /// <param name="path">The file.</param>
    /// <param name="mistake">Takes each line with a mistake, which is passed over; without it the first one ends the reading.</param>
    /// <exception cref="InvalidDataException">A line is not as it should be; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SynonymTable Read(string path, Action<InvalidDataException>? mistake = null)
    {
        var table = new SynonymTable();
        EditorLines.Read(path, (line, place) => table.Add(SynonymRule.Parse(line, place)), mistake);
        table.AddJoined();
        return table;
    }

    /// <summary>What words in a row stand for, or null.</summary>
    public IReadOnlyList<SynonymPhrase>? Of(IReadOnlyList<QueryWord> words, int start, int count)
        => others.GetValueOrDefault(SynonymPhrase.KeyOf(words, start, count));

    /// <summary>What characters of a run stand for, or null.</summary>
    public IReadOnlyList<SynonymPhrase>? Of(ReadOnlySpan<char> run)
        => firstOfRuns.Contains(run[0]) && byText.TryGetValue(run, out var others) ? others : null;

    /// <summary>Words of the longest phrase that begins with the word; 0 for none.</summary>
    public int LongestFrom(QueryWord word) => longest.GetValueOrDefault(word.Term);

    private void Add(SynonymRule rule)
    {
        if (++rules > MaxRules)
        {
            throw new FormatException($"more than {MaxRules:N0} rules");
        }

        var adds = rule.Typed.Select(t => (Typed: t, Others: New(t, rule))).ToArray();
        foreach (var (typed, others) in adds)
        {
            if (others.Count > MaxOthers)
            {
                throw new FormatException($"'{typed.Text}' stands for {others.Count} others in all its rules; at most {MaxOthers} are allowed");
            }
        }

        foreach (var (typed, others) in adds.Where(a => a.Others.Count > 0))
        {
            this.others[typed.Key] = others;
            this.typed.TryAdd(typed.Key, typed);
            Start(typed.Words[0].Term, typed.Words.Count);
            StartRun(typed.Key, typed);
        }
    }

    private List<SynonymPhrase> New(SynonymPhrase typed, SynonymRule rule)
        => [.. others.GetValueOrDefault(typed.Key, []).Concat(rule.Found).Where(f => f.Key != typed.Key).DistinctBy(f => f.Key)];

    /// <summary>
    /// "kung fu" is typed "kungfu" as well. What is one word in the rule is not taken for one when it is typed in two: "the rapist" is no
    /// "therapist".
    /// </summary>
    private void AddJoined()
    {
        foreach (var typed in this.typed.Values.Where(t => t.Words.Count > 1))
        {
            var joined = typed.Key.Replace(" ", "", StringComparison.Ordinal);
            IEnumerable<SynonymPhrase> others = [.. this.others.GetValueOrDefault(joined, []), typed, .. this.others[typed.Key]];
            this.others[joined] = [.. others.Where(o => o.Key != joined).DistinctBy(o => o.Key).Take(MaxOthers)];
            Start(joined, 1);
            StartRun(joined, typed);
        }
    }

    private void StartRun(string key, SynonymPhrase typed)
    {
        if (!key.Contains(' ', StringComparison.Ordinal) && typed.Words.All(w => w.Bigrams.Count > 0))
        {
            firstOfRuns.Add(key[0]);
            longestRun = Math.Max(longestRun, key.Length);
        }
    }

    private void Start(string term, int words) => longest[term] = Math.Max(longest.GetValueOrDefault(term), words);
}
