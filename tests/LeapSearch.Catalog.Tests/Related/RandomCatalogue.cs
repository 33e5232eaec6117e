using LeapSearch.V1;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>Films at random: few people in many films and many in few, as in life; some films lack cast, director, genre, year or all.</summary>
internal static class RandomCatalogue
{
    private static readonly string[] Genres = ["Drama", "Comedy", "Crime", "Romance", "Action", "Horror", "Wuxia", "Sports", "Documentary"];
    private static readonly string[] Countries = ["CN", "HK", "KR", "JP", "IN", "TH"];
    private static readonly string[] Languages = ["zh", "yue", "ko", "ja", "hi", "th"];

    public static List<Document> Films(Random random, int count, string prefix = "f")
    {
        var documents = new List<Document>();
        for (var i = 0; i < count; i++)
        {
            var film = new Film { Id = $"{prefix}{i}", Title = Title(random, i) };
            if (random.Next(20) > 0)
            {
                film.Year = 1950 + random.Next(75);
            }

            if (random.Next(4) > 0)
            {
                film.Popularity = Math.Exp(random.NextDouble() * 8);
            }

            Credits(film.Directors, random.Next(20) == 0 ? 0 : random.Next(8) == 0 ? 2 : 1);
            Credits(film.Cast, random.Next(15) == 0 ? 0 : 1 + random.Next(8));
            Credits(film.Writers, random.Next(3));
            Some(film.Genres, Genres, random.Next(12) == 0 ? 0 : 1 + random.Next(3));
            Some(film.Keywords, [.. Enumerable.Range(0, 1 + (count / 4)).Select(k => $"keyword {k}")], random.Next(6));
            var place = random.Next(Countries.Length);
            film.Countries.Add(Countries[place]);
            film.Languages.Add(Languages[place]);
            film.Synopsis = string.Join(' ', Enumerable.Range(0, random.Next(25)).Select(_ => $"word{Skewed(random, 200)}"));
            documents.Add(new Document { Film = film });
        }

        return documents;

        void Credits(ICollection<Credit> credits, int many)
        {
            for (var n = 0; n < many; n++)
            {
                var person = Skewed(random, count);
                if (credits.All(c => c.PersonId != $"p{person}"))
                {
                    credits.Add(new Credit { PersonId = $"p{person}", Name = $"Person {person}" });
                }
            }
        }

        void Some(ICollection<string> to, string[] from, int many)
        {
            for (var n = 0; n < many; n++)
            {
                var value = from[Skewed(random, from.Length)];
                if (!to.Contains(value))
                {
                    to.Add(value);
                }
            }
        }
    }

    /// <summary>A number below <paramref name="below"/>, small ones far oftener.</summary>
    private static int Skewed(Random random, int below) => (int)(below * Math.Pow(random.NextDouble(), 2));

    /// <summary>Now and then a sequel or a remake.</summary>
    private static string Title(Random random, int number)
        => random.Next(8) == 0 && number > 0 ? $"Story {random.Next(number)}" + (random.Next(2) == 0 ? " 2" : "") : $"Story {number}";
}
