using LeapSearch.LuceneExtensions.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;

namespace LeapSearch.Catalog.Schema;

/// <summary>
/// A number indexed as <see cref="Int64Field"/> indexes it, in terms of <see cref="RangeClause.PrecisionStep"/>; the stream of its terms is reused, as
/// in <see cref="WholeField"/>.
/// </summary>
internal sealed class NumberField : Field
{
    private static readonly FieldType NumberType = MakeType();

    [ThreadStatic]
    private static NumericTokenStream? Stream;

    private readonly long value;

    public NumberField(string name, long value)
        : base(name, NumberType)
    {
        this.value = value;
        FieldsData = J2N.Numerics.Int64.GetInstance(value);
    }

    /// <inheritdoc/>
    public override TokenStream GetTokenStream(Analyzer analyzer)
        => (Stream ??= new NumericTokenStream(RangeClause.PrecisionStep)).SetInt64Value(value);

    private static FieldType MakeType()
    {
        var type = new FieldType(Int64Field.TYPE_NOT_STORED) { NumericPrecisionStep = RangeClause.PrecisionStep };
        type.Freeze();
        return type;
    }
}
