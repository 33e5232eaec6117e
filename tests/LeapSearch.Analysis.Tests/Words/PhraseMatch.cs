namespace LeapSearch.Analysis.Tests.Words;

/// <summary>Whether a query's words are found as a phrase in a text, as an index of its tokens would tell.</summary>
internal static class PhraseMatch
{
    public static bool Finds(string text, string query)
    {
        var places = new HashSet<(string Term, int Position)>();
        var starts = new Dictionary<string, List<int>>();
        var position = -1;
        foreach (var token in TokenText.Tokens(text))
        {
            position += token.Increment;
            places.Add((token.Term, position));
            if (!starts.TryGetValue(token.Term, out var list))
            {
                starts.Add(token.Term, list = []);
            }

            list.Add(position);
        }

        var terms = new List<(string Term, int Position)>();
        var next = 0;
        foreach (var word in QueryWords.Parse(query))
        {
            IReadOnlyList<string> parts = word.Bigrams.Count > 0 ? word.Bigrams : [word.Term];
            terms.AddRange(parts.Select((term, i) => (term, next + i)));
            next += word.Positions;
        }

        return terms.Count > 0 && starts.TryGetValue(terms[0].Term, out var candidates)
            && candidates.Any(start => terms.All(t => places.Contains((t.Term, start + t.Position))));
    }
}
