using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>
/// The parts of the Unicode Character Database that the fold tables are made of. Debian's package unicode-data installs it.
/// </summary>
internal sealed class UnicodeData
{
    public const string Folder = "/usr/share/unicode/";

    /// <summary>Planes 0 to 2; what lies above is decided by ranges in the reader of the tables.</summary>
    public const int End = 0x30000;

    private readonly Dictionary<int, int[]> caseFold = [];
    private readonly Dictionary<int, int[]> decomposition = [];

    public UnicodeData()
    {
        var rangeStart = 0;
        foreach (var line in File.ReadLines(Folder + "UnicodeData.txt"))
        {
            var fields = line.Split(';');
            var code = Hex(fields[0]);
            if (fields[1].EndsWith("First>", StringComparison.Ordinal))
            {
                rangeStart = code;
                continue;
            }

            var start = fields[1].EndsWith("Last>", StringComparison.Ordinal) ? rangeStart : code;
            for (var c = start; c <= code && c < End; c++)
            {
                Categories[c] = fields[2];
                Names[c] = fields[1];
                CombiningClasses[c] = byte.Parse(fields[3], CultureInfo.InvariantCulture);
                DecimalDigits[c] = fields[2] == "Nd" ? sbyte.Parse(fields[6], CultureInfo.InvariantCulture) : (sbyte)-1;
            }

            if (fields[5].Length > 0)
            {
                decomposition[code] = fields[5].Split(' ').Where(f => f[0] != '<').Select(Hex).ToArray();
            }
        }

        foreach (var (first, last, script) in Ranges("Scripts.txt"))
        {
            for (var c = first; c <= last && c < End; c++)
            {
                Scripts[c] = script;
            }
        }

        foreach (var line in File.ReadLines(Folder + "CaseFolding.txt").Where(l => l.Length > 0 && l[0] != '#'))
        {
            var fields = line.Split(';', StringSplitOptions.TrimEntries);
            if (fields[1] is "C" or "F")
            {
                caseFold[Hex(fields[0])] = fields[2].Split(' ').Select(Hex).ToArray();
            }
        }

        // The iota subscript is a mark like any other for a reader; full case folding would make it a letter of its own.
        caseFold.Remove(0x345);
    }

    /// <summary>General categories; null where unassigned.</summary>
    public string?[] Categories { get; } = new string?[End];

    public string?[] Names { get; } = new string?[End];

    public string?[] Scripts { get; } = new string?[End];

    public byte[] CombiningClasses { get; } = new byte[End];

    public sbyte[] DecimalDigits { get; } = new sbyte[End];

    public static IEnumerable<(int First, int Last, string Value)> Ranges(string file)
    {
        foreach (var line in File.ReadLines(Folder + file))
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length > 0)
            {
                var fields = text.Split(';', StringSplitOptions.TrimEntries);
                var ends = fields[0].Split("..");
                yield return (Hex(ends[0]), Hex(ends[^1]), fields[1]);
            }
        }
    }

    /// <summary>The columns of NormalizationTest.txt.</summary>
    public static IEnumerable<string[]> NormalizationTests()
    {
        using var bzcat = Process.Start(new ProcessStartInfo("bzcat", Folder + "NormalizationTest.txt.bz2") { RedirectStandardOutput = true })!;
        while (bzcat.StandardOutput.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not ('#' or '@'))
            {
                yield return line.Split(';').Take(5).Select(column => Text(column.Split(' ').Select(Hex))).ToArray();
            }
        }
    }

    /// <summary>Case folding and NFKD, repeated until nothing changes (UAX #15 and section 3.13 of the standard).</summary>
    public List<int> CompatibilityCaseFold(int code)
    {
        List<int> current = [code];
        while (true)
        {
            List<int> next = [];
            foreach (var c in current)
            {
                Decompose(c, next);
            }

            next = next.SelectMany(c => caseFold.TryGetValue(c, out var folded) ? folded : [c]).ToList();
            if (next.SequenceEqual(current))
            {
                return next;
            }

            current = next;
        }
    }

    public static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static string Text(IEnumerable<int> codes)
    {
        var builder = new StringBuilder();
        foreach (var code in codes)
        {
            builder.Append(char.ConvertFromUtf32(code));
        }

        return builder.ToString();
    }

    private void Decompose(int code, List<int> output)
    {
        if (decomposition.TryGetValue(code, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, output);
            }
        }
        else
        {
            output.Add(code);
        }
    }
}
