using LeapSearch.Analysis;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>What articles are looked for by: ties with what each is worth and how a reason names it.</summary>
internal sealed class ArticleSeed
{
    /// <summary>Films of a person whose articles are looked at.</summary>
    private const int MaxFilms = 50;

    private readonly HashSet<ulong> seen = [];

    /// <summary>The tie to the seed itself: articles that have it come first. 0 where the seed is an article.</summary>
    public ulong Direct { get; private set; }

    /// <summary>Whether the seed is a film.</summary>
    public bool IsFilm { get; private set; }

    public List<(ulong Key, TieKind Kind, float Worth, ReasonItem Item)> Ties { get; } = [];

    /// <param name="film">The film.</param>
    /// <param name="people">Those who made it or whom it is about: the hash of the id, the part, the name.</param>
    public static ArticleSeed OfFilm(Film film, IEnumerable<(ulong IdHash, byte Mark, ReasonItem Item)> people)
    {
        var seed = new ArticleSeed { Direct = TieKey.Of(TieKind.ArticleFilm, film.Id), IsFilm = true };
        seed.Add(TieKind.ArticleFilm, film.Id, 1, film.Id, film.Title);
        foreach (var (hash, mark, item) in people)
        {
            var roles = PersonMark.RolesOf(mark);
            var worth = (roles & Roles.Director) != 0 || roles == 0 ? 0.5f
                : (roles & Roles.Cast) != 0 ? 0.4f * SignalMath.Billing(PersonMark.BillingOf(mark))
                : 0.2f;
            seed.Add(TieKey.Of(TieKind.ArticlePerson, hash), TieKind.ArticlePerson, worth, item);
        }

        seed.AddTags(film.Genres.Concat(film.Keywords), 0.15f);
        seed.AddWords(TextWords.Of(film.Synopsis, RelatedFormat.MaxFilmWords));
        return seed;
    }

    public static ArticleSeed OfPerson(Person person, IEnumerable<Film> films)
    {
        var seed = new ArticleSeed { Direct = TieKey.Of(TieKind.ArticlePerson, person.Id) };
        seed.Add(TieKind.ArticlePerson, person.Id, 1, person.Id, person.Name);
        foreach (var film in films.Take(MaxFilms))
        {
            seed.Add(TieKind.ArticleFilm, film.Id, 0.5f, film.Id, film.Title);
        }

        return seed;
    }

    /// <param name="ties">The article's ties.</param>
    /// <param name="filmName">The title of a film by its id.</param>
    /// <param name="personName">The name of a person by their id.</param>
    public static ArticleSeed OfArticle(ArticleTies ties, Func<string, string> filmName, Func<string, string> personName)
    {
        var seed = new ArticleSeed();
        foreach (var id in ties.FilmIds)
        {
            seed.Add(TieKind.ArticleFilm, id, 0.6f, id, filmName(id));
        }

        foreach (var id in ties.PersonIds)
        {
            seed.Add(TieKind.ArticlePerson, id, 0.4f, id, personName(id));
        }

        seed.AddTags(ties.Tags, 0.2f);
        seed.AddWords(ties.Words);
        return seed;
    }

    private void AddTags(IEnumerable<string> tags, float worth)
    {
        foreach (var tag in tags)
        {
            Add(TieKind.ArticleTag, Folding.Fold(tag), worth, "", tag);
        }
    }

    private void AddWords(IReadOnlyList<(string Word, int Frequency)> words)
    {
        foreach (var (word, frequency) in words)
        {
            Add(TieKind.ArticleWord, word, SignalMath.InverseRoot(words.Count) * MathF.Sqrt(frequency), "", word);
        }
    }

    private void Add(TieKind kind, string text, float worth, string id, string name)
    {
        if (text.Length > 0)
        {
            Add(TieKey.Of(kind, text), kind, worth, new ReasonItem { Id = id, Name = name });
        }
    }

    private void Add(ulong key, TieKind kind, float worth, ReasonItem item)
    {
        if (seen.Add(key))
        {
            Ties.Add((key, kind, worth, item));
        }
    }
}
