using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>Documents in an index in memory, with the handler on its snapshot: the parts that answer, without a store or a folder.</summary>
internal sealed class SmallIndex
{
    private readonly RelatedHandler handler;

    private SmallIndex(DirectoryReader reader, TimeProvider time, EditorFile<EditorChoices>? editors)
    {
        Snapshot = new Snapshot(new IndexSearcher(reader), FilmGraph.Build(reader, null, told => Assert.Fail(told)), "1", 1);
        handler = new RelatedHandler(time, editors ?? new EditorFile<EditorChoices>("no editors", EditorChoices.Read, EditorChoices.None, time, NullLogger.Instance));
    }

    public Snapshot Snapshot { get; }

    public FilmGraph Graph => Snapshot.Graph;

    /// <summary>Indexes the documents in their order, people known to all.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="perSegment">Documents a segment; they are not merged.</param>
    /// <param name="deleted">Documents indexed among the others, then deleted and merged away.</param>
    /// <param name="editors">What editors say; nothing when null.</param>
    public static SmallIndex Of(IReadOnlyList<Document> documents, int perSegment = 1_000, IReadOnlyList<Document>? deleted = null, EditorFile<EditorChoices>? editors = null)
    {
        var people = new People(documents);
        var directory = new RAMDirectory();
        var policy = deleted is null ? NoMergePolicy.COMPOUND_FILES : null;
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new TextAnalyzer()) { Codec = new ImpactsCodec(null, GraphFile.SideCar), MergePolicy = policy ?? new LogDocMergePolicy() }))
        {
            for (var i = 0; i < documents.Count; i++)
            {
                Add(writer, documents[i], people);
                if (deleted is not null && i < deleted.Count)
                {
                    Add(writer, deleted[i], people);
                }

                if ((i + 1) % perSegment == 0)
                {
                    writer.Commit();
                }
            }

            foreach (var document in deleted ?? [])
            {
                writer.DeleteDocuments(new Term(IndexFields.Key, DocumentKey.Of(document).ToString()));
            }

            if (deleted is not null)
            {
                writer.ForceMerge(1);
            }
        }

        return new SmallIndex(DirectoryReader.Open(directory), TimeProvider.System, editors);
    }

    public RelatedFilmsResponse Related(RelatedFilmsRequest request) => handler.RelatedFilms(Snapshot, request, CancellationToken.None);

    public RelatedFilmsResponse Related(string film, int count = 10, double? diversity = null)
    {
        var request = new RelatedFilmsRequest { FilmId = film, PageSize = count };
        if (diversity is { } given)
        {
            request.Diversity = given;
        }

        return Related(request);
    }

    public BatchRelatedFilmsResponse Batch(BatchRelatedFilmsRequest request) => handler.BatchRelatedFilms(Snapshot, request, CancellationToken.None);

    public RelatedPeopleResponse RelatedPeople(RelatedPeopleRequest request) => handler.RelatedPeople(Snapshot, request, CancellationToken.None);

    public RelatedArticlesResponse Articles(RelatedArticlesRequest request) => handler.RelatedArticles(Snapshot, request, CancellationToken.None);

    private static void Add(IndexWriter writer, Document document, IPersonDirectory people)
        => writer.AddDocument(DocumentMapper.Map(document, document.ToByteArray(), people));

    private sealed class People(IEnumerable<Document> documents) : IPersonDirectory
    {
        private readonly Dictionary<string, Person> byId = documents.Where(d => d.Person is not null).ToDictionary(d => d.Person.Id, d => d.Person);

        public Person? Find(Credit credit) => byId.GetValueOrDefault(credit.PersonId);
    }
}
