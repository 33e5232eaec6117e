using Lucene.Net.Analysis;

namespace LeapSearch.Analysis;

/// <summary>
/// The analyzer of all text, titles and names: folded words, and pairs of characters for scripts without blanks or with words that readers
/// search by parts. <see cref="QueryWords"/> is its query side.
/// </summary>
/// <remarks>
/// Positions: one a word; one a character of Han, kana, Hangul and Southeast Asian scripts. At one position may stand a word and other
/// spellings of it (position increment 0). There are no stop words. Words over 255 UTF-16 units are cut there. Offsets are UTF-16 units of the
/// original text and never go back.
/// </remarks>
public sealed class TextAnalyzer : Analyzer
{
    /// <summary>Positions between two values of one field, so that no phrase reaches from one title into the next.</summary>
    public const int ValueGap = 100;

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => ValueGap;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new TextTokenizer(reader));
}
