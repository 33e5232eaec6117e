using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>What <see cref="DocumentBoost"/> adds to the documents of one segment.</summary>
internal sealed class BoostColumn(AtomicReader reader, DocumentBoost boost)
{
    // A document without a value reads 0, and the bits of 0 are the float 0: it adds nothing, without asking which documents have one.
    private readonly NumericDocValues? values = reader.GetNumericDocValues(boost.Field);

    public float Of(int doc) => values is null ? 0 : boost.Weight * BitConverter.Int32BitsToSingle((int)values.Get(doc));
}
