using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Schema;
using LeapSearch.Store;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Catalog.Checks;

/// <summary>
/// Compares an index with its store: every document of the one stands once in the other, with the same bytes. Both are read in order of
/// keys side by side, so that it takes no memory.
/// </summary>
internal sealed class IndexComparison : IDisposable
{
    private const int PageRows = 1000;
    private const int MostProblems = 20;

    private static readonly DocumentType[] Types = [DocumentType.Film, DocumentType.Person, DocumentType.Article];

    private readonly IDocumentStore store;
    private readonly Directory directory;
    private readonly DirectoryReader reader;
    private readonly long sequence;
    private readonly string path;

    public IndexComparison(string path, IDocumentStore store)
    {
        this.path = path;
        this.store = store;
        directory = IndexFiles.Open(path);
        reader = DirectoryReader.Open(directory);
        sequence = CommitData.FromUserData(reader.IndexCommit.UserData)?.Sequence ?? 0;
    }

    /// <summary>Adds what differs to <paramref name="problems"/>, at most twenty lines.</summary>
    /// <returns>Documents that agree.</returns>
    public long Run(List<string> problems, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        long agree = 0;
        using var indexed = Indexed().GetEnumerator();
        var more = indexed.MoveNext();
        foreach (var row in Rows(cancellationToken))
        {
            var key = new DocumentKey((DocumentType)row.Type, row.Id).ToString();
            for (; more && string.CompareOrdinal(indexed.Current.Key, key) < 0; more = indexed.MoveNext())
            {
                found.Add($"'{path}' has {indexed.Current.Key}, which the store does not have.");
            }

            var present = more && indexed.Current.Key == key;

            // What changed after the commit is not in it yet, or is in it already: the follower applies it again.
            if (row.Sequence <= sequence)
            {
                if (Difference(row, present ? indexed.Current : null) is { } difference)
                {
                    found.Add($"'{path}': {key} {difference}.");
                }
                else if (!row.IsDeleted)
                {
                    agree++;
                }
            }

            more = present ? indexed.MoveNext() : more;
            if (found.Count > MostProblems)
            {
                found.Add($"'{path}' differs in more documents.");
                break;
            }
        }

        for (; more && found.Count <= MostProblems; more = indexed.MoveNext())
        {
            found.Add($"'{path}' has {indexed.Current.Key}, which the store does not have.");
        }

        problems.AddRange(found);
        return agree;
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private static string? Difference(StoredDocument row, IndexedDocument? indexed)
    {
        if (row.IsDeleted)
        {
            return indexed is null ? null : "was deleted and is still in the index";
        }

        return indexed switch
        {
            null => "is missing in the index",
            { Copies: > 1 } => $"stands {indexed.Copies} times in the index",
            _ => indexed.Body().AsSpan().SequenceEqual(row.Body) ? null : "differs from the store",
        };
    }

    private IEnumerable<StoredDocument> Rows(CancellationToken cancellationToken)
    {
        foreach (var type in Types)
        {
            for (var page = store.ReadType((int)type, "", PageRows); !page.IsEmpty; page = store.ReadType((int)type, page.LastId, PageRows))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var row in page.Rows)
                {
                    yield return row;
                }
            }
        }
    }

    private IEnumerable<IndexedDocument> Indexed()
    {
        if (MultiFields.GetTerms(reader, IndexFields.Key) is not { } terms)
        {
            yield break;
        }

        var live = MultiFields.GetLiveDocs(reader);
        var keys = terms.GetEnumerator();
        DocsEnum? documents = null;
        while (keys.MoveNext())
        {
            documents = keys.Docs(live, documents, DocsFlags.NONE);
            var (first, copies) = (-1, 0);
            for (var number = documents.NextDoc(); number != DocIdSetIterator.NO_MORE_DOCS; number = documents.NextDoc())
            {
                first = copies++ == 0 ? number : first;
            }

            if (copies > 0)
            {
                var document = first;
                yield return new IndexedDocument(keys.Term.Utf8ToString(), copies, () => Body(document));
            }
        }
    }

    private byte[] Body(int document)
    {
        var bytes = reader.Document(document).GetBinaryValue(IndexFields.Body);
        return bytes is null ? [] : bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray();
    }

    private sealed record IndexedDocument(string Key, int Copies, Func<byte[]> Body);
}
