using LeapSearch.LuceneExtensions.Impacts;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>An index that adds, updates, deletes, merges, commits and reopens happen to, at random.</summary>
internal sealed class RandomHistory : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly Random random;
    private readonly RandomDocuments words;
    private readonly IndexWriter writer;
    private DirectoryReader? reader;
    private int added;

    public RandomHistory(Random random, RandomDocuments words)
    {
        this.random = random;
        this.words = words;
        // Lucene's own codec too: its segments have no side-cars, so that theirs are built.
        Codec? codec = random.Next(5) == 0 ? null : new ImpactsCodec(random.Next(4) == 0 ? null : static _ => true);
        writer = TestIndex.Writer(directory, codec, c =>
        {
            c.UseCompoundFile = random.Next(2) == 0;
            c.MaxBufferedDocs = random.Next(2) == 0 ? random.Next(2, 200) : IndexWriterConfig.DISABLE_AUTO_FLUSH;
            c.MergePolicy = random.Next(3) switch
            {
                0 => NoMergePolicy.NO_COMPOUND_FILES,
                1 => new LogDocMergePolicy { MergeFactor = random.Next(2, 8) },
                _ => new TieredMergePolicy(),
            };
        });
    }

    public IndexWriter Writer => writer;

    /// <summary>Does some of everything, and opens what came of it.</summary>
    public IndexSearcher Next(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            Operate();
        }

        reader?.Dispose();
        if (random.Next(3) == 0)
        {
            writer.Commit();
            if (random.Next(2) == 0 && !new CheckIndex(directory).DoCheckIndex().Clean)
            {
                throw new InvalidDataException("Lucene finds the index broken.");
            }

            reader = DirectoryReader.Open(directory);
        }
        else
        {
            reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        }

        return TestIndex.Searcher(reader);
    }

    public void Dispose()
    {
        reader?.Dispose();
        writer.Rollback();
        directory.Dispose();
    }

    private void Operate()
    {
        var some = $"k{random.Next(added + 1)}";
        switch (random.Next(200))
        {
            case < 20:
                writer.DeleteDocuments(TestIndex.KeyTerm(some));
                break;
            case < 40:
                writer.UpdateDocument(TestIndex.KeyTerm(some), TestIndex.ToLucene(words.Next(some)));
                break;
            case 40:
                writer.Commit();
                break;
            case 41:
                writer.Flush(triggerMerge: true, applyAllDeletes: true);
                break;
            case 42 when random.Next(10) == 0:
                writer.ForceMerge(random.Next(1, 3));
                break;
            case 43 when random.Next(20) == 0:
                writer.DeleteAll();
                break;
            default:
                writer.AddDocument(TestIndex.ToLucene(words.Next($"k{added++}")));
                break;
        }
    }
}
