using System.Globalization;

namespace LeapSearch.Catalog.Indexing;

/// <summary>What a Lucene commit says of itself in its user data.</summary>
/// <param name="Sequence">Every change of the store up to this one is in it; later ones may be.</param>
/// <param name="Epoch">The history that the sequence belongs to.</param>
/// <param name="Schema">The version of the schema that wrote it.</param>
internal sealed record CommitData(long Sequence, string Epoch, int Schema)
{
    public Dictionary<string, string> ToUserData() => new()
    {
        ["seq"] = Sequence.ToString(CultureInfo.InvariantCulture),
        ["epoch"] = Epoch,
        ["schema"] = Schema.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Null when one of the three is missing or no number.</summary>
    public static CommitData? FromUserData(IDictionary<string, string> data)
        => data.TryGetValue("seq", out var seq) && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && data.TryGetValue("epoch", out var epoch)
            && data.TryGetValue("schema", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var schema)
            ? new CommitData(sequence, epoch, schema)
            : null;
}
