using System.Text;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>
/// Spellings that follow from an original name by rules people use: Korean syllable by syllable in the Revised Romanisation with
/// the surname as families write it; Japanese long vowels written out.
/// </summary>
internal static class Romanisations
{
    private static readonly string[] Initials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    private static readonly string[] Vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] Finals =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    private static readonly Dictionary<char, string[]> Surnames = new()
    {
        ['이'] = ["Lee", "Yi", "Rhee"], ['박'] = ["Park", "Bak", "Pak"], ['김'] = ["Kim", "Gim"], ['최'] = ["Choi", "Choe"],
        ['정'] = ["Jung", "Jeong", "Chung"], ['조'] = ["Cho", "Jo"], ['강'] = ["Kang", "Gang"], ['윤'] = ["Yoon", "Yun", "Youn"],
        ['임'] = ["Lim", "Im", "Yim"], ['유'] = ["Yoo", "Yu", "You"], ['류'] = ["Ryu", "Ryoo"], ['전'] = ["Jeon", "Jun", "Chun"],
        ['문'] = ["Moon", "Mun"], ['배'] = ["Bae", "Pae"], ['허'] = ["Heo", "Hur"], ['신'] = ["Shin", "Sin"], ['오'] = ["Oh", "O"],
        ['심'] = ["Shim", "Sim"], ['고'] = ["Ko", "Go"], ['곽'] = ["Kwak", "Gwak"], ['안'] = ["Ahn", "An"], ['우'] = ["Woo", "U"],
        ['주'] = ["Joo", "Ju"], ['구'] = ["Koo", "Gu"], ['노'] = ["Noh", "No", "Roh"], ['서'] = ["Seo", "Suh"], ['변'] = ["Byun", "Byeon"],
        ['엄'] = ["Um", "Eom"], ['염'] = ["Yum", "Yeom"], ['천'] = ["Chun", "Cheon"],
    };

    /// <summary>A Hangul name of three syllables in Latin letters, given name joined or hyphenated.</summary>
    public static string? Korean(string name, Random random)
    {
        if (name.Length != 3 || !name.All(c => c is >= '\uac00' and <= '\ud7a3'))
        {
            return null;
        }

        var surname = Surnames.TryGetValue(name[0], out var spellings) ? spellings[random.Next(spellings.Length)] : Syllable(name[0]);
        return $"{surname} {Syllable(name[1])}{(random.Next(2) == 0 ? "-" : "")}{Syllable(name[2])}".ToLowerInvariant();
    }

    /// <summary>A title with its Hangul in Latin letters, syllable by syllable.</summary>
    public static string KoreanTitle(string title)
        => string.Concat(title.Select(c => c is >= '\uac00' and <= '\ud7a3' ? Syllable(c) : c.ToString())).ToLowerInvariant();

    /// <summary>A Latin name with its macrons written as the kana are: ō is ou, ū is uu; null where it has none.</summary>
    public static string? LongVowels(string name)
    {
        var written = new StringBuilder(name.ToLowerInvariant()).Replace("ō", "ou").Replace("ū", "uu").ToString();
        return written == name.ToLowerInvariant() ? null : written;
    }

    private static string Syllable(char hangul)
    {
        var index = hangul - 0xac00;
        return Initials[index / 588] + Vowels[index % 588 / 28] + Finals[index % 28];
    }
}
