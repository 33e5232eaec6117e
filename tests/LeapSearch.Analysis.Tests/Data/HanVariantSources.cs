using System.IO.Compression;
using System.Text;
using LeapSearch.Testing;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>
/// Makes Data/Han/variants.txt: characters that are one character for a reader who searches, from OpenCC (simplified and
/// traditional, Hong Kong, Taiwan, Japanese new forms) and Unihan (kZVariant: the same character coded twice).
/// </summary>
/// <remarks>
/// The fold goes to the simplified side: 发 is both 發 and 髮, so that only a class with all three lets 头发 find 頭髮.
/// Unihan's kSemanticVariant is left out: it joins words of like meaning, and chains of it join what no reader would.
/// </remarks>
internal static class HanVariantSources
{
    /// <summary>
    /// Forms that names use for the common one (髙橋), or Taiwan for both (沈默), which the tables lack: first the common form.
    /// </summary>
    private static readonly string[] NameForms =
        ["島嶋嶌", "崎﨑嵜", "高髙", "浜濵濱", "辺邉邊", "富冨", "桑桒", "柳栁", "吉𠮷", "館舘", "塚塚", "斎齋齊斉", "辻辻", "徳德", "隆隆", "祐祐", "恵惠", "峰峯", "竜龍龙", "桧檜", "真眞", "槙槇", "沉沈", "苏甦"];

    /// <summary>
    /// Traditional characters that simplified text replaces only now and then, and that live on there as other words (座 beside 坐) or would chain two
    /// classes (鍊 to 炼 and 链).
    /// </summary>
    private static readonly HashSet<int> LivingWords = [.. "待俱座坯像哩鍊祇".Select(c => (int)c)];

    /// <summary>Lines of characters of one class, the representative first.</summary>
    public static string Variants()
    {
        var parent = new Dictionary<int, int>();
        var simplified = Pairs("TSCharacters").ToDictionary(p => p.Key, p => p.Values[0]);
        foreach (var (key, value) in simplified)
        {
            Join(parent, key, value);
        }

        foreach (var (key, values) in Pairs("STCharacters"))
        {
            foreach (var value in values.Where(v => !LivingWords.Contains(v)))
            {
                Join(parent, key, value);
            }
        }

        foreach (var (key, values) in Pairs("HKVariants").Concat(Pairs("TWVariants")))
        {
            Join(parent, key, values[0]);
        }

        var japanese = new HashSet<int>();
        foreach (var (key, values) in Pairs("JPShinjitaiCharacters"))
        {
            japanese.Add(key);

            // 弁 stands for 辨, 瓣 and 辯: one class of them would join four words for the sake of one.
            if (values.Count(v => v != key) == 1)
            {
                Join(parent, key, values.First(v => v != key));
            }
        }

        foreach (var line in Lines("scripts/unihan/Unihan_Variants.txt.gz"))
        {
            var fields = line.Split('\t');
            if (fields is [_, "kZVariant", _])
            {
                foreach (var value in fields[2].Split(' '))
                {
                    Join(parent, UnicodeData.Hex(fields[0][2..]), UnicodeData.Hex(value.Split('<')[0][2..]));
                }
            }
        }

        foreach (var forms in NameForms)
        {
            var codes = forms.EnumerateRunes().Select(r => r.Value).ToList();
            codes.ForEach(c => Join(parent, codes[0], c));
        }

        var text = new StringBuilder();
        foreach (var group in parent.Keys.GroupBy(k => Find(parent, k)).Select(g => g.ToList()).Where(g => g.Count > 1).OrderBy(g => g.Min()))
        {
            // The simplified form leads, then forms that Chinese uses; a lower code point is the commoner character.
            var first = group.OrderByDescending(c => group.Count(o => simplified.GetValueOrDefault(o) == c)).ThenBy(c => japanese.Contains(c)).ThenBy(c => c).First();
            text.Append(UnicodeData.Text(group.Order().Where(c => c != first).Prepend(first))).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(int Key, int[] Values)> Pairs(string table)
    {
        foreach (var line in Lines($"scripts/opencc/{table}.txt.gz"))
        {
            var fields = line.Split('\t');
            if (fields.Length >= 2 && Code(fields[0]) is { } key)
            {
                var values = fields[1].Split(' ').Select(Code).OfType<int>().ToArray();
                if (values.Length > 0)
                {
                    yield return (key, values);
                }
            }
        }
    }

    private static int? Code(string text) => Rune.TryGetRuneAt(text, 0, out var rune) && rune.Utf16SequenceLength == text.Length ? rune.Value : null;

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static int Find(Dictionary<int, int> parent, int code)
    {
        while (parent.TryGetValue(code, out var next) && next != code)
        {
            code = next;
        }

        return code;
    }

    private static void Join(Dictionary<int, int> parent, int a, int b)
    {
        if (a >= UnicodeData.End || b >= UnicodeData.End)
        {
            // Plane 3: characters that no font of a reader shows.
            return;
        }

        parent.TryAdd(a, a);
        parent.TryAdd(b, b);
        var (x, y) = (Find(parent, a), Find(parent, b));
        parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
