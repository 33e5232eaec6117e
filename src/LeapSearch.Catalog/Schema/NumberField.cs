using Lucene.Net.Analysis;
using Lucene.Net.Documents;

namespace LeapSearch.Catalog.Schema;

/// <summary>A number indexed as <see cref="Int64Field"/> indexes it; the stream of its terms is reused, as in <see cref="WholeField"/>.</summary>
internal sealed class NumberField : Field
{
    [ThreadStatic]
    private static NumericTokenStream? _stream;

    private readonly long _value;

    public NumberField(string name, long value)
        : base(name, Int64Field.TYPE_NOT_STORED)
    {
        _value = value;
        FieldsData = J2N.Numerics.Int64.GetInstance(value);
    }

    /// <inheritdoc/>
    public override TokenStream GetTokenStream(Analyzer analyzer)
        => (_stream ??= new NumericTokenStream(FieldType.NumericPrecisionStep)).SetInt64Value(_value);
}
