namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>
/// What may have been meant by letters with a slip that fingers make rather than any: a key beside the right one in its place or after it, one struck twice or once
/// for twice, two in each other's place. The first letter is right, as for other slips. On keyboards of the letters q, w, e, r, t, y.
/// </summary>
internal static class LikelySlips
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly string[] Beside = [.. Enumerable.Range('a', 26).Select(c => string.Concat(Neighbours((char)c)))];

    /// <summary>The texts that may have been meant, each once; none for other than small letters and digits.</summary>
    public static IEnumerable<string> Of(string typed) => typed.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) ? Slips(typed).Distinct(StringComparer.Ordinal) : [];

    private static IEnumerable<string> Slips(string typed)
    {
        for (var i = 1; i < typed.Length; i++)
        {
            var (before, letter, after) = (typed[..i], typed[i], typed[(i + 1)..]);
            if (!char.IsAsciiLetterLower(letter))
            {
                continue;
            }

            foreach (var meant in Beside[letter - 'a'])
            {
                yield return before + meant + after;
            }

            yield return before + letter + letter + after;
            if (letter == before[^1] || AreBeside(letter, before[^1]) || (after.Length > 0 && AreBeside(letter, after[0])))
            {
                yield return before + after;
            }

            if (after.Length > 0 && after[0] != letter)
            {
                yield return before + after[0] + letter + after[1..];
            }
        }
    }

    private static bool AreBeside(char one, char other) => char.IsAsciiLetterLower(one) && Beside[one - 'a'].Contains(other, StringComparison.Ordinal);

    /// <summary>A row stands half a key to the right of the one above it, so a key touches two of that and two of the one below.</summary>
    private static IEnumerable<char> Neighbours(char letter)
    {
        var row = Array.FindIndex(Rows, r => r.Contains(letter, StringComparison.Ordinal));
        var at = Rows[row].IndexOf(letter, StringComparison.Ordinal);
        foreach (var (other, place) in new[] { (row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at - 1), (row + 1, at) })
        {
            if (other >= 0 && other < Rows.Length && place >= 0 && place < Rows[other].Length)
            {
                yield return Rows[other][place];
            }
        }
    }
}
