using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>
/// People of the sample catalogue with all but one or two of their names taken away, so that a query in the other script or in
/// another romanisation can only be answered by reading names.
/// </summary>
/// <remarks>
/// By turns: the Latin name alone (asked in the original script), the original alone (asked in Latin), both (asked in another
/// romanisation that the sample catalogue knows). Chinese names are asked across scripts only where their Latin form is pinyin of
/// as many syllables, or the hyphened Cantonese form: stage names cannot be derived.
/// </remarks>
internal sealed class NamePairs
{
    private static readonly HashSet<string> Languages = ["ko", "zh", "yue", "ja"];
    private readonly List<(string Set, string Query, Person Person)> questions = [];

    public NamePairs(IEnumerable<Person> sample, Random random)
    {
        foreach (var person in sample.Where(p => Languages.Contains(p.NameLanguage) && !Text.IsLatin(p.OriginalName) && p.OriginalName.Length > 1))
        {
            Add(person, random, random.Next(3), withLanguage: random.Next(2) == 0);
        }
    }

    /// <summary>The people as the catalogue is to know them.</summary>
    public List<Person> People { get; } = [];

    public void MakeCases(CaseList cases)
    {
        foreach (var set in questions.GroupBy(q => q.Set))
        {
            cases.Fill(set.Key, set, q => cases.Find(q.Query, QualityCatalog.KeyOf(q.Person)), count: 400);
        }
    }

    private void Add(Person person, Random random, int treatment, bool withLanguage)
    {
        var language = person.NameLanguage;
        var known = new Person { Id = person.Id, Name = person.Name, Popularity = person.Popularity, NameLanguage = withLanguage ? language : "" };
        known.Professions.Add(person.Professions);
        var read = person.AlternativeNames.Prepend(person.Name).FirstOrDefault(n => IsReading(n, person.OriginalName, language));
        if (treatment == 2 || read is null)
        {
            known.OriginalName = person.OriginalName;
            foreach (var other in OtherRomanisations(person))
            {
                questions.Add(($"romanisation-{language}", other, known));
            }

            var byRule = language == "ko" ? Romanisations.Korean(person.OriginalName, random)
                : language == "ja" ? person.AlternativeNames.Select(Romanisations.LongVowels).FirstOrDefault(n => n is not null)
                : null;
            if (byRule is not null && Sorted(byRule) != Sorted(person.Name))
            {
                questions.Add(($"romanisation-{language}", byRule, known));
            }
        }
        else if (treatment == 0)
        {
            known.Name = read;
            questions.Add(($"across-{language}-asked-in-script", person.OriginalName, known));
        }
        else
        {
            known.Name = person.OriginalName;
            questions.Add(($"across-{language}-asked-in-latin", read, known));
        }

        People.Add(known);
    }

    private static IEnumerable<string> OtherRomanisations(Person person)
    {
        var same = Sorted(person.Name);
        return person.AlternativeNames
            .Where(n => Text.IsLatin(n) && Sorted(n) != same && IsReading(n, person.OriginalName, person.NameLanguage))
            .Take(1);
    }

    private static string Sorted(string name) => string.Concat(Text.PlainWords(name).SelectMany(w => w).Order());

    private static bool IsReading(string name, string original, string language)
    {
        if (!Text.IsLatin(name) || Text.Words(name).Length != 2)
        {
            return false;
        }

        return language switch
        {
            "zh" or "yue" => name.Contains('-', StringComparison.Ordinal) || Pinyin.Syllables(Folding.FoldKey(name)) == original.Length,
            _ => true,
        };
    }
}
