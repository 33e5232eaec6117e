using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>
/// Films of the sample catalogue with title and original title alone, asked by the romanisation of the original title that the
/// sample catalogue knows.
/// </summary>
internal sealed class TitlePairs
{
    private static readonly Dictionary<string, string> LanguageOf = new() { ["KR"] = "ko", ["JP"] = "ja", ["CN"] = "zh", ["TW"] = "zh" };
    private readonly List<(string Set, string Query, Film Film)> questions = [];

    public TitlePairs(IEnumerable<Film> sample)
    {
        foreach (var film in sample)
        {
            var known = film.Clone();
            known.AlternativeTitles.Clear();
            known.LocalizedTitles.Clear();
            Films.Add(known);
            if (LanguageOf.TryGetValue(film.Countries.FirstOrDefault() ?? "", out var language) && !Text.IsLatin(film.OriginalTitle))
            {
                var read = film.AlternativeTitles.Where(t => IsReading(t, film, language)).FirstOrDefault();
                if (read is not null)
                {
                    questions.Add(($"across-{language}-title-asked-in-latin", read, known));
                }
            }
        }
    }

    public List<Film> Films { get; } = [];

    public void MakeCases(CaseList cases)
    {
        foreach (var set in questions.GroupBy(q => q.Set))
        {
            cases.Fill(set.Key, set, q => cases.Find(q.Query, QualityCatalog.KeyOf(q.Film)), count: 400);
        }
    }

    private static bool IsReading(string title, Film film, string language)
    {
        if (!Text.IsLatin(title) || Text.PlainWords(title).Intersect(Text.PlainWords(film.Title)).Any())
        {
            return false;
        }

        var characters = Folding.FoldKey(film.OriginalTitle).Length;
        return language == "zh"
            ? Pinyin.Syllables(Folding.FoldKey(title)) == characters
            : !Text.PlainWords(title).Any(w => w is "the" or "of" or "and" or "a");
    }
}
