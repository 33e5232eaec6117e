namespace LeapSearch.Import.Lines;

/// <summary>
/// Reads a stream line by line as bytes, in memory of one line. Lines end in LF or CR LF; the last one may end with the stream. A
/// line over the limit is skipped to its end.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="maxLineBytes">The most bytes of a line.</param>
internal sealed class LineReader(Stream stream, int maxLineBytes)
{
    private const int Block = 64 * 1024;

    private byte[] buffer = new byte[Block];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The number of the line last read, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The line last read, without its end; valid until the next read. Empty when <see cref="IsTooLong"/>.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the line last read was over the limit.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Goes to the next line; false when there is none.</summary>
    public bool Read()
    {
        IsTooLong = false;
        var searched = start;
        while (true)
        {
            var feed = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                Take(searched + feed, next: searched + feed + 1);
                return true;
            }

            if (ended)
            {
                if (start == end && !IsTooLong)
                {
                    return false;
                }

                Take(end, next: end);
                return true;
            }

            if (end - start > maxLineBytes)
            {
                IsTooLong = true;
                start = end;
            }

            MakeRoom();
            searched = end;
            var count = stream.Read(buffer, end, buffer.Length - end);
            ended = count == 0;
            end += count;
        }
    }

    private void Take(int lineEnd, int next)
    {
        IsTooLong |= lineEnd - start > maxLineBytes;
        if (lineEnd > start && buffer[lineEnd - 1] == '\r')
        {
            lineEnd--;
        }

        Current = IsTooLong ? default : buffer.AsMemory(start, lineEnd - start);
        start = next;
        Line++;
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxLineBytes + Block));
        }
    }
}
