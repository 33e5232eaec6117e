using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>Writes doc values or norms as another consumer does, and something more when that is closed and can be read back.</summary>
internal abstract class ForwardingConsumer(DocValuesConsumer consumer) : DocValuesConsumer
{
    public override void AddNumericField(FieldInfo field, IEnumerable<long?> values) => consumer.AddNumericField(field, values);

    public override void AddBinaryField(FieldInfo field, IEnumerable<BytesRef> values) => consumer.AddBinaryField(field, values);

    public override void AddSortedField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrd)
        => consumer.AddSortedField(field, values, docToOrd);

    public override void AddSortedSetField(
        FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrdCount, IEnumerable<long?> ords)
        => consumer.AddSortedSetField(field, values, docToOrdCount, ords);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            consumer.Dispose();
            Closed();
        }
    }

    /// <summary>What was added is written.</summary>
    protected abstract void Closed();
}
