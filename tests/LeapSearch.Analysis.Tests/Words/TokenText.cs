using Lucene.Net.Analysis.TokenAttributes;

namespace LeapSearch.Analysis.Tests.Words;

/// <summary>What the analyzer makes of a text, written so that a test reads well.</summary>
internal static class TokenText
{
    /// <summary>"spider spiderman=1 man": one blank a position; = joins tokens of one position; _ stands for a position without token.</summary>
    public static string Of(string text) => string.Join(' ', Tokens(text).Aggregate(
        new List<string>(),
        (places, token) =>
        {
            for (var i = 1; i < token.Increment; i++)
            {
                places.Add("_");
            }

            if (token.Increment == 0)
            {
                places[^1] += "=" + token.Term;
            }
            else
            {
                places.Add(token.Term);
            }

            return places;
        }));

    public static List<(string Term, int Increment, int Start, int End)> Tokens(string text)
    {
        using var analyzer = new TextAnalyzer();
        using var stream = analyzer.GetTokenStream("f", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var position = stream.GetAttribute<IPositionIncrementAttribute>();
        var tokens = new List<(string, int, int, int)>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add((term.ToString()!, position.PositionIncrement, offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return tokens;
    }
}
