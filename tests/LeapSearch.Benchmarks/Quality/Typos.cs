namespace LeapSearch.Benchmarks.Quality;

/// <summary>Slips of the finger: one letter dropped, doubled, swapped with its neighbour, or replaced by a key beside it.</summary>
internal static class Typos
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>One edit in a letter after the first; null where the word has too few letters.</summary>
    public static string? Slip(string word, Random random)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return null;
        }

        var at = random.Next(1, word.Length);
        var made = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 when at + 1 < word.Length && word[at] != word[at + 1] => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + Neighbour(word[at], random) + word[(at + 1)..],
        };
        return made == word ? null : made;
    }

    /// <summary>The first letter replaced by a key beside it.</summary>
    public static string? FirstLetter(string word, Random random)
        => word.Length >= 5 && word.All(char.IsAsciiLetterLower) ? Neighbour(word[0], random) + word[1..] : null;

    /// <summary>The words with a slip in one of them that has at least <paramref name="least"/> and at most <paramref name="most"/> letters.</summary>
    public static string? InOneWord(string[] words, int least, int most, Random random, Func<string, Random, string?>? slip = null)
    {
        var fitting = Enumerable.Range(0, words.Length)
            .Where(i => words[i].Length >= least && words[i].Length <= most && words[i].All(char.IsAsciiLetterLower))
            .ToArray();
        if (fitting.Length == 0)
        {
            return null;
        }

        var at = fitting[random.Next(fitting.Length)];
        var slipped = (slip ?? Slip)(words[at], random);
        return slipped is null ? null : string.Join(' ', words.Select((w, i) => i == at ? slipped : w));
    }

    private static char Neighbour(char letter, Random random)
    {
        foreach (var row in Rows)
        {
            var at = row.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0)
            {
                return at == 0 ? row[1] : at == row.Length - 1 ? row[at - 1] : row[at + (random.Next(2) == 0 ? -1 : 1)];
            }
        }

        return letter;
    }
}
