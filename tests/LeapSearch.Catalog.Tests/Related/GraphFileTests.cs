using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.SideCars;
using LeapSearch.Testing;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Xunit;
using Xunit.Abstractions;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>What is loaded from the files beside the segments is what is built from the index, and no damage to a file goes unseen.</summary>
public sealed class GraphFileTests(ITestOutputHelper output)
{
    /// <summary>
    /// Of the file of one fixed catalogue. Where it changes, so did what a part says of the same documents: raise
    /// <see cref="GraphFile.Format"/>, or files of older programs would be taken for today's. (A change of <see cref="RandomCatalogue"/> changes it too.)
    /// </summary>
    private const string FileOfFormat2 = "92CDF84FE190A097DACEA5BD416237BB";

    [Fact]
    public void WhatIsLoadedIsWhatIsBuilt()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(4, 100, 500); round++)
        {
            using var folder = new TemporaryFolder();
            using var directory = random.Next(2) == 0 ? IndexDirectory.Open(folder.Path) : new RAMDirectory();
            using var writer = Writer(directory, random, GraphFile.SideCar);
            var graph = default(FilmGraph);
            using var readers = new Readers();
            for (var step = 0; step < 4; step++)
            {
                Change(writer, random);
                var reader = readers.Add(random.Next(2) == 0 ? DirectoryReader.Open(writer, applyAllDeletes: true) : Committed(writer, directory));
                graph = FilmGraph.Build(reader, random.Next(2) == 0 ? graph : null, told => Assert.Fail(told));
                Compare(reader, graph);
            }
        }
    }

    [Fact]
    public void IsOneOfTheSegmentsFiles()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        using var directory = IndexDirectory.Open(folder.Path);
        using (var writer = new IndexWriter(directory, Config(GraphFile.SideCar, c => c.MergePolicy = new LogDocMergePolicy { NoCFSRatio = 0 })))
        {
            Fill(writer, random, 40, commits: true);
            writer.ForceMerge(1);
        }

        // Lucene deleted those of the merged segments with their other files.
        var name = FileOf(directory);
        using (var reader = DirectoryReader.Open(directory))
        {
            Assert.Contains(name, reader.IndexCommit.FileNames);
            IndexDirectory.CheckIntegrity(reader, GraphFile.SideCar, default);
        }

        directory.DeleteFile(name);
        using (var reader = DirectoryReader.Open(directory))
        {
            Assert.Throws<IOException>(() => IndexDirectory.CheckIntegrity(reader, GraphFile.SideCar, default));
            AssertBuilt(reader, "has no file");
        }
    }

    [Fact]
    public void IsBuiltWhereAnotherProgramWroteTheIndex()
    {
        var random = TestSeed.New(output);
        using var directory = new RAMDirectory();
        using (var writer = Writer(directory, random, null))
        {
            Fill(writer, random, 30, commits: true);
        }

        using var reader = DirectoryReader.Open(directory);
        AssertBuilt(reader, "has no file");
        IndexDirectory.CheckIntegrity(reader, GraphFile.SideCar, default);
    }

    [Fact]
    public void ASegmentWithoutFilmsNeedsNone()
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, Config(GraphFile.SideCar)))
        {
            var person = new Document { Person = new Person { Id = "p", Name = "Setsuko Hara" } };
            writer.AddDocument(DocumentMapper.Map(person, person.ToByteArray(), NoPeople.Instance));
        }

        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(0, FilmGraph.Build(reader, null, told => Assert.Fail(told)).Films);
    }

    [Fact]
    public void EveryFlippedByteAndEveryTruncationIsSeen()
    {
        var random = TestSeed.New(output);
        using var directory = OneSegment(random, 3);
        var name = FileOf(directory);
        var whole = Bytes(directory, name);
        for (int step = TestTier.Pick(6, 1, 1), i = random.Next(step); i < whole.Length; i += step)
        {
            var flipped = whole.ToArray();
            flipped[i] ^= (byte)(1 << random.Next(8));
            AssertRefused(directory, name, flipped);
            AssertRefused(directory, name, whole[..i]);
        }

        AssertRefused(directory, name, [.. whole, 0]);
        Replace(directory, name, whole);
        using var reader = DirectoryReader.Open(directory);
        FilmGraph.Build(reader, null, told => Assert.Fail(told));
    }

    [Fact]
    public void ADamagedLengthAllocatesNothing()
    {
        using var directory = OneSegment(new Random(1), 3);
        var name = FileOf(directory);
        var whole = Bytes(directory, name);
        using var reader = DirectoryReader.Open(directory);
        AssertBuilt(reader, null);
        for (var i = whole.Length - 8 - (16 * 23); i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] = 0x7F;
            Replace(directory, name, damaged);
            var before = GC.GetAllocatedBytesForCurrentThread();
            FilmGraph.Build(reader, null, _ => { });
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    [Fact]
    public void OneOfAnotherSegmentIsRefused()
    {
        using var one = OneSegment(new Random(1), 3);
        using var other = OneSegment(new Random(2), 3);
        var name = FileOf(one);
        Replace(one, name, Bytes(other, name));
        using var reader = DirectoryReader.Open(one);
        AssertBuilt(reader, "another segment");
    }

    [Fact]
    public void OneOfAnotherVersionIsRefusedAndIsNoDamage()
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, Config(new NextFormat())))
        {
            Fill(writer, new Random(1), 3, commits: false);
        }

        using var reader = DirectoryReader.Open(directory);
        IndexDirectory.CheckIntegrity(reader, GraphFile.SideCar, default);
        AssertBuilt(reader, "version");
    }

    [Fact]
    public void AFileWhoseArraysDoNotFitIsRefused()
    {
        for (var section = 0; section < 24; section++)
        {
            using var directory = new RAMDirectory();
            using (var writer = new IndexWriter(directory, Config(new OneByteMore(section))))
            {
                Fill(writer, new Random(1), 3, commits: false);
            }

            using var reader = DirectoryReader.Open(directory);
            AssertBuilt(reader, "");
        }
    }

    [Fact]
    public void TheSameDocumentsGiveTheSameFile()
    {
        using var directory = OneSegment(new Random(7), 60);
        var name = FileOf(directory);

        // Without the header, which holds the checksum of Lucene's doc values, and what sums it up.
        Assert.Equal(FileOfFormat2, Convert.ToHexString(SHA256.HashData(Bytes(directory, name).AsSpan()[24..^4]))[..32]);
        Assert.Equal(2, GraphFile.Format);
    }

    /// <summary>The name of the one file that there is.</summary>
    private static string FileOf(Directory directory) => Assert.Single(directory.ListAll(), f => f.EndsWith(".grf", StringComparison.Ordinal));

    private static void AssertRefused(Directory directory, string name, byte[] bytes)
    {
        Replace(directory, name, bytes);
        using var reader = DirectoryReader.Open(directory);
        AssertBuilt(reader, "");
        Assert.Throws<InvalidDataException>(() => IndexDirectory.CheckIntegrity(reader, GraphFile.SideCar, default));
    }

    /// <summary>That every part is built from the index and told so; with null, that it is as built at all.</summary>
    private static void AssertBuilt(IndexReader reader, string? why)
    {
        var told = new List<string>();
        var graph = FilmGraph.Build(reader, null, told.Add);
        Compare(reader, graph);
        if (why is not null)
        {
            Assert.Equal(graph.Leaves.Count(l => l.Part.Documents.Length > 0), told.Count);
            Assert.All(told, t => Assert.Contains(why, t, StringComparison.Ordinal));
        }
    }

    private static void Compare(IndexReader reader, FilmGraph graph)
    {
        foreach (var leaf in reader.Leaves)
        {
            var (built, loaded) = (GraphFile.BuildPart(leaf.AtomicReader), graph.Leaves[leaf.Ord].Part);
            Equal(built.Documents, loaded.Documents);
            Equal(built.About, loaded.About);
            Equal(built.TieStart, loaded.TieStart);
            Equal(built.Ties, loaded.Ties);
            Equal(built.Marks, loaded.Marks);
            Equal(built.Keys, loaded.Keys);
            Equal(built.Kinds, loaded.Kinds);
            Equal(built.ItemStart, loaded.ItemStart);
            Equal(built.Items, loaded.Items);
            Equal(built.Ids, loaded.Ids);
            Equal(built.IdStart, loaded.IdStart);
            Equal(built.IdTexts, loaded.IdTexts);
            Equal(built.Times, loaded.Times);
            Equal(built.Popularity.Counts, loaded.Popularity.Counts);
            Assert.Equal(built.Films, loaded.Films);
            Assert.Equal(built.Bytes, loaded.Bytes);
            for (var tie = 0; tie < built.Keys.Length; tie++)
            {
                Assert.Equal(tie, loaded.Find(built.Keys[tie]));
            }

            for (var item = 0; item < built.Ids.Length; item++)
            {
                Assert.Equal(built.FindId(built.Ids[item]), loaded.FindId(built.Ids[item]));
            }

            var (one, other) = (built.Contemporaries.Arrays, loaded.Contemporaries.Arrays);
            Equal(one.Table.Slots, other.Table.Slots);
            Equal(one.Keys, other.Keys);
            Equal(one.RunStart, other.RunStart);
            Equal(one.FirstYear, other.FirstYear);
            Equal(one.First, other.First);
            Equal(one.Items, other.Items);
            Equal(one.Bins, other.Bins);
        }
    }

    private static void Equal<T>(T[] built, T[] loaded)
        where T : unmanaged
        => Assert.Equal(MemoryMarshal.AsBytes<T>(built).ToArray(), MemoryMarshal.AsBytes<T>(loaded).ToArray());

    private static void Change(IndexWriter writer, Random random)
    {
        Fill(writer, random, random.Next(60), commits: true);
        for (var i = random.Next(6); i > 0; i--)
        {
            writer.DeleteDocuments(new Term(IndexFields.Key, new DocumentKey(DocumentType.Film, $"f{random.Next(40)}").ToString()));
        }

        if (random.Next(4) == 0)
        {
            writer.ForceMerge(1 + random.Next(2));
        }
    }

    private static void Fill(IndexWriter writer, Random random, int count, bool commits)
    {
        foreach (var film in RandomCatalogue.Films(random, count))
        {
            Add(film);
            switch (commits ? random.Next(20) : -1)
            {
                case 0:
                    writer.Commit();
                    break;
                case 1:
                    Add(new Document { Person = new Person { Id = film.Film.Id, Name = film.Film.Title } });
                    break;
                case 2:
                    Add(new Document { Article = new Article { Id = film.Film.Id, Title = film.Film.Title, Body = "words of an article", FilmIds = { film.Film.Id } } });
                    break;
            }
        }

        void Add(Document document)
            => writer.UpdateDocument(
                new Term(IndexFields.Key, DocumentKey.Of(document).ToString()), DocumentMapper.Map(document, document.ToByteArray(), NoPeople.Instance));
    }

    private static Directory OneSegment(Random random, int films)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, Config(GraphFile.SideCar));
        Fill(writer, random, films, commits: false);
        return directory;
    }

    private static IndexWriter Writer(Directory directory, Random random, SideCar? more)
        => new(directory, Config(more, c =>
        {
            c.UseCompoundFile = random.Next(2) == 0;
            c.MergePolicy = random.Next(3) == 0 ? NoMergePolicy.COMPOUND_FILES : new TieredMergePolicy { NoCFSRatio = random.Next(2), SegmentsPerTier = 2, MaxMergeAtOnce = 2 };
        }));

    private static IndexWriterConfig Config(SideCar? more, Action<IndexWriterConfig>? change = null)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new TextAnalyzer())
        {
            Codec = new ImpactsCodec(null, more),
            MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
            UseCompoundFile = false,
        };
        change?.Invoke(config);
        return config;
    }

    private static DirectoryReader Committed(IndexWriter writer, Directory directory)
    {
        writer.Commit();
        return DirectoryReader.Open(directory);
    }

    private static byte[] Bytes(Directory directory, string name)
    {
        using var input = directory.OpenInput(name, IOContext.DEFAULT);
        var whole = new byte[input.Length];
        input.ReadBytes(whole, 0, whole.Length);
        return whole;
    }

    private static void Replace(Directory directory, string name, byte[] bytes)
    {
        directory.DeleteFile(name);
        using var file = directory.CreateOutput(name, IOContext.DEFAULT);
        file.WriteBytes(bytes, bytes.Length);
    }

    private sealed class Readers : IDisposable
    {
        private readonly List<DirectoryReader> open = [];

        public DirectoryReader Add(DirectoryReader reader)
        {
            open.Add(reader);
            return reader;
        }

        public void Dispose() => open.ForEach(r => r.Dispose());
    }

    /// <summary>A program of tomorrow.</summary>
    private sealed class NextFormat() : SideCar("grf", RelatedFormat.Field, GraphFile.Format + 1)
    {
        public override void Write(SideCarWriter writer, int maxDoc, BinaryDocValues values, IBits has) => writer.Section<int>([1, 2, 3]);
    }

    /// <summary>A writer that lost its way: sections of odd lengths from some number on, each with a good checksum.</summary>
    private sealed class OneByteMore(int from) : SideCar("grf", RelatedFormat.Field, GraphFile.Format)
    {
        public override void Write(SideCarWriter writer, int maxDoc, BinaryDocValues values, IBits has)
        {
            for (var section = 0; section < 23; section++)
            {
                writer.Section<byte>(new byte[section < from ? 32 : 33]);
            }
        }
    }
}
