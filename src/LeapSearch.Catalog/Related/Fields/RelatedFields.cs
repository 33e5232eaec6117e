using Google.Protobuf.Collections;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts.Validation;
using LeapSearch.V1;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace LeapSearch.Catalog.Related.Fields;

/// <summary>
/// Adds to a Lucene document what the graph is built from. Called where a film's or article's other fields are made:
/// <c>RelatedFields.Add(film, fields, people)</c> and <c>RelatedFields.Add(article, fields)</c>.
/// </summary>
internal static class RelatedFields
{
    /// <summary>Ids have at most 128 characters, all ASCII; implied ones begin with one more.</summary>
    private const int MaxIdBytes = 129;

    public static void Add(Film film, LuceneFields fields, IPersonDirectory people)
    {
        var writer = Start(RelatedFormat.FilmKind);
        writer.Varint(film.Year);
        writer.Float((float)Math.Min(film.Popularity, float.MaxValue));
        writer.Text(film.Id, MaxIdBytes);
        WritePeople(film, writer, people);
        writer.Ties(Folded(film.Genres));
        writer.Ties(Folded(film.Keywords));
        writer.Ties(Folded(film.Countries));
        writer.Ties(Folded(film.Languages));
        writer.Ties(TitleFamily.Keys(film));
        WriteWords(writer, TextWords.Of(film.Synopsis, RelatedFormat.MaxFilmWords));
        Add(writer, fields);
    }

    public static void Add(Article article, LuceneFields fields)
    {
        var writer = Start(RelatedFormat.ArticleKind);
        writer.Long(Timestamps.TryParse(article.PublishedAt, out var published) ? published.ToUnixTimeSeconds() : long.MinValue);
        writer.Text(article.Id, MaxIdBytes);
        WriteIds(writer, article.FilmIds);
        WriteIds(writer, article.PersonIds);
        writer.Ties(Folded(article.Categories.Concat(article.Tags)));
        var text = $"{article.Title}\n{Html.ToText(article.Excerpt)}\n{Html.ToText(article.Body)}";
        WriteWords(writer, TextWords.Of(text, RelatedFormat.MaxArticleWords));
        Add(writer, fields);
    }

    private static RelatedWriter Start(byte kind)
    {
        var writer = new RelatedWriter();
        writer.Byte(RelatedFormat.Version);
        writer.Byte(kind);
        return writer;
    }

    private static void Add(RelatedWriter writer, LuceneFields fields)
        => fields.Document.Add(new BinaryDocValuesField(RelatedFormat.Field, new BytesRef(writer.ToArray())));

    private static void WritePeople(Film film, RelatedWriter writer, IPersonDirectory directory)
    {
        var order = new List<string>();
        var parts = new Dictionary<string, (Roles Roles, int Index, int Billing)>(StringComparer.Ordinal);
        Collect(film.Directors, Roles.Director, RelatedFormat.MaxCrew);
        Collect(film.Cast, Roles.Cast, RelatedFormat.MaxCast);
        Collect(film.Writers, Roles.Writer, RelatedFormat.MaxCrew);
        Collect(film.Subjects, Roles.Subject, RelatedFormat.MaxCrew);
        writer.Varint(order.Count);
        foreach (var key in order)
        {
            var (roles, index, billing) = parts[key];
            writer.Byte((int)roles);
            writer.Varint(index);
            writer.Byte(billing);
            writer.Text(key, MaxIdBytes);
        }

        void Collect(RepeatedField<Credit> credits, Roles role, int most)
        {
            for (var i = 0; i < credits.Count && i < most; i++)
            {
                var key = CreditKey.Of(credits[i], credits[i].PersonId.Length > 0 ? directory.Find(credits[i]) : null);
                if (!parts.TryGetValue(key, out var part))
                {
                    part = (0, i, 0);
                    order.Add(key);
                }

                var billing = role == Roles.Cast && (part.Roles & Roles.Cast) == 0 ? i : part.Billing;
                parts[key] = (part.Roles | role, part.Index, billing);
            }
        }
    }

    private static void WriteIds(RelatedWriter writer, RepeatedField<string> ids)
    {
        var distinct = ids.Distinct(StringComparer.Ordinal).Take(RelatedFormat.MaxTies).ToArray();
        writer.Varint(distinct.Length);
        foreach (var id in distinct)
        {
            writer.Text(id, MaxIdBytes);
        }
    }

    private static string[] Folded(IEnumerable<string> values)
        => [.. values.Select(Folding.Fold).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Take(RelatedFormat.MaxTies)];

    private static void WriteWords(RelatedWriter writer, IReadOnlyList<(string Word, int Frequency)> words)
    {
        var room = Math.Max(0, (RelatedFormat.MaxBytes - writer.Length) / (RelatedFormat.MaxTextBytes + 2));
        var count = Math.Min(words.Count, room);
        writer.Varint(count);
        for (var i = 0; i < count; i++)
        {
            writer.Byte(Math.Min(words[i].Frequency, byte.MaxValue));
            writer.Text(words[i].Word);
        }
    }
}
