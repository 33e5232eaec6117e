using System.Text;

namespace LeapSearch.Testing;

/// <summary>Random texts of every kind that Unicode allows, and of kinds that it does not.</summary>
public sealed class RandomText(Random random)
{
    /// <summary>Characters that rules of the folding look at.</summary>
    private const string Special =
        " .,&'’-·ー々〻ゝゞヽヾ\u3099\u309A゛゜ヴゔぁィゥえ゙かガｶﾞﾟｰㄱㅏ\u1100\u1161\u11A8\u1113각가갂ßŉİıΣςſ½³①…㏂㈎㉠㌀ﷺ™&＆!?。！\u200D\u200C\uFE0F\u034F\u0345\u0327\u0301"
        + "\u093F\u094D\u093C\u0E33\u0E49\u0EB3\u0F71\u0F72\u0F74\u05B0\u0651\u0640\uD800\uDC00\uDBFF\uDFFF\u202E\u2066\u0000\uFFFF佐𠮷髪發豈\uFA10\u2FF0⺀⼀";

    private static readonly (int First, int Last)[] Ranges =
    [
        (0x20, 0x7E), (0x20, 0x7E), (0x80, 0x24F), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x8FF), (0x900, 0xDFF), (0xE00, 0xFFF), (0x1000, 0x1FFF), (0x1100, 0x11FF),
        (0x2000, 0x2BFF), (0x2C00, 0x2FFF), (0x3000, 0x30FF), (0x3000, 0x33FF), (0x3400, 0x9FFF), (0x4E00, 0x9FFF), (0xA000, 0xABFF), (0xAC00, 0xD7FF), (0xD800, 0xDFFF),
        (0xE000, 0xFAFF), (0xFB00, 0xFFFF), (0x10000, 0x11FFF), (0x16000, 0x1FFFF), (0x1F300, 0x1FAFF), (0x20000, 0x2FFFF), (0x30000, 0x3FFFF), (0xE0000, 0xE01FF), (0, 0x10FFFF),
    ];

    /// <summary>A text of up to <paramref name="length"/> characters from a few ranges, so that neighbours meet.</summary>
    public string Next(int length)
    {
        var ranges = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Ranges[random.Next(Ranges.Length)]).ToArray();
        var count = random.Next(length + 1);
        var text = new StringBuilder(count);
        while (count-- > 0)
        {
            switch (random.Next(4))
            {
                case 0:
                    text.Append(Special[random.Next(Special.Length)]);
                    break;
                case 1 when text.Length > 0:
                    text.Append(text[random.Next(text.Length)]);
                    break;
                default:
                    var (first, last) = ranges[random.Next(ranges.Length)];
                    Append(text, random.Next(first, last + 1));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A text of about <paramref name="length"/> units without any blank: one endless word of one to three characters.</summary>
    public string Endless(int length)
    {
        var unit = Next(3);
        return string.Concat(Enumerable.Repeat(unit.Length == 0 ? "\u0301" : unit, length / Math.Max(1, unit.Length)));
    }

    private static void Append(StringBuilder text, int codePoint)
    {
        if (codePoint is >= 0xD800 and <= 0xDFFF || codePoint < 0x10000)
        {
            text.Append((char)codePoint);
        }
        else
        {
            text.Append(char.ConvertFromUtf32(codePoint));
        }
    }
}
