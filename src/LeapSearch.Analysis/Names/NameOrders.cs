namespace LeapSearch.Analysis.Names;

/// <summary>The orders in which the words of a name are said: family name first or last.</summary>
internal static class NameOrders
{
    /// <summary>No name has more words; of a longer one only the given order is meant.</summary>
    private const int MostWords = 5;

    private static readonly char[] Separators = [' ', '\u00A0', '\u3000', '\t', ',', '\uFF0C', '·', '・', '\u2022', '=', '\uFF1D'];

    /// <summary>Adds the folded name in each order, without blanks: as given, the last word first, the first word last.</summary>
    /// <remarks>
    /// A hyphen holds its parts together ("Joon-ho" is one word), so that two words have two orders; more words turn by one at an end,
    /// as no language puts a family name inside.
    /// </remarks>
    public static void AddTo(HashSet<string> keys, string name)
    {
        var whole = Folding.FoldKey(name);
        if (whole.Length == 0)
        {
            return;
        }

        keys.Add(whole);
        var words = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Folding.FoldKey).Where(w => w.Length > 0).ToArray();
        if (words.Length is < 2 or > MostWords)
        {
            return;
        }

        keys.Add(string.Concat(words[^1], string.Concat(words[..^1])));
        keys.Add(string.Concat(string.Concat(words[1..]), words[0]));
    }
}
