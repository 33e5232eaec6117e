using LeapSearch.Analysis.Readings;

namespace LeapSearch.Analysis.Names;

/// <summary>What the names of one person tell about each other: which language they are in, and which readings are sure.</summary>
internal sealed class KnownReadings
{
    private readonly string? _language;
    private readonly NameScript _original = NameScript.Latin;
    private readonly HashSet<(string System, string Reading)> _inScript = [];

    public KnownReadings(string? language, List<string> names)
    {
        _language = string.IsNullOrWhiteSpace(language) ? null : language;
        foreach (var name in names)
        {
            var script = NameScripts.Of(name);
            if (script == NameScript.Latin)
            {
                if (NameWords.Parse(name) is { } words)
                {
                    InLatin.Add(words);
                }
            }
            else if (script != NameScript.Other)
            {
                InScript.Add((name, script));
                if (_original == NameScript.Latin)
                {
                    _original = script;
                }
            }
        }
    }

    /// <summary>The names in Han, kana or Hangul.</summary>
    public List<(string Name, NameScript Script)> InScript { get; } = [];

    /// <summary>The names in Latin letters.</summary>
    public List<NameWords> InLatin { get; } = [];

    /// <summary>The systems by which the person's names of a script are read.</summary>
    /// <remarks>Without a language, the script of the first name that is not Latin tells it: Latin names beside Hangul are Korean.</remarks>
    public IReadOnlyList<SystemUse> SystemsFor(NameScript script)
        => ReadingSystems.For(_language ?? (_original switch { NameScript.Hangul => "ko", NameScript.Kana => "ja", NameScript.Han when script == NameScript.Latin => "zh", _ => null }), script);

    /// <summary>The readings of a name in its script.</summary>
    public IReadOnlyList<Reading> ReadingsOf(IReadingSystem system, string name)
    {
        var readings = system.NameInScript(name);
        foreach (var reading in readings)
        {
            _inScript.Add((system.Prefix, reading.Text));
        }

        return readings;
    }

    /// <summary>Whether a name in its script was read so.</summary>
    public bool IsInScript(IReadingSystem system, string reading) => _inScript.Contains((system.Prefix, reading));
}
