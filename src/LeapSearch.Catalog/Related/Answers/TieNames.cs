using System.Text;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>What the ties of the seeds are called, for reasons: read from their documents, since the graph knows keys only.</summary>
internal sealed class TieNames
{
    private readonly Dictionary<ulong, ReasonItem> names = [];

    /// <summary>The name of a tie; null where no document given names it.</summary>
    public ReasonItem? Find(ulong key) => names.GetValueOrDefault(key);

    /// <summary>Adds a film's ties.</summary>
    /// <param name="film">Its document.</param>
    /// <param name="value">Its value in the index (<see cref="RelatedFormat"/>), which says who its credits are.</param>
    public void Add(Film film, ReadOnlySpan<byte> value)
    {
        var reader = new RelatedReader(value);
        reader.Byte();
        reader.Byte();
        reader.Varint();
        reader.Float();
        reader.Text();
        for (var count = reader.Varint(); count > 0; count--)
        {
            var roles = (Roles)reader.Byte();
            var index = reader.Varint();
            reader.Byte();
            var key = reader.Text();
            AddPerson(film, roles, index, key);
        }

        AddWords(film.Genres, TieKind.Genre);
        AddWords(film.Keywords, TieKind.Keyword);
        foreach (var country in film.Countries)
        {
            Add(TieKind.Country, Folding.Fold(country), country, CountryNames.Of(country));
        }

        foreach (var language in film.Languages)
        {
            Add(TieKind.Language, Folding.Fold(language), language, LanguageNames.Of(language));
        }

        foreach (var family in TitleFamily.Keys(film))
        {
            Add(TieKind.Family, family, film.Id, film.Title);
        }

        for (var kinds = 0; kinds < 5; kinds++)
        {
            for (var count = reader.Varint(); count > 0; count--)
            {
                reader.Text();
            }
        }

        for (var count = reader.Varint(); count > 0; count--)
        {
            reader.Byte();
            var word = reader.Text();
            names.TryAdd(TieKey.Of(TieKind.Word, TieKey.Hash(word)), new ReasonItem { Name = Encoding.UTF8.GetString(word) });
        }
    }

    /// <summary>Adds one tie.</summary>
    public void Add(TieKind kind, string text, string id, string name)
        => names.TryAdd(TieKey.Of(kind, text), new ReasonItem { Id = id, Name = name });

    private void AddPerson(Film film, Roles roles, int index, ReadOnlySpan<byte> key)
    {
        var credits = (roles & Roles.Director) != 0 ? film.Directors
            : (roles & Roles.Cast) != 0 ? film.Cast
            : (roles & Roles.Writer) != 0 ? film.Writers : film.Subjects;
        if (index >= credits.Count)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(key);
        var id = CreditKey.IsImplied(text) ? "" : text;
        names.TryAdd(
            TieKey.Of(TieKind.Person, TieKey.Hash(key)), new ReasonItem { Id = id, Name = credits[index].Name.Length > 0 ? credits[index].Name : id });
    }

    private void AddWords(IEnumerable<string> values, TieKind kind)
    {
        foreach (var value in values)
        {
            Add(kind, Folding.Fold(value), "", value);
        }
    }
}
