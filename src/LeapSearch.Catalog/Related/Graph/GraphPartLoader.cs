using System.Runtime.CompilerServices;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.LuceneExtensions.SideCars;

namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// Loads one part from its file (<see cref="GraphFile"/>): first its arrays are made, of lengths that the file is known to have; then
/// they are filled, in any order and by any thread; then it is a part.
/// </summary>
/// <remarks>Copied rather than mapped: a part outlives the files of its segment, and a page of it that the system took away would be missed by a call.</remarks>
internal sealed class GraphPartLoader
{
    private readonly SideCarReader reader;
    private readonly List<GraphCopy> copies = [];
    private readonly int[] documents;
    private readonly GraphItem[] about;
    private readonly int[] tieStart;
    private readonly int[] ties;
    private readonly byte[] marks;
    private readonly ulong[] ids;
    private readonly uint[] idSlots;
    private readonly FilmTime[] times;
    private readonly ulong[] keys;
    private readonly TieKind[] kinds;
    private readonly uint[] keySlots;
    private readonly int[] itemStart;
    private readonly int[] items;
    private readonly int[] popularity;
    private readonly uint[] listSlots;
    private readonly ulong[] lists;
    private readonly int[] runStart;
    private readonly ushort[] firstYear;
    private readonly int[] first;
    private readonly int[] yearItems;
    private readonly ushort[] bins;
    private readonly int[] idStart;
    private readonly byte[] idTexts;
    private volatile string? damage;

    /// <exception cref="InvalidDataException">The lengths of the sections do not fit together.</exception>
    public GraphPartLoader(SideCarReader reader)
    {
        this.reader = reader;
        documents = Next<int>();
        about = Next<GraphItem>();
        tieStart = Next<int>();
        ties = Next<int>();
        marks = Next<byte>();
        ids = Next<ulong>();
        idSlots = Next<uint>();
        times = Next<FilmTime>();
        keys = Next<ulong>();
        kinds = Next<TieKind>();
        keySlots = Next<uint>();
        itemStart = Next<int>();
        items = Next<int>();
        popularity = Next<int>();
        listSlots = Next<uint>();
        lists = Next<ulong>();
        runStart = Next<int>();
        firstYear = Next<ushort>();
        first = Next<int>();
        yearItems = Next<int>();
        bins = Next<ushort>();
        idStart = Next<int>();
        idTexts = Next<byte>();
        Require(copies.Count == reader.Sections);
        Require(about.Length == documents.Length && tieStart.Length == documents.Length + 1 && marks.Length == ties.Length);
        Require(ids.Length == documents.Length && times.Length == documents.Length && idSlots.Length == TieTable.SlotsFor(ids.Length));
        Require(idStart.Length == documents.Length + 1);
        Require(kinds.Length == keys.Length && itemStart.Length == keys.Length + 1 && keySlots.Length == TieTable.SlotsFor(keys.Length));
        Require(popularity.Length % 2 == 0 && listSlots.Length == TieTable.SlotsFor(lists.Length));
        Require(runStart.Length == lists.Length + 1 && firstYear.Length == lists.Length && bins.Length == yearItems.Length && first.Length > 0);
    }

    /// <summary>What fills the arrays.</summary>
    public IReadOnlyList<GraphCopy> Copies => copies;

    /// <summary>The part, when all copies were run; null and why where the file was damaged.</summary>
    public GraphPart? TryFinish(int maxDoc, out string problem)
    {
        problem = damage ?? (Fits(maxDoc) ? "" : "its arrays do not fit together.");
        return problem.Length > 0 ? null : new GraphPart
        {
            Documents = documents,
            About = about,
            TieStart = tieStart,
            Ties = ties,
            Marks = marks,
            Keys = keys,
            Kinds = kinds,
            ItemStart = itemStart,
            Items = items,
            Table = new TieTable(keySlots, keys.Length),
            Ids = ids,
            ById = new TieTable(idSlots, ids.Length),
            IdStart = idStart,
            IdTexts = idTexts,
            Popularity = new PopularityHistogram(popularity),
            Contemporaries = new YearLists(new YearListArrays(new TieTable(listSlots, lists.Length), lists, runStart, firstYear, first, yearItems, bins)),
            Times = times,
        };
    }

    private bool Fits(int maxDoc)
        => (documents.Length == 0 || (documents[0] >= 0 && documents[^1] < maxDoc))
            && tieStart[^1] == ties.Length && itemStart[^1] == items.Length && runStart[^1] == first.Length - 1 && first[^1] == yearItems.Length
            && idStart[^1] == idTexts.Length;

    private T[] Next<T>()
        where T : unmanaged
    {
        var section = copies.Count;
        var array = GC.AllocateUninitializedArray<T>(reader.Count<T>(section));
        copies.Add(new GraphCopy(array.Length * (long)Unsafe.SizeOf<T>(), () =>
        {
            try
            {
                reader.Read(section, array.AsSpan());
            }
            catch (InvalidDataException e)
            {
                damage = e.Message;
            }
        }));
        return array;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("its sections do not fit together.");
        }
    }
}

/// <summary>The copying of one array.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Run">Copies it.</param>
internal sealed record GraphCopy(long Bytes, Action Run);
