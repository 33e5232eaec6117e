using System.Globalization;
using System.Text;
using LeapSearch.Analysis.Data;

namespace LeapSearch.Analysis;

/// <summary>
/// What each code point folds to, by a two-stage array: the high bits choose a block of 256, the low bits the value. Blocks that are
/// alike are stored once.
/// </summary>
/// <remarks>
/// Built at first use from Data/Unicode (decomposition and case, classes), Data/Han (variants), and the kana and Hangul rules of
/// this folder. Normalization is not asked of .NET: under invariant globalization <c>string.Normalize</c> returns its input unchanged
/// (docs/decisions/0030).
/// </remarks>
internal static class FoldTable
{
    /// <summary>Planes 0 to 2. Above, plane 3 is Han, plane 14 is invisible, the rest has no letters.</summary>
    private const int End = 0x30000;

    private static readonly ushort[] Blocks = new ushort[End >> 8];
    private static readonly FoldValue[] Values;
    private static readonly (int Code, FoldValue Value)[][] SequenceTable;

    static FoldTable()
    {
        var all = new FoldValue[End];
        ReadClasses(all);
        KanaRules.Fill(all);
        HangulRules.Fill(all);
        all['.'] = FoldValue.InContext(FoldContext.FullStop, '.');
        all[','] = FoldValue.InContext(FoldContext.Comma, ',');
        all['々'] = all['〻'] = FoldValue.InContext(FoldContext.HanRepeat, '々');
        for (var c = 'A'; c <= 'Z'; c++)
        {
            all[c] = FoldValue.Map(c | 0x20);
        }

        ReadVariants(all);
        var sequences = new List<(int Code, FoldValue Value)[]>();
        ReadDecompositions(all, sequences);

        // Lilo & Stitch is Lilo and Stitch for those who type it (docs/decisions/0031).
        all['&'] = all['＆'] = all['﹠'] = AddSequence([.. " and ".Select(c => ((int)c, all[c]))], sequences);
        SequenceTable = [.. sequences];
        Values = Compress(all);
    }

    public static FoldValue Of(int codePoint) => codePoint < End
        ? Values[(Blocks[codePoint >> 8] << 8) | (codePoint & 255)]
        : Beyond(codePoint);

    /// <summary>The code points of a sequence with their values; none of them is a sequence.</summary>
    public static (int Code, FoldValue Value)[] Sequence(FoldValue value) => SequenceTable[value.Data];

    private static FoldValue Beyond(int codePoint) => (codePoint >> 16) switch
    {
        3 => FoldValue.Keep,
        14 => FoldValue.Drop,
        _ => FoldValue.Blank,
    };

    private static void ReadClasses(FoldValue[] all)
    {
        foreach (var line in DataTable.Lines("Unicode/classes.txt"))
        {
            var fields = line.Split(' ');
            var value = fields[2] switch
            {
                "D" => FoldValue.Drop,
                "A" => FoldValue.Apostrophe,
                "B" => FoldValue.Blank,
                var combiningClass => FoldValue.InContext(FoldContext.Mark, int.Parse(combiningClass, CultureInfo.InvariantCulture)),
            };
            Array.Fill(all, value, Hex(fields[0]), Hex(fields[1]) - Hex(fields[0]) + 1);
        }
    }

    private static void ReadVariants(FoldValue[] all)
    {
        foreach (var line in DataTable.Lines("Han/variants.txt"))
        {
            var representative = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (representative == 0)
                {
                    representative = rune.Value;
                }
                else
                {
                    all[rune.Value] = FoldValue.Map(representative);
                }
            }
        }
    }

    private static void ReadDecompositions(FoldValue[] all, List<(int Code, FoldValue Value)[]> sequences)
    {
        var composed = new List<(int Code, FoldValue Value)>();
        foreach (var line in DataTable.Lines("Unicode/decompositions.txt"))
        {
            var fields = line.Split(' ');
            var isSingle = fields.Length == 2;
            var parts = fields.Skip(1).Select(Hex)
                .Select(c => (Code: c, Value: isSingle ? all[c] : InSequence(c, all[c])))
                .Where(p => p.Value.Action != FoldAction.Drop)
                .ToArray();
            composed.Add((Hex(fields[0]), parts.Length switch
            {
                0 => FoldValue.Drop,
                1 when parts[0].Value.Action == FoldAction.Keep => FoldValue.Map(parts[0].Code),
                1 when parts[0].Value.Context != FoldContext.Mark => parts[0].Value,
                _ => AddSequence(parts, sequences),
            }));
        }

        // Only now: no decomposition stands on another one.
        foreach (var (code, value) in composed)
        {
            // A compatibility ideograph may be listed as a variant too; its decomposition has been led through the variants above.
            all[code] = value;
        }
    }

    private static FoldValue AddSequence((int Code, FoldValue Value)[] parts, List<(int Code, FoldValue Value)[]> sequences)
    {
        sequences.Add(parts);
        return FoldValue.Sequence(sequences.Count - 1);
    }

    /// <summary>Within "a.m." as one character there is no original text beside the full stop to look at.</summary>
    private static FoldValue InSequence(int code, FoldValue value) => code is '.' or ',' ? FoldValue.Blank : value;

    private static FoldValue[] Compress(FoldValue[] all)
    {
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var values = new List<FoldValue>();
        var key = new StringBuilder();
        for (var block = 0; block < Blocks.Length; block++)
        {
            var slice = all.AsSpan(block << 8, 256);
            key.Clear();
            foreach (var value in slice)
            {
                var bits = value.GetHashCode();
                key.Append((char)(bits & 0xFFFF)).Append((char)(bits >> 16));
            }

            if (!known.TryGetValue(key.ToString(), out var number))
            {
                number = (ushort)known.Count;
                known.Add(key.ToString(), number);
                values.AddRange(slice);
            }

            Blocks[block] = number;
        }

        return [.. values];
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
