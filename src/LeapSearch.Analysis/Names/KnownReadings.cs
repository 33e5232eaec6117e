using LeapSearch.Analysis.Readings;

namespace LeapSearch.Analysis.Names;

/// <summary>What the names of one person tell about each other: which language they are in, and which readings are sure.</summary>
internal sealed class KnownReadings
{
    private readonly string? language;
    private readonly NameScript original = NameScript.Latin;
    private readonly List<NameReadings> inScript = [];
    private readonly List<NameReadings> inLatin = [];

    public KnownReadings(string? language, List<string> names)
    {
        this.language = string.IsNullOrWhiteSpace(language) ? null : language;
        original = names.Select(NameScripts.Of).FirstOrDefault(s => s is not (NameScript.Latin or NameScript.Other), NameScript.Latin);
        foreach (var name in names)
        {
            var script = NameScripts.Of(name);
            if (script != NameScript.Latin)
            {
                inScript.AddRange(SystemsFor(script).Select(s => new NameReadings(script, s.System, s.Most, s.System.NameInScript(name))));
            }
            else if (NameWords.Parse(name) is { } words)
            {
                inLatin.AddRange(SystemsFor(script).Select(s => new NameReadings(script, s.System, s.Most, s.System.NameInLatin(words))));
            }
        }
    }

    /// <summary>The readings of the names in Han, kana and Hangul; of those in Han such as the other names confirm.</summary>
    public IEnumerable<NameReadings> InScript()
        => inScript.Select(n => n.Script != NameScript.Han ? n : n with
        {
            Readings = n.System.Confirmed(n.Readings, inLatin.Concat(inScript.Where(o => o.Script != NameScript.Han)).Where(o => o.System == n.System).SelectMany(o => o.Readings)),
        });

    /// <summary>The readings of the names in Latin letters; not of those that a name in its script tells already, with one reading where letters leave many.</summary>
    public IEnumerable<NameReadings> InLatin()
    {
        var told = inScript.SelectMany(n => n.Readings.Select(r => (n.System, r.Text))).ToHashSet();
        return inLatin.Where(n => !n.Readings.Any(r => told.Contains((n.System, r.Text))));
    }

    /// <remarks>Without a language, the script of the first name that is not Latin tells it: Latin names beside Hangul are Korean.</remarks>
    private IReadOnlyList<SystemUse> SystemsFor(NameScript script) => (language, original) switch
    {
        (null, NameScript.Hangul) => ReadingSystems.For("ko", script),
        (null, NameScript.Kana) => ReadingSystems.For("ja", script),
        (null, NameScript.Han) when script == NameScript.Latin => ReadingSystems.LatinBesideHan,
        _ => ReadingSystems.For(language, script),
    };
}

/// <summary>How one name of a person may be read by one system.</summary>
internal readonly record struct NameReadings(NameScript Script, IReadingSystem System, KeyGrade Most, IReadOnlyList<Reading> Readings);
