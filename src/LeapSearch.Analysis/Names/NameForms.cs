using LeapSearch.Analysis.Readings;

namespace LeapSearch.Analysis.Names;

/// <summary>
/// One person, every name: "Bong Joon-ho", "Joon Ho Bong", "Bong Junho", 봉준호 and 奉俊昊 give an equal key. Korean, Mandarin, Cantonese and
/// Japanese names; names of other languages meet by their words in any order.
/// </summary>
/// <remarks>
/// Not useful for parts of a name or for typos: words do that. Pure, thread-safe; any string is taken; tens of microseconds a name.
/// docs/names.md tells the rules and how well they do.
/// </remarks>
public static class NameForms
{
    /// <summary>No person or query has more exact keys.</summary>
    public const int MostExact = 48;

    /// <summary>No person or query has more spelling keys.</summary>
    public const int MostSpelling = 40;

    /// <summary>No person or query has more sound keys.</summary>
    public const int MostSound = 24;

    /// <summary>A person's further names are aliases of the first; more of them than this are lists of credits.</summary>
    private const int MostNames = 24;

    /// <summary>The keys of a person to index.</summary>
    public static NameKeys Of(NameInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var names = Names(input);
        var exact = new HashSet<string>(StringComparer.Ordinal);
        names.ForEach(n => NameOrders.AddTo(exact, n));

        var keys = new KeyCollector();
        var known = new KnownReadings(input.NameLanguage, names);
        foreach (var (script, system, most, readings) in known.InScript().Concat(known.InLatin()))
        {
            foreach (var reading in readings)
            {
                keys.Add(system.Prefix, script == NameScript.Han, reading.Text, Lesser(reading.Weight, most), reading.Weight);
            }
        }

        return Result(exact, keys);
    }

    /// <summary>A name folded to keys without blanks, one for each order in which its words are said.</summary>
    public static IReadOnlyCollection<string> Orders(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var orders = new HashSet<string>(StringComparer.Ordinal);
        NameOrders.AddTo(orders, name);
        return orders;
    }

    /// <summary>The keys that a query may mean, if it is a person's whole name in any order.</summary>
    public static NameKeys OfQuery(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var exact = new HashSet<string>(StringComparer.Ordinal);
        if (Folding.FoldKey(query) is { Length: > 0 } key)
        {
            exact.Add(key);
        }

        var keys = new KeyCollector();
        var script = NameScripts.Of(query);
        var words = script == NameScript.Latin ? NameWords.Parse(query, typed: true) : null;
        foreach (var (system, most) in ReadingSystems.For(null, script))
        {
            var readings = script != NameScript.Latin ? system.NameInQuery(query) : words is null ? [] : system.NameInLatin(words);
            foreach (var reading in readings)
            {
                var grade = Lesser(reading.Weight, most);
                if (script == NameScript.Han)
                {
                    keys.Add(system.Prefix, false, reading.Text, grade, reading.Weight);
                }
                else
                {
                    keys.AddBoth(system.Prefix, reading.Text, grade, reading.Weight);
                }
            }
        }

        return Result(exact, keys);
    }

    private static NameKeys Result(HashSet<string> exact, KeyCollector keys)
        => new([.. exact.Take(MostExact)], keys.Keys(KeyGrade.Spelling, MostSpelling), keys.Keys(KeyGrade.Sound, MostSound));

    private static KeyGrade Lesser(float weight, KeyGrade most) => (KeyGrade)Math.Max((int)ReadingForms.GradeOf(weight), (int)most);

    private static List<string> Names(NameInput input)
    {
        var names = new List<string>();
        foreach (var name in ((string?[])[input.OriginalName, input.Name]).Concat(input.AlternativeNames ?? []))
        {
            if (!string.IsNullOrWhiteSpace(name) && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names.Count > MostNames ? names[..MostNames] : names;
    }
}
