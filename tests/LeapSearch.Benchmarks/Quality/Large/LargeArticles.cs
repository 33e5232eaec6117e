using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>
/// Articles made of what films tell: reviews that name their film in the title, reports that name it more than once in the body
/// alone, and reports on another film that name it once in passing. An article takes the second half of a synopsis, and the film keeps
/// the first: who asks for words of an article means the article.
/// </summary>
internal static class LargeArticles
{
    private static readonly string[] Reviews = ["Review: {0}", "{0} is out this week", "Trailer for {0}", "Why {0} stays with you", "{0}: a second look"];
    private static readonly string[] Reports = ["Notes from a festival, day {0}", "What we watched in week {0}", "Letter from the editor, no. {0}", "Five scenes, part {0}"];

    public static List<Article> Make(IReadOnlyList<Film> films, int count, Random random)
    {
        var told = films.Where(f => f.Synopsis.Length > 240 && f.Title.Length > 3).ToArray();
        var untold = films.Except(told).Where(f => f.Title.Length > 3).ToArray();
        random.Shuffle(told);
        random.Shuffle(untold);
        var stories = told.Select(SecondHalf).ToArray();
        var articles = new List<Article>();
        for (var i = 0; articles.Count < count && i < told.Length; i++)
        {
            var film = told[i];
            var (story, other) = (stories[i], untold[i % untold.Length]);
            articles.Add((i % 3) switch
            {
                0 => New(articles.Count, string.Format(null, Reviews[random.Next(Reviews.Length)], film.Title), $"{By(film)} {story}", film),
                1 => New(articles.Count, string.Format(null, Reports[random.Next(Reports.Length)], i),
                    $"On the first evening we saw {film.Title}{By(film)}. {story} Those who left {film.Title} early missed the best of it.", film),
                _ => New(articles.Count, string.Format(null, Reports[random.Next(Reports.Length)], i),
                    $"{story} It is no match for {other.Title}, which {Lead(other)} carried.", other),
            });
        }

        return articles;
    }

    private static string SecondHalf(Film film)
    {
        var middle = film.Synopsis.IndexOf(' ', film.Synopsis.Length / 2);
        var story = film.Synopsis[(middle + 1)..];
        film.Synopsis = film.Synopsis[..Math.Max(middle, 0)];
        return story;
    }

    private static Article New(int number, string title, string body, Film film) => new()
    {
        Id = $"a{number}",
        Title = title,
        Body = $"<p>{System.Net.WebUtility.HtmlEncode(body)}</p>",
        Language = "en",
        PublishedAt = new DateTime(2015, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(number * 20).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        FilmIds = { film.Id },
    };

    private static string By(Film film) => film.Directors.Count > 0 ? $" by {film.Directors[0].Name}" : "";

    private static string Lead(Film film) => film.Cast.Count > 0 ? film.Cast[0].Name : film.Directors.Count > 0 ? film.Directors[0].Name : "the director";
}
