using LeapSearch.Catalog.Lines;

namespace LeapSearch.Catalog.Related.Editors;

/// <summary>
/// What editors say of pairs of films, from a file of <see cref="EditorLine"/>. A pinned film stands first in the film's list, in the order
/// given. Blocks and labels hold for the pair, whichever of the two is asked for; a film that is pinned and blocked is blocked. Films that
/// the catalogue has not are passed over: they may come back.
/// </summary>
internal sealed class EditorChoices
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "related-editors.jsonl";

    private readonly Dictionary<string, List<string>> pins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), string> labels = [];

    public EditorChoices(IEnumerable<EditorLine> lines)
    {
        foreach (var line in lines)
        {
            var of = Of(pins, line.Film);
            of.AddRange(line.Pins.Except(of));
            foreach (var other in line.Blocks)
            {
                Of(blocks, line.Film).Add(other);
                Of(blocks, other).Add(line.Film);
            }

            foreach (var (other, label) in line.Labels)
            {
                labels[Pair(line.Film, other)] = label;
            }
        }
    }

    /// <summary>Nothing said.</summary>
    public static EditorChoices None { get; } = new([]);

    /// <summary>The films pinned to a film, in order.</summary>
    public IReadOnlyList<string> PinsOf(string film) => pins.TryGetValue(film, out var of) ? of : [];

    /// <summary>The films that are not to stand in a film's list.</summary>
    public IReadOnlyCollection<string> BlocksOf(string film) => blocks.TryGetValue(film, out var of) ? of : [];

    /// <summary>The label of a pair, or null.</summary>
    public string? LabelOf(string film, string other) => labels.GetValueOrDefault(Pair(film, other));

    /// <exception cref="InvalidDataException">A line is not as it should be; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EditorChoices Read(string path) => new(JsonLines.Read(path, EditorLine.Parse));

    private static T Of<T>(Dictionary<string, T> all, string film)
        where T : new()
    {
        if (!all.TryGetValue(film, out var of))
        {
            all[film] = of = new T();
        }

        return of;
    }

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
