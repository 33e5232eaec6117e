using Xunit;

namespace LeapSearch.Analysis.Tests.Folds;

/// <summary>Examples of docs/analysis.md, script by script.</summary>
public sealed class FoldingTests
{
    [Theory]
    // Case, width, accents.
    [InlineData("LEAP", "leap")]
    [InlineData("Amélie", "amelie")]
    [InlineData("Ame\u0301lie", "amelie")]
    [InlineData("Ｌｅａｐ　２０２０", "leap 2020")]
    [InlineData("ﬁlm Ⅳ ①", "film iv 1")]
    [InlineData("Straße STRASSE", "strasse strasse")]
    [InlineData("Łódź Ødegård Đặng Þór æon cœur İstanbul ılık", "lodz odegard dang thor aeon coeur istanbul ilik")]
    [InlineData("Οδύσσεια ΟΔΥΣΣΕΥΣ", "οδυσσεια οδυσσευσ")]
    [InlineData("Ёлки Йога Їжак ґанок", "елки иога іжак ганок")]
    // Punctuation, apostrophes, initials, numbers.
    [InlineData("  Spider-Man:  No Way Home!  ", "spider man no way home")]
    [InlineData("Don’t Look Up", "dont look up")]
    [InlineData("Don't Look Up", "dont look up")]
    [InlineData("E.T. the Extra-Terrestrial", "et the extra terrestrial")]
    [InlineData("The Man from U.N.C.L.E.", "the man from uncle")]
    [InlineData("Samuel L.Jackson", "samuel l jackson")]
    [InlineData("20,000 Leagues", "20000 leagues")]
    [InlineData("1,2,3", "1 2 3")]
    [InlineData("8½", "8 1 2")]
    [InlineData("8 1/2", "8 1 2")]
    [InlineData("Alien³", "alien 3")]
    [InlineData("Lilo & Stitch", "lilo and stitch")]
    [InlineData("Avatar™", "avatar")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    // Kana.
    [InlineData("カタカナ ｶﾀｶﾅ かたかな", "かたかな かたかな かたかな")]
    [InlineData("ガ ｶﾞ か\u3099", "が が が")]
    [InlineData("か が ぱ", "か が ぱ")]
    [InlineData("ヴァイオリン バイオリン", "ばいおりん ばいおりん")]
    [InlineData("ヴィ ウ゛ィ ｳﾞｨ", "び び び")]
    [InlineData("コーヒー", "こおひい")]
    [InlineData("ウィ ウイ", "うい うい")]
    [InlineData("ヱヴァンゲリヲン エヴァンゲリオン", "えばんげりおん えばんげりおん")]
    [InlineData("ハリー・ポッター", "はりい ぽったあ")]
    [InlineData("いすゞ こゝろ", "いすず こころ")]
    [InlineData("関ヶ原 関ケ原", "关け原 关け原")]
    // Han.
    [InlineData("夺冠 奪冠", "夺冠 夺冠")]
    [InlineData("黒沢清 黑澤清", "黑泽清 黑泽清")]
    [InlineData("佐々木 佐佐木", "佐佐木 佐佐木")]
    [InlineData("髙橋 高橋", "高桥 高桥")]
    [InlineData("頭髮 头发", "头发 头发")]
    // Hangul.
    [InlineData("기생충 \u1100\u1175\u1109\u1162\u11BC\u110E\u116E\u11BC", "기생충 기생충")]
    [InlineData("ㄱㅅㅊ \u1100\u1109\u110E ﾡ", "ㄱㅅㅊ ㄱㅅㅊ ㄱ")]
    // Arabic, Hebrew, Indic, Thai.
    [InlineData("أَلِف ـ مدرسة کتاب ی", "الف مدرسه كتاب ي")]
    [InlineData("שָׁלוֹם צה״ל", "שלום צהל")]
    [InlineData("फ़िल्म फिल्म १२३", "फिल्म फिल्म 123")]
    [InlineData("ฉลาดเกมส์โกง", "ฉลาดเกมส์โกง")]
    // Symbols alone stay.
    [InlineData("!!!", "!!!")]
    [InlineData(" ＄ ", "$")]
    [InlineData("❤\uFE0F", "❤")]
    [InlineData("", "")]
    [InlineData(" \u0001\u200D ", "")]
    public void FoldsToOneSpelling(string text, string expected)
    {
        Assert.Equal(expected, Folding.Fold(text));
    }

    [Theory]
    [InlineData("Spider-Man", "spiderman")]
    [InlineData("너의 이름은", "너의이름은")]
    [InlineData("奪冠", "夺冠")]
    [InlineData("WALL·E", "Wall-E")]
    [InlineData("★", "★")]
    public void KeysIgnoreSpacing(string one, string other)
    {
        var key = Folding.FoldKey(one);
        Assert.NotEmpty(key);
        Assert.Equal(key, Folding.FoldKey(other));
    }

    [Theory]
    [InlineData("ビル", "ビール")]
    [InlineData("コート", "こと")]
    [InlineData("びょういん", "びよういん")]
    [InlineData("か", "が")]
    [InlineData("ส้ม", "สม")]
    [InlineData("की", "का")]
    public void StaysApart(string one, string other)
        => Assert.NotEqual(Folding.FoldKey(one), LeapSearch.Analysis.Folding.FoldKey(other));
}
