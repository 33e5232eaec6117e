using System.Collections.Frozen;
using LeapSearch.Analysis;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>
/// What readers call countries and their cinema, as ISO 3166-1 codes. "Chinese" means the three Chinese-language cinemas, since
/// readers use it for all of them; "mainland" means one.
/// </summary>
internal static class CountryWords
{
    private static readonly (string Countries, string Words)[] Table =
    [
        ("KR", "korea|korean|south korea|south korean|k-movie|한국|韩国|韓國|韓国"),
        ("KP", "north korea|north korean|북한|朝鲜"),
        ("CN HK TW", "chinese|中文|华语|華語"),
        ("CN", "china|mainland|mainland china|mainland chinese|中国|中國|大陆|大陸|중국"),
        ("HK", "hong kong|hongkong|香港|홍콩"),
        ("TW", "taiwan|taiwanese|台湾|台灣|臺灣|대만"),
        ("JP", "japan|japanese|日本|일본"),
        ("IN", "india|indian|bollywood|tollywood|kollywood|印度|인도|インド"),
        ("TH", "thailand|thai|泰国|泰國|태국|タイ"),
        ("VN", "vietnam|vietnamese|越南|베트남"),
        ("ID", "indonesia|indonesian|印尼"),
        ("PH", "philippines|philippine|filipino|pinoy"),
        ("MY", "malaysia|malaysian|马来西亚"),
        ("SG", "singapore|singaporean|新加坡"),
        ("IR", "iran|iranian|persian|伊朗|이란"),
        ("TR", "turkey|turkish"),
        ("MN", "mongolia|mongolian"),
        ("KZ", "kazakhstan|kazakh"),
        ("KH", "cambodia|cambodian"),
        ("MM", "myanmar|burma|burmese"),
        ("BT", "bhutan|bhutanese"),
        ("NP", "nepal|nepalese|nepali"),
        ("LK", "sri lanka|sri lankan"),
        ("BD", "bangladesh|bangladeshi"),
        ("PK", "pakistan|pakistani"),
        ("AF", "afghanistan|afghan"),
        ("IL", "israel|israeli"),
        ("LB", "lebanon|lebanese"),
        ("US", "usa|american|hollywood|united states|美国|美國|미국|アメリカ"),
        ("GB", "uk|british|england|english|united kingdom|英国|英國|영국"),
        ("FR", "france|french|法国|法國|프랑스"),
        ("DE", "germany|german|德国|德國"),
        ("IT", "italy|italian|意大利"),
        ("ES", "spain|spanish"),
        ("RU", "russia|russian"),
        ("AU", "australia|australian"),
        ("CA", "canada|canadian"),
        ("MX", "mexico|mexican"),
        ("BR", "brazil|brazilian"),
    ];

    private static readonly FrozenDictionary<string, string[]> ByWord = Table
        .SelectMany(row => row.Words.Split('|').Select(w => (Word: Folding.Fold(w), Countries: row.Countries.Split(' '))))
        .DistinctBy(row => row.Word)
        .ToFrozenDictionary(row => row.Word, row => row.Countries);

    /// <summary>The countries of folded words; empty where they name none.</summary>
    public static IReadOnlyList<string> Find(string words) => ByWord.GetValueOrDefault(words) ?? [];
}
