using System.Buffers;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace LeapSearch.Analysis;

/// <summary>The tokens of <see cref="TokenReader"/> as a Lucene token stream. Offsets are UTF-16 units of the original text.</summary>
internal sealed class TextTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _position;
    private readonly TokenReader _reader = new();
    private int _length;

    public TextTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        var text = ReadAll(m_input);
        _length = text.Length;
        _reader.Reset(Folding.FoldWithOffsets(text));
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_reader.Read())
        {
            return false;
        }

        var term = _reader.Term;
        if (_term.Buffer.Length < term.Length)
        {
            _term.ResizeBuffer(term.Length);
        }

        term.CopyTo(_term.Buffer);
        _term.Length = term.Length;
        _offset.SetOffset(CorrectOffset(_reader.Start), CorrectOffset(_reader.End));
        _position.PositionIncrement = _reader.PositionIncrement;
        return true;
    }

    public override void End()
    {
        base.End();
        _offset.SetOffset(CorrectOffset(_length), CorrectOffset(_length));
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
