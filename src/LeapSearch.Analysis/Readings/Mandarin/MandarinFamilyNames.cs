namespace LeapSearch.Analysis.Readings.Mandarin;

/// <summary>Chinese family names: which there are, which have two characters, and which are read otherwise than the character in words.</summary>
internal static class MandarinFamilyNames
{
    /// <summary>The 400 commonest of the mainland (Ministry of Public Security, reports on names 2019 to 2021), simplified, by rank.</summary>
    public const string Common =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由钮";

    private const string TwoCharacters = "欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 东方 西门 南宫 夏侯 令狐 长孙 端木 独孤 轩辕 宇文 呼延 闾丘 钟离 澹台 申屠 百里 东郭 万俟 赫连 拓跋";

    /// <summary>Read otherwise as a family name (Xiandai Hanyu Cidian, entries marked 姓): the family name's reading first, then others in use.</summary>
    private const string Heteronyms = """
        单 shan
        曾 zeng
        仇 qiu
        覃 qin tan
        任 ren
        解 xie
        查 zha
        朴 piao pu
        区 ou
        盖 ge gai
        种 chong
        缪 miao
        乐 yue le
        冼 xian
        洗 xian
        华 hua
        纪 ji
        宁 ning
        翟 zhai di
        折 she
        黑 he
        员 yun
        那 na
        召 shao
        繁 po
        燕 yan
        应 ying
        於 yu
        隗 wei kui
        葛 ge
        哈 ha
        石 shi
        车 che
        殷 yin
        俞 yu
        翁 weng
        卜 bu
        柏 bai bo
        薄 bo
        相 xiang
        尉 wei
        宿 su
        祭 zhai
        叶 ye
        沈 shen
        谌 chen shen
        晁 chao
        褚 chu
        郇 xun
        尧 yao
        訾 zi
        万 wan
        尉迟 yuchi
        万俟 moqi
        长孙 zhangsun
        令狐 linghu
        澹台 tantai
        """;

    /// <summary>Spellings of family names in use that are neither pinyin nor Wade-Giles.</summary>
    private static readonly (string Spelling, string Pinyin)[] Irregular =
    [
        ("lee", "li"), ("soong", "song"), ("hwang", "huang"), ("whang", "huang"), ("chow", "zhou"), ("chau", "zhou"), ("koo", "gu"), ("young", "yang"), ("yeung", "yang"),
        ("loo", "lu"), ("loh", "luo"), ("woo", "wu"), ("shaw", "shao"), ("tsao", "cao"), ("hsu", "xu"), ("shu", "xu"), ("shiu", "xu"), ("chao", "zhao"), ("kao", "gao"), ("gwei", "gui"),
        ("kwei", "gui"), ("kung", "gong"), ("lim", "lin"), ("tan", "chen"), ("ong", "wang"), ("goh", "wu"), ("chia", "xie"), ("yap", "ye"), ("teng", "deng"), ("lv", "lu"), ("lyu", "lu"),
        ("guey", "gui"), ("kuei", "gui"),

        // Singapore and Malaysia, Hokkien, Teochew and Hakka, where the given name is often pinyin.
        ("koh", "xu"), ("koh", "gao"), ("yeo", "yang"), ("yeoh", "yang"), ("yong", "yang"), ("neo", "liang"), ("leong", "liang"), ("khoo", "qiu"), ("boo", "wu"), ("chua", "cai"), ("chew", "zhou"),
        ("chong", "zhang"), ("teo", "zhang"), ("teoh", "zhang"), ("tay", "zheng"), ("teh", "zheng"), ("tee", "zheng"), ("kwek", "guo"), ("quek", "guo"), ("low", "liu"), ("lau", "liu"), ("low", "luo"), ("ooi", "huang"),
        ("wee", "huang"), ("ng", "huang"), ("oon", "wen"), ("poh", "fu"), ("seah", "xie"), ("cheah", "xie"), ("sim", "shen"), ("sng", "sun"), ("soh", "su"), ("toh", "zhuo"), ("foo", "fu"),
    ];

    private static readonly Dictionary<string, string[]> Special = Heteronyms.Split('\n', StringSplitOptions.TrimEntries)
        .Select(l => l.Split(' ')).ToDictionary(f => f[0], f => f[1..], StringComparer.Ordinal);

    private static readonly HashSet<string> Compound = [.. TwoCharacters.Split(' ')];

    /// <summary>How many characters of a name, its variants folded, are the family name.</summary>
    public static int LengthIn(string foldedName) => foldedName.Length > 2 && Compound.Contains(foldedName[..2]) ? 2 : 1;

    /// <summary>The readings of a family name that is read otherwise than in words, else none.</summary>
    public static IReadOnlyList<Reading> SpecialReadings(string foldedFamily)
        => Special.TryGetValue(foldedFamily, out var readings)
            ? [.. readings.Select((r, i) => new Reading(r, i == 0 ? 1 : 0.5f, foldedFamily.Length))]
            : [];

    /// <summary>The Latin spellings of family names: in pinyin, or in Wade-Giles given the spellings of its syllables.</summary>
    public static SpellingTable Spellings(HanReadings readings, SpellingTable? wadeGiles)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in Common)
        {
            var all = SpecialReadings(c.ToString());
            names.UnionWith((all.Count > 0 ? all : [.. readings.Of(c).Take(1)]).Select(r => r.Text));
        }

        var table = new SpellingTable();
        if (wadeGiles is null)
        {
            foreach (var name in names)
            {
                table.Add(name, name, 1);
            }
        }
        else
        {
            foreach (var (spelling, reading) in wadeGiles.All.Where(s => names.Contains(s.Reading.Text)))
            {
                table.Add(spelling, reading.Text, reading.Weight);
            }
        }

        foreach (var compound in Compound)
        {
            var all = SpecialReadings(compound);
            var reading = all.Count > 0 ? all[0].Text : readings.Read(compound, 1)[0].Text;
            table.Add(reading, reading, 1, 2);
        }

        foreach (var (spelling, pinyin) in Irregular)
        {
            table.Add(spelling, pinyin, 0.8f);
        }

        return table;
    }
}
