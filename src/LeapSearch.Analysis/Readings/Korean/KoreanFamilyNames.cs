namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>Korean family names and how those who bear them write them in Latin letters.</summary>
/// <remarks>
/// The 90 commonest of the census of 2015 (Statistics Korea), which all but few in a thousand bear; the spellings are those of the National Institute
/// of Korean Language's survey of passport spellings (2015) that more than a hundredth of the bearers use, and of film credits.
/// The first is the commonest. Written in full: they are too irregular to be derived ("Lee" is 이, "Roh" is 노).
/// </remarks>
internal static class KoreanFamilyNames
{
    private const string Lexicon = """
        김 kim gim
        이 lee yi rhee i ri rie li reo rhie
        박 park pak bak pahk bahk parc
        최 choi choe chwe choy che
        정 jung jeong chung cheong joung chong jong
        강 kang gang kahng
        조 cho jo joe zo
        윤 yoon yun youn yune yeun
        장 jang chang zhang
        임 lim im rim yim leem rhim eem
        한 han hahn
        오 oh o
        서 seo suh so sur su seoh
        신 shin sin sheen
        권 kwon gwon kweon
        황 hwang whang
        안 ahn an
        송 song
        전 jeon jun chun jean chon jeun
        홍 hong
        유 yoo yu you ryu ryoo lyu
        고 ko go koh goh
        문 moon mun
        양 yang ryang
        손 son sohn
        배 bae pae bai bea
        백 baek paik back paek baik
        허 heo hur huh her ho
        남 nam
        심 shim sim
        노 noh no roh ro nho
        하 ha hah
        곽 kwak gwak
        성 sung seong
        차 cha tcha
        주 joo ju chu choo
        우 woo u wu
        구 koo ku gu goo
        나 na ra nah rha la
        민 min
        진 jin chin
        지 ji jee chi chee gee
        엄 um eom uhm eum
        채 chae chai
        원 won weon one
        천 cheon chun chon chen
        방 bang pang
        공 gong kong
        현 hyun hyeon
        함 ham hahm
        변 byun byeon pyun byon byeun
        염 yeom yum youm
        여 yeo yuh yo
        추 choo chu
        도 do doh to
        소 so soh
        석 seok suk sok seuk
        선 sun seon
        설 seol sul sol
        마 ma mah
        길 gil kil
        연 yeon yon youn yun yeun
        위 wi wee
        표 pyo
        명 myung myeong
        기 ki kee gi
        반 ban pan bahn
        라 ra
        왕 wang
        금 keum geum kum gum
        옥 ok ock
        육 yook yuk
        인 in ihn
        맹 maeng
        제 je jae
        모 mo
        장 jahng
        탁 tak
        국 kook guk kuk gook
        어 eo uh
        은 eun
        편 pyun pyeon
        용 yong
        예 ye yea
        경 kyung gyeong kyoung
        봉 bong
        사 sa
        부 boo bu pu
        황보 hwangbo hwangbo
        남궁 namgung namkoong namgoong namkung
        제갈 jegal jaegal
        선우 sunwoo seonu sunoo seonwoo
        독고 dokgo dokko
        사공 sagong sakong
        가 ka ga
        복 bok
        태 tae
        목 mok
        형 hyung hyeong
        두 doo du
        피 pi pee
        승 seung
        시 si shi
        동 dong
        온 on
        빈 bin
        간 kan
        호 ho
        갈 kal gal
        감 kam gam
        단 dan
        당 dang
        팽 paeng
        상 sang
        범 bum beom
        음 eum
        좌 jwa
        아 ah
        """;

    /// <summary>Spellings of family names.</summary>
    public static SpellingTable Table { get; } = new();

    private static readonly HashSet<string> TwoSyllables = [];

    static KoreanFamilyNames()
    {
        foreach (var line in Lexicon.Split('\n', StringSplitOptions.TrimEntries))
        {
            var fields = line.Split(' ');
            for (var i = 1; i < fields.Length; i++)
            {
                // Each next spelling points to the name somewhat less: "Jung" is 정 for all but the few 중 and 전.
                Table.Add(fields[i], fields[0], MathF.Max(0.5f, 1.05f - (0.05f * i)), fields[0].Length);
            }

            if (fields[0].Length == 2)
            {
                TwoSyllables.Add(fields[0]);
            }
        }
    }

    /// <summary>How many syllables of a Hangul name are its family name.</summary>
    public static int LengthIn(string name) => name.Length > 2 && TwoSyllables.Contains(name[..2]) ? 2 : 1;
}
