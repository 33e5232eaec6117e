using LeapSearch.LuceneExtensions.SideCars;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>
/// Lucene's own codec, which beside each segment that has norms writes its side-car (<see cref="ImpactsFormat"/>). Give it to the
/// writer's configuration. It keeps Lucene's name, so that any Lucene.Net program opens the index without it.
/// </summary>
/// <remarks>
/// Norms are the last that a flush or a merge writes of what a side-car is made of: when they are closed, the postings are read back
/// through the segment's directory. The file is one of the segment's: it is committed, deleted and put into compound files with it.
/// </remarks>
[CodecName("Lucene46")]
public sealed class ImpactsCodec : FilterCodec
{
    /// <summary>
    /// Bytes of documents that are compressed together; Lucene's 16 KiB make each of a page's hits unpack half of that for a document of one or two.
    /// The size stands in the file, so stock readers read it.
    /// </summary>
    private const int StoredChunk = 2_048;

    private readonly NormsFormat norms;
    private readonly Predicate<string>? isMirrored;

    /// <summary>The codec; one serves any number of writers.</summary>
    /// <param name="isMirrored">
    /// Whether a field's words are looked for with slips: their order by endings, four bytes a word, makes that several times faster. Null for none.
    /// </param>
    /// <param name="more">A further side-car, made of a doc value. Null for none.</param>
    public ImpactsCodec(Predicate<string>? isMirrored = null, SideCar? more = null)
        : base(new Lucene46Codec())
    {
        norms = new Norms(this, m_delegate.NormsFormat);
        this.isMirrored = isMirrored;
        DocValuesFormat = more is null ? m_delegate.DocValuesFormat : new SideCarDocValuesFormat(m_delegate.DocValuesFormat, more);
    }

    /// <inheritdoc/>
    public override DocValuesFormat DocValuesFormat { get; }

    /// <inheritdoc/>
    public override NormsFormat NormsFormat => norms;

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; } = new CompressingStoredFieldsFormat("Lucene41StoredFields", CompressionMode.FAST, StoredChunk);

    private sealed class Norms(ImpactsCodec codec, NormsFormat format) : NormsFormat
    {
        public override DocValuesConsumer NormsConsumer(SegmentWriteState state) => new Consumer(codec, format, format.NormsConsumer(state), state);

        public override DocValuesProducer NormsProducer(SegmentReadState state) => format.NormsProducer(state);
    }

    private sealed class Consumer(ImpactsCodec codec, NormsFormat format, DocValuesConsumer consumer, SegmentWriteState state) : ForwardingConsumer(consumer)
    {
        protected override void Closed()
        {
            var read = new SegmentReadState(state.Directory, state.SegmentInfo, state.FieldInfos, IOContext.READ_ONCE, 1);
            using var fields = codec.PostingsFormat.FieldsProducer(read);
            using var norms = format.NormsProducer(read);
            using var output = state.Directory.CreateOutput(SegmentFiles.Name(state.SegmentInfo, ImpactsFormat.Extension), state.Context);
            ImpactsWriter.Write(
                new ImpactsSink((bytes, count) => output.WriteBytes(bytes, 0, count)),
                state.SegmentInfo.DocCount,
                state.FieldInfos.Where(f => f.IsIndexed).Select(f => f.Name),
                fields.GetTerms,
                name => state.FieldInfos.FieldInfo(name) is { HasNorms: true } info ? norms.GetNumeric(info) : null,
                codec.isMirrored);
        }
    }
}
