using LeapSearch.LuceneExtensions.Native;
using System.Text;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Writes a side-car (<see cref="ImpactsFormat"/>) from a segment's postings and norms.</summary>
internal static class ImpactsWriter
{
    /// <param name="sink">Where to.</param>
    /// <param name="maxDoc">Documents of the segment, deleted ones included.</param>
    /// <param name="fields">The indexed fields.</param>
    /// <param name="terms">The postings of a field, or null.</param>
    /// <param name="norms">The norms of a field, or null.</param>
    /// <param name="isMirrored">Whether a field's terms are ordered by their endings, too; null for none.</param>
    public static void Write(
        ImpactsSink sink, int maxDoc, IEnumerable<string> fields, Func<string, Terms?> terms, Func<string, NumericDocValues?> norms, Predicate<string>? isMirrored)
    {
        sink.Write(ImpactsFormat.Magic);
        sink.Write(ImpactsFormat.Version);
        sink.Write(PostingsLayout.WindowBits);
        sink.Write(maxDoc);
        sink.Write(0);
        var directory = new List<(string Field, long Dictionary)>();
        foreach (var field in fields)
        {
            if (terms(field) is { } found)
            {
                directory.Add((field, new FieldWriter(sink, maxDoc, found, norms(field), isMirrored?.Invoke(field) == true).Write()));
            }
        }

        sink.Align(8);
        var start = sink.Position;
        sink.Write(directory.Count);
        sink.Write(0);
        foreach (var (field, dictionary) in directory)
        {
            var name = Encoding.UTF8.GetBytes(field);
            sink.Write(dictionary);
            sink.Write(name.Length);
            sink.Write(name);
        }

        sink.Write(start);
        sink.Write(sink.Position + sizeof(long) + sizeof(uint) + sizeof(uint));
        sink.Write(sink.Checksum());
        sink.Write(ImpactsFormat.EndMagic);
        sink.Flush();
    }
}
