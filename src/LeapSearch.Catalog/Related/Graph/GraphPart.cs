using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// The films and articles of one segment and their ties, both ways, as integers in arrays. A segment never changes, so neither does its
/// part; what was deleted since is left to the segment's live documents.
/// </summary>
/// <remarks>
/// Items are numbered from 0 in document order. Ties are numbered from 0 within the part, and named across parts by their keys
/// (<see cref="TieKey"/>).
/// <code>
/// item i's ties:   Ties[TieStart[i] .. TieStart[i+1]], in the order of <see cref="RelatedFormat"/>, each with Marks[…]
/// tie t's items:   Items[ItemStart[t] .. ItemStart[t+1]], ascending; of CountryFilms and AllFilms by popularity, falling
/// </code>
/// A mark says how a person took part (<see cref="PersonMark"/>, never 0), how often a word stands; else it is 0. Ties that only serve to find
/// (CountryFilms, AllFilms) have items but stand in no item's list. 5 bytes a tie in each direction, and about 25 a tie of
/// the part for its key, kind and table; 60 an item.
/// </remarks>
internal sealed class GraphPart
{
    /// <summary>The segment's documents of the items, ascending.</summary>
    public required int[] Documents { get; init; }

    public required GraphItem[] About { get; init; }

    public required int[] TieStart { get; init; }

    public required int[] Ties { get; init; }

    public required byte[] Marks { get; init; }

    public required ulong[] Keys { get; init; }

    public required TieKind[] Kinds { get; init; }

    public required int[] ItemStart { get; init; }

    public required int[] Items { get; init; }

    public required TieTable Table { get; init; }

    /// <summary>The items by id: <see cref="IdKey"/> of each, in a table.</summary>
    public required ulong[] Ids { get; init; }

    public required TieTable ById { get; init; }

    /// <summary>Of each item where its id begins in <see cref="IdTexts"/>, and the end.</summary>
    public required int[] IdStart { get; init; }

    /// <summary>The ids themselves, ASCII.</summary>
    public required byte[] IdTexts { get; init; }

    public required PopularityHistogram Popularity { get; init; }

    /// <summary>The films by genre, country and year.</summary>
    public required YearLists Contemporaries { get; init; }

    /// <summary>What of <see cref="About"/> is asked of every candidate, close together.</summary>
    public required FilmTime[] Times { get; init; }

    /// <summary>Films among the items.</summary>
    public int Films => Popularity.Films;

    /// <summary>The tie of a key, or -1.</summary>
    public int Find(ulong key) => Table.Find(key, Keys);

    /// <summary>The item of an id, or -1.</summary>
    public int FindId(ulong idKey) => ById.Find(idKey, Ids);

    /// <summary>The key of an item's id: films and articles have ids of their own.</summary>
    public static ulong IdKey(bool isFilm, ulong idHash) => isFilm ? idHash : ~idHash;

    /// <summary>The id of an item; ids compare as their bytes do.</summary>
    public ReadOnlySpan<byte> IdOf(int item) => IdTexts.AsSpan(IdStart[item], IdStart[item + 1] - IdStart[item]);

    /// <summary>The items of a tie.</summary>
    public ReadOnlySpan<int> ItemsOf(int tie) => Items.AsSpan(ItemStart[tie], ItemStart[tie + 1] - ItemStart[tie]);

    /// <summary>The item of a segment's document, or -1.</summary>
    public int ItemOf(int document)
    {
        var item = Array.BinarySearch(Documents, document);
        return item < 0 ? -1 : item;
    }

    /// <summary>Bytes held.</summary>
    public long Bytes
        => (4L * (Documents.Length + TieStart.Length + Ties.Length + ItemStart.Length + Items.Length)) + Marks.Length + (9L * Keys.Length)
            + (System.Runtime.CompilerServices.Unsafe.SizeOf<GraphItem>() * (long)About.Length) + Table.Bytes
            + ById.Bytes + (8L * Ids.Length) + (4L * IdStart.Length) + IdTexts.Length + Contemporaries.Bytes + (4L * Times.Length);
}

/// <summary>A person's part in a film in a byte: three bits of roles, five of billing (31 for later and for no cast).</summary>
internal static class PersonMark
{
    public const int MaxBilling = 31;

    public static byte Of(Roles roles, int billing) => (byte)(((int)roles & 7) | (Math.Min(billing, MaxBilling) << 3));

    public static Roles RolesOf(byte mark) => (Roles)(mark & 7);

    public static int BillingOf(byte mark) => mark >> 3;
}
