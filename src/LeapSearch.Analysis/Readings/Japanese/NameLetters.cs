namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>A name as written, repeats written out, beside its folded form, character by character.</summary>
internal readonly struct NameLetters
{
    public NameLetters(string name)
    {
        Folded = Folding.FoldKey(name);
        var written = string.Concat(name.Select((c, i) => c == '々' && i > 0 ? name[i - 1] : c));
        Written = written.Length == Folded.Length ? written : Folded;
    }

    private NameLetters(string folded, string written) => (Folded, Written) = (folded, written);

    public string Folded { get; }

    public string Written { get; }

    public int Length => Folded.Length;

    public bool IsKana => Folded.All(Kana.IsHiragana);

    public NameLetters this[Range range] => new(Folded[range], Written[range]);
}
