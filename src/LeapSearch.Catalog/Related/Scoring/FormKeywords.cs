using System.Collections.Frozen;
using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Keywords that tell how a film was made or shown and not what it is about: no reader who liked one film in widescreen, or one remake, looks
/// for the next. They tie no films. Those of the large film sites, and of the sample catalogue; "based on a true story" and "based on
/// comic" are none of them, since whoever likes one such film does look for others.
/// </summary>
internal static class FormKeywords
{
    private static readonly FrozenSet<ulong> Keys = new[]
    {
        "3d", "3d film", "aftercreditsstinger", "anthology", "based on novel", "based on novel or book", "based on novella", "based on own story",
        "based on play", "based on play or musical", "based on short story", "based on story", "black and white", "debut", "debut film",
        "duringcreditsstinger", "independent film", "literary adaptation", "prequel", "remake", "sequel", "widescreen", "woman director",
    }.Select(keyword => TieKey.Of(TieKind.Keyword, keyword)).ToFrozenSet();

    /// <summary>Whether a tie of this key is such a keyword.</summary>
    public static bool Has(ulong key) => Keys.Contains(key);
}
