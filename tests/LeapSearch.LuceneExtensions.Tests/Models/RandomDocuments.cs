namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>
/// Documents from a small, skewed vocabulary of short words with near-namesakes, in three scripts, so that every kind of clause finds
/// something and ties abound.
/// </summary>
internal sealed class RandomDocuments
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "é", "林", "𠀋"];
    private readonly Random random;

    public RandomDocuments(Random random, int vocabulary = 60)
    {
        this.random = random;
        var words = new HashSet<string>();
        while (words.Count < vocabulary)
        {
            words.Add(string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Letters[random.Next(Letters.Length)])));
        }

        Vocabulary = [.. words];
    }

    public string[] Vocabulary { get; }

    public string Word() => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 2.5))];

    public ModelDocument Next(string key)
    {
        var words = new Dictionary<string, string[]>();
        foreach (var field in ModelDocument.TextFields)
        {
            var longest = field switch { "title" => 5, "plot" => 60, _ => 8 };
            if (random.Next(5) > 0)
            {
                words[field] = Enumerable.Range(0, random.Next(1, longest)).Select(_ => Word()).ToArray();
            }
        }

        if (random.Next(200) == 0)
        {
            words["plot"] = Enumerable.Repeat(Word(), random.Next(250, 400)).ToArray();
        }

        return new ModelDocument(
            key,
            words,
            random.Next(4) == 0 ? null : random.Next(1990, 2000),
            random.Next(4) == 0 ? null : random.Next(5) / 4f,
            Enumerable.Range(0, random.Next(4)).Select(_ => Vocabulary[random.Next(8)]).ToArray(),
            random.Next(4) == 0 ? null : Word());
    }
}
