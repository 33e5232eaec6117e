using System.Collections.Frozen;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>English names of countries that make films, for reasons to show. The runtime's own are not there without ICU's data.</summary>
internal static class CountryNames
{
    private static readonly FrozenDictionary<string, string> Names =
        ("AE United Arab Emirates|AF Afghanistan|AR Argentina|AT Austria|AU Australia|BD Bangladesh|BE Belgium|BR Brazil|BT Bhutan|CA Canada|CH Switzerland|"
        + "CL Chile|CN China|CO Colombia|CZ Czechia|DE Germany|DK Denmark|EG Egypt|ES Spain|FI Finland|FR France|GB United Kingdom|GE Georgia|GR Greece|"
        + "HK Hong Kong|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IN India|IQ Iraq|IR Iran|IS Iceland|IT Italy|JO Jordan|JP Japan|KG Kyrgyzstan|KH Cambodia|"
        + "KP North Korea|KR South Korea|KZ Kazakhstan|LA Laos|LB Lebanon|LK Sri Lanka|LU Luxembourg|MA Morocco|MM Myanmar|MN Mongolia|MO Macau|MX Mexico|"
        + "MY Malaysia|NL Netherlands|NO Norway|NP Nepal|NZ New Zealand|PH Philippines|PK Pakistan|PL Poland|PS Palestine|PT Portugal|QA Qatar|RO Romania|"
        + "RU Russia|SA Saudi Arabia|SE Sweden|SG Singapore|SU Soviet Union|SY Syria|TH Thailand|TJ Tajikistan|TN Tunisia|TR Turkey|TW Taiwan|UA Ukraine|"
        + "US United States|UZ Uzbekistan|VN Vietnam|ZA South Africa").Split('|').ToFrozenDictionary(e => e[..2], e => e[3..]);

    /// <summary>The name of a code, or the code.</summary>
    public static string Of(string code) => Names.GetValueOrDefault(code, code);
}
