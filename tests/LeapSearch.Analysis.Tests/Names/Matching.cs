using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>Whether a query finds a person, as the catalogue decides it: by equal keys.</summary>
internal static class Matching
{
    /// <summary>The best grade of a match, an exact one counted as a spelling; null without one.</summary>
    public static KeyGrade? Grade(NameKeys person, NameKeys query)
    {
        if (query.Exact.Any(person.Exact.Contains) || Meet(person.Spelling, query.Spelling))
        {
            return KeyGrade.Spelling;
        }

        return Meet(person.Spelling, query.Sound) || Meet(person.Sound, query.Spelling) || Meet(person.Sound, query.Sound) ? KeyGrade.Sound : null;
    }

    private static bool Meet(IReadOnlyList<ReadingKey> a, IReadOnlyList<ReadingKey> b) => a.Any(x => b.Any(y => x.Text == y.Text));
}
