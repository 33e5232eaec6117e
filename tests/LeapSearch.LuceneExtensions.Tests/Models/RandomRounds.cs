namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>Rounds of a random test: in each a history of its own, over few words or many, and plans that ask for those.</summary>
internal static class RandomRounds
{
    /// <summary>The rounds; a history is let go when its round is over.</summary>
    public static IEnumerable<(RandomHistory History, RandomPlans Plans)> Of(Random random, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var words = new RandomDocuments(random, random.Next(2) == 0 ? 60 : 400);
            using var history = new RandomHistory(random, words);
            yield return (history, new RandomPlans(random, words) { Slop = true });
        }
    }
}
