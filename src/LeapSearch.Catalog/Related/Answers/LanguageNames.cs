using System.Collections.Frozen;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>English names of languages that films are spoken in, for reasons to show. The runtime's own are not there without ICU's data.</summary>
internal static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Names =
        ("am Amharic|ar Arabic|as Assamese|az Azerbaijani|bg Bulgarian|bn Bengali|bo Tibetan|bs Bosnian|ca Catalan|cmn Mandarin|cn Cantonese|cs Czech|da Danish|"
        + "de German|dz Dzongkha|el Greek|en English|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish|fil Filipino|fr French|ga Irish|gu Gujarati|"
        + "hak Hakka|he Hebrew|hi Hindi|hr Croatian|hu Hungarian|hy Armenian|id Indonesian|is Icelandic|it Italian|ja Japanese|jv Javanese|ka Georgian|"
        + "kk Kazakh|km Khmer|kn Kannada|ko Korean|ku Kurdish|ky Kyrgyz|la Latin|lo Lao|lt Lithuanian|lv Latvian|ml Malayalam|mn Mongolian|mr Marathi|"
        + "ms Malay|my Burmese|nan Hokkien|ne Nepali|nl Dutch|no Norwegian|or Odia|pa Punjabi|pl Polish|ps Pashto|pt Portuguese|ro Romanian|ru Russian|"
        + "sa Sanskrit|si Sinhala|sk Slovak|sl Slovenian|sq Albanian|sr Serbian|sv Swedish|ta Tamil|te Telugu|tg Tajik|th Thai|tk Turkmen|tl Tagalog|"
        + "tr Turkish|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|wuu Wu Chinese|yue Cantonese|zh Chinese").Split('|')
        .Select(e => e.Split(' ', 2)).ToFrozenDictionary(e => e[0], e => e[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a BCP 47 tag by its language ("zh-Hant": Chinese), or the tag.</summary>
    public static string Of(string tag) => Names.GetValueOrDefault(tag.Split('-', 2)[0], tag);
}
