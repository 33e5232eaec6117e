namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// The postings of one window whose frequency and length have no code. The commonest words have a hundred or two in each window; all that their code tells is
/// that they may score anything, so that they are looked through in their own list, which is in the order of the postings.
/// </summary>
internal static unsafe class EscapeKernels
{
    /// <summary>
    /// Marks those documents that score at least <paramref name="least"/>, and notes at each one's place how far behind <paramref name="start"/> its posting is.
    /// </summary>
    /// <param name="postings">The term.</param>
    /// <param name="start">The first posting of the window.</param>
    /// <param name="end">The one behind its last.</param>
    /// <param name="weight">The term's.</param>
    /// <param name="factors">256 values: what lengths make of frequencies.</param>
    /// <param name="least">The least score.</param>
    /// <param name="bits">The window's marks.</param>
    /// <param name="places">By document of the window.</param>
    /// <returns>How many there are.</returns>
    public static int MarkFrom(
        in PostingsView postings, int start, int end, float weight, ReadOnlySpan<float> factors, float least, Span<ulong> bits, Span<ushort> places)
    {
        if (start < 0 || end > postings.Count || factors.Length != 256 || bits.Length != PostingsLayout.WindowWords || places.Length != PostingsLayout.Window)
        {
            throw new ArgumentException($"Postings {start} to {end} of {postings.Count}, {factors.Length} factors, into {bits.Length} words and {places.Length} places.");
        }

        var first = postings.EscapeFrom(start);
        var at = first;
        for (; at < postings.EscapeCount && postings.Escapes[at * 3] < end; at++)
        {
            var escape = postings.Escapes + (at * 3);
            float frequency = escape[1];
            if (escape[0] >= start && weight * frequency / (frequency + factors[(byte)escape[2]]) >= least)
            {
                var place = postings.Doc(escape[0], 0) & (PostingsLayout.Window - 1);
                places[place] = (ushort)(escape[0] - start);
                bits[place >> 6] |= 1UL << place;
            }
        }

        return at - first;
    }
}
