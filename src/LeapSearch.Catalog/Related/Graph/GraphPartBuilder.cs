using System.Runtime.InteropServices;
using LeapSearch.Catalog.Related.Fields;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.Catalog.Related.Graph;

/// <summary>Collects the values of one segment and makes a part of them.</summary>
internal sealed class GraphPartBuilder
{
    private readonly List<int> documents = [];
    private readonly List<GraphItem> about = [];
    private readonly List<int> idStart = [0];
    private readonly List<byte> idTexts = [];
    private readonly List<int> tieStart = [0];
    private readonly List<int> ties = [];
    private readonly List<byte> marks = [];
    private readonly List<ulong> keys = [];
    private readonly List<TieKind> kinds = [];
    private readonly List<ulong> genres = [];
    private readonly Dictionary<ulong, int> yearLists = [];
    private readonly List<ulong> yearPlaces = [];
    private readonly List<int> yearFilms = [];

    /// <summary>Numbers of ties by key. CountryFilms and AllFilms are in <see cref="finders"/> as well.</summary>
    private readonly Dictionary<ulong, int> numbers = [];

    /// <summary>(tie, item) of ties that only serve to find.</summary>
    private readonly List<(int Tie, int Item)> finders = [];

    /// <summary>The part of a segment without films and articles.</summary>
    public static GraphPart Empty { get; } = new GraphPartBuilder().Build();

    /// <summary>The part of a segment, from its values.</summary>
    /// <param name="maxDoc">Documents of the segment, deleted ones included.</param>
    /// <param name="values">The values of <see cref="RelatedFormat.Field"/>.</param>
    /// <param name="has">Which documents have one.</param>
    /// <exception cref="InvalidDataException">A value is of an unknown version.</exception>
    public static GraphPart Build(int maxDoc, BinaryDocValues values, IBits has)
    {
        var builder = new GraphPartBuilder();
        var value = new BytesRef();
        for (var document = 0; document < maxDoc; document++)
        {
            if (has.Get(document))
            {
                values.Get(document, value);
                builder.Add(document, value.Bytes.AsSpan(value.Offset, value.Length));
            }
        }

        return builder.Build();
    }

    /// <summary>Adds a document's value; the documents come in ascending order.</summary>
    private void Add(int document, ReadOnlySpan<byte> value)
    {
        var reader = new RelatedReader(value);
        if (reader.Byte() != RelatedFormat.Version)
        {
            throw new InvalidDataException($"The related-films value of document {document} has an unknown version; the index is to be rebuilt.");
        }

        documents.Add(document);
        if (reader.Byte() == RelatedFormat.FilmKind)
        {
            AddFilm(ref reader);
        }
        else
        {
            AddArticle(ref reader);
        }

        tieStart.Add(ties.Count);
    }

    private GraphPart Build()
    {
        var items = about.ToArray();
        var (itemStart, postings) = Invert(items);
        var keyArray = keys.ToArray();
        var ids = Array.ConvertAll(items, i => GraphPart.IdKey(i.IsFilm, i.IdHash));
        return new GraphPart
        {
            Documents = [.. documents],
            About = items,
            TieStart = [.. tieStart],
            Ties = [.. ties],
            Marks = [.. marks],
            Keys = keyArray,
            Kinds = [.. kinds],
            ItemStart = itemStart,
            Items = postings,
            Table = new TieTable(keyArray),
            Ids = ids,
            ById = new TieTable(ids),
            IdStart = [.. idStart],
            IdTexts = [.. idTexts],
            Popularity = new PopularityHistogram(items),
            Contemporaries = YearLists.Of([.. yearLists.OrderBy(l => l.Value).Select(l => l.Key)], [.. yearPlaces], [.. yearFilms]),
            Times = Array.ConvertAll(items, FilmTime.Of),
        };
    }

    private void AddFilm(ref RelatedReader reader)
    {
        var item = new GraphItem { IsFilm = true, Published = long.MinValue, Year = (ushort)reader.Varint(), Popularity = reader.Float() };
        item.IdHash = AddId(ref reader);
        AddPeople(ref reader, ref item);
        genres.Clear();
        item.Genres = AddTies(ref reader, TieKind.Genre, genres);
        item.Keywords = AddTies(ref reader, TieKind.Keyword);
        var number = documents.Count - 1;
        var countries = ties.Count;
        item.Countries = AddTies(ref reader, TieKind.Country);
        var countriesEnd = ties.Count;
        item.Languages = AddTies(ref reader, TieKind.Language);
        item.Families = AddTies(ref reader, TieKind.Family);
        item.Words = AddWords(ref reader, TieKind.Word);
        for (var i = countries; i < countriesEnd; i++)
        {
            finders.Add((Number(TieKind.CountryFilms, TieKey.Of(TieKind.CountryFilms, TieKey.Of(TieKind.Country, keys[ties[i]]))), number));
        }

        AddContemporary(item, number, countries, countriesEnd);
        finders.Add((Number(TieKind.AllFilms, TieKey.Of(TieKind.AllFilms, 0UL)), number));
        about.Add(item);
    }

