namespace LeapSearch.Analysis.Readings.Mandarin;

/// <summary>Words of titles in which a character is read otherwise than alone (Xiandai Hanyu Cidian), simplified and traditional.</summary>
internal static class MandarinWords
{
    private const string Lexicon = """
        重庆 重慶 chongqing
        重生 chongsheng
        重逢 chongfeng
        重返 chongfan
        重来 重來 chonglai
        成都 chengdu
        首都 shoudu
        都市 dushi
        大都会 大都會 daduhui
        京都 jingdu
        长大 長大 zhangda
        成长 成長 chengzhang
        长城 長城 changcheng
        长安 長安 changan
        长江 長江 changjiang
        长津湖 長津湖 changjinhu
        长空 長空 changkong
        长路 長路 changlu
        长夜 長夜 changye
        银行 銀行 yinhang
        行业 行業 hangye
        同行 tonghang
        音乐 音樂 yinyue
        乐队 樂隊 yuedui
        乐园 樂園 leyuan
        快乐 快樂 kuaile
        还珠 還珠 huanzhu
        还乡 還鄉 huanxiang
        归还 歸還 guihuan
        睡觉 睡覺 shuijiao
        朝阳 朝陽 chaoyang
        朝鲜 朝鮮 chaoxian
        传记 傳記 zhuanji
        外传 外傳 waizhuan
        正传 正傳 zhengzhuan
        别传 別傳 biezhuan
        前传 前傳 qianzhuan
        列传 列傳 liezhuan
        传奇 傳奇 chuanqi
        投降 touxiang
        降龙 降龍 xianglong
        降魔 xiangmo
        调查 調查 diaocha
        参差 參差 cenci
        人参 人參 renshen
        大夫 daifu
        了解 liaojie
        了不起 liaobuqi
        未了 weiliao
        便宜 pianyi
        曾经 曾經 cengjing
        干部 幹部 ganbu
        数字 數字 shuzi
        角色 juese
        主角 zhujue
        校长 校長 xiaozhang
        队长 隊長 duizhang
        船长 船長 chuanzhang
        家长 家長 jiazhang
        市长 市長 shizhang
        师长 師長 shizhang
        院长 院長 yuanzhang
        单于 單于 chanyu
        西藏 xizang
        宝藏 寶藏 baozang
        地藏 dizang
        刹那 剎那 chana
        差事 chaishi
        出差 chuchai
        弹琴 彈琴 tanqin
        子弹 子彈 zidan
        炸弹 炸彈 zhadan
        蚌埠 bengbu
        厦门 廈門 xiamen
        大厦 大廈 dasha
        夹克 夾克 jiake
        什么 什麼 shenme
        地下 dixia
        地球 diqiu
        土地 tudi
        大地 dadi
        目的 mude
        的士 dishi
        似的 shide
        着火 zhaohuo
        着迷 著迷 zhaomi
        得意 deyi
        女子 nuzi
        冒顿 modu
        龟兹 龜茲 qiuci
        吐蕃 tubo
        可汗 kehan
        哪吒 nezha
        """;

    private const int Longest = 3;

    private static readonly Dictionary<string, Reading> Words = Build();

    private static readonly Dictionary<string, Reading>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The reading of the longest of these words at a place of a text, or null.</summary>
    public static Reading? At(string text, int place)
    {
        for (var length = Math.Min(Longest, text.Length - place); length > 1; length--)
        {
            if (Lookup.TryGetValue(text.AsSpan(place, length), out var reading))
            {
                return reading;
            }
        }

        return null;
    }

    private static Dictionary<string, Reading> Build()
    {
        var words = new Dictionary<string, Reading>(StringComparer.Ordinal);
        foreach (var fields in Lexicon.Split('\n', StringSplitOptions.TrimEntries).Select(l => l.Split(' ')))
        {
            foreach (var word in fields[..^1])
            {
                words[word] = new Reading(fields[^1], 1, word.Length);
            }
        }

        return words;
    }
}
