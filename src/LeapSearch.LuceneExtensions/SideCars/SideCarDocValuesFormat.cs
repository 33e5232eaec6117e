using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>
/// Lucene's doc values as they are, and when a segment's are written, its side-car out of what can be read back. Its name stands in no
/// file: Lucene's format for each field writes its own.
/// </summary>
internal sealed class SideCarDocValuesFormat(DocValuesFormat format, SideCar sideCar) : DocValuesFormat
{
    public override DocValuesConsumer FieldsConsumer(SegmentWriteState state) => new Consumer(format, format.FieldsConsumer(state), sideCar, state);

    public override DocValuesProducer FieldsProducer(SegmentReadState state) => format.FieldsProducer(state);

    private sealed class Consumer(DocValuesFormat format, DocValuesConsumer consumer, SideCar sideCar, SegmentWriteState state) : ForwardingConsumer(consumer)
    {
        private FieldInfo? written;

        public override void AddBinaryField(FieldInfo field, IEnumerable<BytesRef> values)
        {
            base.AddBinaryField(field, values);

            // An update of doc values writes them alone, under a suffix; the values of the whole segment stay where they are.
            written = field.Name == sideCar.ValuesField && state.SegmentSuffix.Length == 0 ? field : written;
        }

        protected override void Closed()
        {
            if (written is { } field)
            {
                Write(field);
            }
        }

        private void Write(FieldInfo field)
        {
            var segment = state.SegmentInfo;
            using var values = format.FieldsProducer(new SegmentReadState(state.Directory, segment, state.FieldInfos, IOContext.READ_ONCE, 1));
            using var output = state.Directory.CreateOutput(SegmentFiles.Name(segment, sideCar.Extension), state.Context);
            var checksum = SegmentFiles.ValuesChecksum(segment, state.Directory, field);
            var writer = new SideCarWriter(output, sideCar.Version, segment.DocCount, checksum);
            sideCar.Write(writer, segment.DocCount, values.GetBinary(field), values.GetDocsWithField(field));
            writer.Finish();
        }
    }
}
