using System.Text;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>What an article is tied to, read from its value in the index (<see cref="RelatedFormat"/>).</summary>
/// <param name="FilmIds">Films that it is about.</param>
/// <param name="PersonIds">People whom it is about.</param>
/// <param name="Tags">Categories and tags, folded.</param>
/// <param name="Words">Words of its text with how often each stands there.</param>
internal sealed record ArticleTies(
    IReadOnlyList<string> FilmIds, IReadOnlyList<string> PersonIds, IReadOnlyList<string> Tags, IReadOnlyList<(string Word, int Frequency)> Words)
{
    /// <summary>What a person whom an article is about counts, as if billed in a film that it is about.</summary>
    private const float PersonValue = 0.7f;

    /// <summary>What the article's words count beside a synopsis: it tells of more than the story.</summary>
    private const float WordValue = 0.5f;

    public static ArticleTies Of(Snapshot snapshot, ItemRef article)
    {
        var reader = new RelatedReader(IndexValues.Value(snapshot, article).Span);
        reader.Byte();
        reader.Byte();
        reader.Long();
        reader.Text();
        var (films, people, tags) = (Texts(ref reader), Texts(ref reader), Texts(ref reader));
        var words = new List<(string, int)>();
        for (var count = reader.Varint(); count > 0; count--)
        {
            var frequency = reader.Byte();
            words.Add((Encoding.UTF8.GetString(reader.Text()), frequency));
        }

        return new ArticleTies(films, people, tags, words);
    }

    /// <summary>Adds to a profile what films may share with the article beside those that it is about.</summary>
    public void AddTo(SeedProfile profile, TieNames names, Snapshot snapshot)
    {
        foreach (var id in PersonIds)
        {
            var person = SnapshotReader.Find(snapshot.Searcher.IndexReader, new DocumentKey(DocumentType.Person, id))?.Person;
            profile.AddTie(TieKind.Person, TieKey.Hash(id), PersonValue);
            names.Add(TieKind.Person, id, id, person?.Name ?? id);
        }

        foreach (var tag in Tags)
        {
            foreach (var kind in new[] { TieKind.Genre, TieKind.Keyword })
            {
                profile.AddTie(kind, TieKey.Hash(tag), SignalMath.InverseRoot(Tags.Count));
                names.Add(kind, tag, "", tag);
            }
        }

        foreach (var (word, frequency) in Words)
        {
            profile.AddTie(TieKind.Word, TieKey.Hash(word), WordValue * SignalMath.InverseRoot(Words.Count) * MathF.Sqrt(frequency));
            names.Add(TieKind.Word, word, "", word);
        }
    }

    private static List<string> Texts(ref RelatedReader reader)
    {
        var texts = new List<string>();
        for (var count = reader.Varint(); count > 0; count--)
        {
            texts.Add(Encoding.UTF8.GetString(reader.Text()));
        }

        return texts;
    }
}
