namespace LeapSearch.Analysis.Readings.Mandarin;

/// <summary>Characters that given names read otherwise than words most often do, or in two ways.</summary>
internal static class MandarinGivenNames
{
    /// <summary>The character, traditional ones too, and its readings in names, the usual one first (Xiandai Hanyu Cidian; Tongyong Guifan Hanzi Zidian).</summary>
    private const string Lexicon = """
        晟 sheng cheng
        隽 jun juan
        雋 jun juan
        筠 yun jun
        茜 qian xi
        莎 sha suo
        乐 le yue
        樂 le yue
        朝 chao zhao
        强 qiang jiang
        強 qiang jiang
        行 xing hang
        重 chong zhong
        传 chuan zhuan
        傳 chuan zhuan
        谷 gu yu
        柏 bai bo
        伯 bo bai
        娜 na nuo
        俞 yu shu
        圳 zhen
        喆 zhe
        燊 shen
        祎 yi
        禕 yi
        赟 yun
        贇 yun
        昱 yu
        炅 jiong gui
        芃 peng
        熠 yi
        倩 qian
        瑒 chang yang
        玚 chang yang
        珏 jue
        钰 yu
        铉 xuan
        婧 jing
        妤 yu
        婕 jie
        恺 kai
        愷 kai
        骁 xiao
        驍 xiao
        翀 chong
        曦 xi
        藏 zang cang
        长 chang zhang
        長 chang zhang
        曾 zeng ceng
        """;

    private static readonly Dictionary<char, Reading[]> Readings = Lexicon.Split('\n', StringSplitOptions.TrimEntries).Select(l => l.Split(' '))
        .ToDictionary(f => f[0][0], f => f[1..].Select((r, i) => new Reading(r, i == 0 ? 1 : 0.5f, 1)).ToArray());

    /// <summary>The readings of a given name by those of its characters; none where one has none.</summary>
    public static List<Reading> Read(HanReadings han, ReadOnlySpan<char> name, int limit)
    {
        List<Reading> readings = [new Reading("", 1, 0)];
        foreach (var c in name)
        {
            readings = ReadingList.Join(readings, Readings.TryGetValue(c, out var own) ? own : han.Of(c), limit);
        }

        return readings;
    }
}
