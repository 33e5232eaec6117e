using System.Text;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.Catalog.Linking;

/// <summary>Looks whole titles and names up in the index's dictionaries, and tells when nothing longer can be one.</summary>
internal sealed class KeyProbe
{
    /// <summary>Documents of one title or name looked at; more share it than any evidence tells apart.</summary>
    private const int MaxNamesakes = 16;

    private readonly IndexReader reader;
    private readonly (string Field, TermsEnum? Terms)[] dictionaries;

    public KeyProbe(IndexReader reader)
    {
        this.reader = reader;
        dictionaries =
        [
            .. new[] { IndexFields.Film.Key, IndexFields.Film.Alias }.Concat(IndexFields.Person.WholeNames)
                .Select(field => (field, MultiFields.GetTerms(reader, field)?.GetEnumerator())),
        ];
    }

    /// <summary>Whether some title or name starts with the key, and the fields in which one is the key.</summary>
    public bool IsStart(string key, List<string> fields)
    {
        fields.Clear();
        var bytes = new BytesRef(Encoding.UTF8.GetBytes(key));
        var isStart = false;
        foreach (var (field, terms) in dictionaries)
        {
            var status = terms?.SeekCeil(bytes) ?? TermsEnum.SeekStatus.END;
            if (status == TermsEnum.SeekStatus.FOUND)
            {
                fields.Add(field);
            }

            isStart |= status != TermsEnum.SeekStatus.END && StringHelper.StartsWith(terms!.Term, bytes);
        }

        return isStart;
    }

    /// <summary>The documents of a type whose title or name is the key.</summary>
    public IEnumerable<Document> Find(string key, DocumentType type)
    {
        var fields = type == DocumentType.Film ? [IndexFields.Film.Key, IndexFields.Film.Alias] : IndexFields.Person.WholeNames;
        return fields.SelectMany(field => SnapshotReader.Numbers(reader, new Term(field, key), MaxNamesakes))
            .Distinct()
            .Select(number => SnapshotReader.Read(reader, number));
    }
}
