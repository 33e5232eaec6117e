using System.Buffers;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace LeapSearch.Analysis;

/// <summary>The tokens of <see cref="TokenReader"/> as a Lucene token stream. Offsets are UTF-16 units of the original text.</summary>
internal sealed class TextTokenizer : Tokenizer
{
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute position;
    private readonly TokenReader reader = new();
    private int length;

    public TextTokenizer(TextReader input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        var text = ReadAll(m_input);
        length = text.Length;
        reader.Reset(Folding.FoldWithOffsets(text));
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!reader.Read())
        {
            return false;
        }

        var term = reader.Term;
        if (this.term.Buffer.Length < term.Length)
        {
            this.term.ResizeBuffer(term.Length);
        }

        term.CopyTo(this.term.Buffer);
        this.term.Length = term.Length;
        offset.SetOffset(CorrectOffset(reader.Start), CorrectOffset(reader.End));
        position.PositionIncrement = reader.PositionIncrement;
        return true;
    }

    public override void End()
    {
        base.End();
        offset.SetOffset(CorrectOffset(length), CorrectOffset(length));
    }

    private static string ReadAll(TextReader input)
    {
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            // Not ReadBlock: Lucene's reader of strings answers -1 at the end, which ReadBlock takes as a count.
            var text = new StringBuilder();
            for (var count = input.Read(buffer, 0, buffer.Length); count > 0; count = input.Read(buffer, 0, buffer.Length))
            {
                text.Append(buffer, 0, count);
            }

            return text.ToString();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
