namespace LeapSearch.Analysis.Names;

/// <summary>The script that tells how a name or title is read.</summary>
internal enum NameScript
{
    /// <summary>None of those below.</summary>
    Other,

    /// <summary>Latin letters, perhaps with digits.</summary>
    Latin,

    /// <summary>Han characters without kana and Hangul.</summary>
    Han,

    /// <summary>Kana, perhaps with Han characters: Japanese.</summary>
    Kana,

    /// <summary>Hangul.</summary>
    Hangul,
}

/// <summary>The deciding script of a text.</summary>
internal static class NameScripts
{
    /// <summary>Hangul and kana decide, then Han; Latin only where nothing else is written.</summary>
    public static NameScript Of(string text)
    {
        var found = NameScript.Other;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Scripts.Of(rune.Value))
            {
                case WordScript.Hangul:
                    return NameScript.Hangul;
                case WordScript.Kana:
                    found = NameScript.Kana;
                    break;
                case WordScript.Han when found != NameScript.Kana:
                    found = NameScript.Han;
                    break;
                case WordScript.Latin when found == NameScript.Other:
                    found = NameScript.Latin;
                    break;
            }
        }

        return found;
    }
}
