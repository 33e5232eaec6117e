using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.Analysis.Readings.Japanese;
using LeapSearch.Analysis.Tests.Names;
using Xunit;

namespace LeapSearch.Analysis.Tests.Readings;

/// <summary>Japanese names and titles meet across kana, kanji and the systems of Latin letters.</summary>
public sealed class JapaneseReadingsTests
{
    [Theory]
    [InlineData("黒澤明", "くろさわあきら", KeyGrade.Spelling)]
    [InlineData("Akira Kurosawa", "くろさわあきら", KeyGrade.Spelling)]
    [InlineData("Akira Kurosawa", "クロサワ アキラ", KeyGrade.Spelling)]
    [InlineData("Akira Kurosawa", "黑泽明", KeyGrade.Spelling)]
    [InlineData("黒澤明", "kurosawaakira", KeyGrade.Spelling)]
    [InlineData("黒澤明", "akirakurosawa", KeyGrade.Spelling)]
    [InlineData("小津安二郎", "Yasujirō Ozu", KeyGrade.Spelling)]
    [InlineData("小津安二郎", "ozu yasuziro", KeyGrade.Spelling)]
    [InlineData("Yasujiro Ozu", "おづやすじろう", KeyGrade.Spelling)]
    [InlineData("Koji Yakusho", "やくしょこうじ", KeyGrade.Spelling)]
    [InlineData("役所広司", "Kohji Yakusho", KeyGrade.Spelling)]
    [InlineData("佐々木蔵之介", "Kuranosuke Sasaki", KeyGrade.Spelling)]
    [InlineData("綾瀬はるか", "haruka ayase", KeyGrade.Spelling)]
    [InlineData("安藤サクラ", "Sakura Andō", KeyGrade.Spelling)]
    [InlineData("Sakura Ando", "安藤さくら", KeyGrade.Spelling)]
    [InlineData("Junichi Okada", "岡田准一", KeyGrade.Spelling)]
    [InlineData("むらかみ ゆうき", "むらかみゆき", KeyGrade.Sound)]
    public void NamesMeet(string person, string query, KeyGrade grade)
        => Assert.Equal(grade, Matching.Grade(NameForms.Of(new NameInput(person)), NameForms.OfQuery(query)));

    [Theory]
    [InlineData("黒澤明", "Kiyoshi Kurosawa")]
    [InlineData("Joji Iida", "Joji Ida")]
    [InlineData("Akira Kurosawa", "くろさわきよし")]
    [InlineData("小津安二郎", "Yasuo Ozu")]
    [InlineData("是枝裕和", "Kore")]
    public void OthersDoNot(string person, string query)
        => Assert.Null(Matching.Grade(NameForms.Of(new NameInput(person)), NameForms.OfQuery(query)));

    [Fact]
    public void LatinLettersTellWhichReadingIsMeant()
    {
        var takeru = NameForms.Of(new NameInput("Takeru Satoh", "佐藤健", null, "ja"));
        Assert.Equal(KeyGrade.Spelling, Matching.Grade(takeru, NameForms.OfQuery("Sato Takeru")));
        Assert.Equal(KeyGrade.Spelling, Matching.Grade(takeru, NameForms.OfQuery("さとうたける")));
        Assert.Null(Matching.Grade(takeru, NameForms.OfQuery("Sato Ken")));
        Assert.Equal(KeyGrade.Spelling, Matching.Grade(NameForms.Of(new NameInput("佐藤健", null, null, "ja")), NameForms.OfQuery("Sato Ken")));
    }

    [Theory]
    [InlineData("サマーウォーズ", "samawozu")]
    [InlineData("サマーウォーズ", "samaa uoozu")]
    [InlineData("となりのトトロ", "tonari no totoro")]
    [InlineData("となりのトトロ", "となりノととろ")]
    [InlineData("千と千尋の神隠し", "sen to chihiro no kamikakushi")]
    [InlineData("もののけ姫", "mononokehime")]
    [InlineData("七人の侍", "Shichinin no samurai")]
    [InlineData("Shichinin no Samurai", "しちにんのさむらい")]
    [InlineData("Shichinin no Samurai", "七人の侍")]
    [InlineData("羅生門", "Rashōmon")]
    [InlineData("Rashomon", "らしょうもん")]
    [InlineData("東京物語", "tokyo monogatari")]
    [InlineData("お茶漬の味", "ochazuke no aji")]
    [InlineData("生きる", "ikiru")]
    [InlineData("私は貝になりたい", "watashi wa kai ni naritai")]
    [InlineData("パーティー", "pātī")]
    public void TitlesMeet(string title, string query)
        => Assert.Contains(ReadingForms.Of(title, "ja").Whole, k => ReadingForms.OfQuery(query).Whole.Any(q => q.Text == k.Text));

    [Theory]
    [InlineData("kurosawa", "kurosawa")]
    [InlineData("kuzyo", "kujo")]
    [InlineData("tizuru", "chizuru")]
    [InlineData("hukatu", "fukatsu")]
    [InlineData("satoh", "satou")]
    [InlineData("hatchi", "haqchi")]
    [InlineData("hacchi", "haqchi")]
    [InlineData("shimbun", "shinbun")]
    [InlineData("homma", "honma")]
    [InlineData("inouye", "inoue")]
    [InlineData("junichi", "junichi")]
    [InlineData("leung", null)]
    [InlineData("bong", null)]
    [InlineData("smith", null)]
    public void LatinLettersHaveOneSpelling(string latin, string? canonical) => Assert.Equal(canonical, JapaneseLatin.Canonical(latin));

    [Theory]
    [InlineData("くろさわ", "kurosawa")]
    [InlineData("しょうへい", "shouhei")]
    [InlineData("はっとり", "haqtori")]
    [InlineData("づ", "zu")]
    [InlineData("じゅんいち", "junichi")]
    [InlineData("っ", null)]
    [InlineData("黒", null)]
    public void KanaHaveOneSpelling(string kana, string? canonical) => Assert.Equal(canonical, Kana.Latin(kana));
}