    private void AddContemporary(in GraphItem item, int number, int countries, int countriesEnd)
    {
        var (year, bin) = FilmTime.Of(item);
        if (genres.Count == 0)
        {
            genres.Add(0);
        }

        foreach (var genre in genres)
        {
            AddTo(YearLists.Key(genre, 0));
            for (var i = countries; i < countriesEnd; i++)
            {
                AddTo(YearLists.Key(genre, TieKey.Of(TieKind.Country, keys[ties[i]])));
            }
        }

        void AddTo(ulong key)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(yearLists, key, out var exists);
            list = exists ? list : yearLists.Count - 1;
            yearPlaces.Add(YearLists.Place(list, year, bin));
            yearFilms.Add(number);
        }
    }

    private void AddArticle(ref RelatedReader reader)
    {
        var item = new GraphItem { Published = reader.Long(), IdHash = AddId(ref reader) };
        item.Countries = AddTies(ref reader, TieKind.ArticleFilm);
        item.Cast = AddTies(ref reader, TieKind.ArticlePerson);
        item.Keywords = AddTies(ref reader, TieKind.ArticleTag);
        item.Words = AddWords(ref reader, TieKind.ArticleWord);
        about.Add(item);
    }

    private ulong AddId(ref RelatedReader reader)
    {
        var id = reader.Text();
        idTexts.AddRange(id);
        idStart.Add(idTexts.Count);
        return TieKey.Hash(id);
    }

    private void AddPeople(ref RelatedReader reader, ref GraphItem item)
    {
        for (var count = reader.Varint(); count > 0; count--)
        {
            var roles = (Roles)reader.Byte();
            reader.Varint();
            var billing = reader.Byte();
            var isCast = (roles & Roles.Cast) != 0;
            item.Directors += (byte)((roles & Roles.Director) != 0 ? 1 : 0);
            item.Cast += (byte)(isCast ? 1 : 0);
            item.Writers += (byte)((roles & Roles.Writer) != 0 ? 1 : 0);
            AddTie(TieKind.Person, TieKey.Hash(reader.Text()), PersonMark.Of(roles, isCast ? billing : PersonMark.MaxBilling));
        }
    }

    private byte AddTies(ref RelatedReader reader, TieKind kind, List<ulong>? hashes = null)
    {
        var count = reader.Varint();
        for (var i = 0; i < count; i++)
        {
            var hash = TieKey.Hash(reader.Text());
            hashes?.Add(hash);
            AddTie(kind, hash, 0);
        }

        return (byte)Math.Min(count, byte.MaxValue);
    }

    private byte AddWords(ref RelatedReader reader, TieKind kind)
    {
        var count = reader.Varint();
        for (var i = 0; i < count; i++)
        {
            var frequency = reader.Byte();
            AddTie(kind, TieKey.Hash(reader.Text()), frequency);
        }

        return (byte)Math.Min(count, byte.MaxValue);
    }

    private void AddTie(TieKind kind, ulong hash, byte mark)
    {
        ties.Add(Number(kind, TieKey.Of(kind, hash)));
        marks.Add(mark);
    }

    private int Number(TieKind kind, ulong key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var exists);
        if (!exists)
        {
            number = keys.Count;
            keys.Add(key);
            kinds.Add(kind);
        }

        return number;
    }

    private (int[] Start, int[] Items) Invert(GraphItem[] items)
    {
        var start = new int[keys.Count + 1];
        foreach (var tie in ties)
        {
            start[tie + 1]++;
        }

        foreach (var (tie, _) in finders)
        {
            start[tie + 1]++;
        }

        for (var tie = 0; tie < keys.Count; tie++)
        {
            start[tie + 1] += start[tie];
        }

        var postings = new int[start[^1]];
        var next = start.AsSpan(0, keys.Count).ToArray();
        for (var item = 0; item < items.Length; item++)
        {
            for (var i = tieStart[item]; i < tieStart[item + 1]; i++)
            {
                postings[next[ties[i]]++] = item;
            }
        }

        foreach (var (tie, item) in finders)
        {
            postings[next[tie]++] = item;
        }

        var byPopularity = Comparer<int>.Create((a, b) =>
            items[b].Popularity.CompareTo(items[a].Popularity) is not 0 and var order ? order : items[a].IdHash.CompareTo(items[b].IdHash));
        var sorted = new HashSet<int>();
        foreach (var (tie, _) in finders)
        {
            if (sorted.Add(tie))
            {
                postings.AsSpan(start[tie], start[tie + 1] - start[tie]).Sort(byPopularity);
            }
        }

        return (start, postings);
    }
}
