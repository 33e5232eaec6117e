using System.Numerics;
using System.Runtime.InteropServices;
using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Writes one field: the postings of each term as they are read, then the dictionary.</summary>
internal sealed class FieldWriter(ImpactsSink sink, int maxDoc, Terms terms, NumericDocValues? norms, bool isMirrored)
{
    private readonly CodeBook book = new();
    private readonly PostingsWriter postings = new(sink, maxDoc);
    private readonly List<uint> entries = [];
    private readonly List<uint> offsets = [0];
    private readonly List<byte> blob = [];
    private readonly bool hasFrequencies = terms.HasFreqs;
    private readonly bool hasPositions = terms.HasPositions;
    private readonly bool hasCodes = terms.HasFreqs || norms is not null;
    private DocsEnum? docs;
    private DocsAndPositionsEnum? positions;

    /// <returns>Where the dictionary is.</returns>
    public long Write()
    {
        sink.Align(8);
        var start = sink.Position;
        Seed();
        var found = terms.GetEnumerator();
        long sumDocFreq = 0;
        while (found.MoveNext())
        {
            CollectionsMarshal.SetCount(blob, blob.Count + found.Term.Length);
            found.Term.Bytes.AsSpan(found.Term.Offset, found.Term.Length).CopyTo(CollectionsMarshal.AsSpan(blob)[(int)offsets[^1]..]);
            offsets.Add((uint)blob.Count);
            Read(found);
            entries.Add(postings.Write(book, start, hasCodes, hasPositions));
            sumDocFreq += postings.Count;
        }

        return WriteDictionary(start, sumDocFreq);
    }

    /// <summary>Counts the pairs of the most frequent terms, which have most of the postings that are ever read.</summary>
    private void Seed()
    {
        if (!hasCodes)
        {
            // What no posting says: code 0 of each.
            book.Code(1, 0);
        }

        if (!hasFrequencies || norms is null)
        {
            return;
        }

        int[]? counts = null;
        var found = terms.GetEnumerator();
        while (found.MoveNext())
        {
            if (found.DocFreq < Math.Max(PostingsLayout.Window / 4, maxDoc / 64))
            {
                continue;
            }

            counts ??= new int[1 << 16];
            docs = found.Docs(null, docs, DocsFlags.FREQS);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (docs.Freq < PostingsLayout.Escape)
                {
                    counts[(docs.Freq << 8) | Norm(doc)]++;
                }
            }
        }

        if (counts is not null)
        {
            book.Seed(counts);
        }
    }

    private void Read(TermsEnum term)
    {
        postings.Clear();
        if (hasPositions)
        {
            positions = term.DocsAndPositions(null, positions, DocsAndPositionsFlags.NONE);
            for (var doc = positions.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = positions.NextDoc())
            {
                var frequency = positions.Freq;
                postings.Add(doc, frequency, Norm(doc));
                for (var i = 0; i < frequency; i++)
                {
                    postings.AddPosition(positions.NextPosition());
                }
            }

            return;
        }

        docs = term.Docs(null, docs, hasFrequencies ? DocsFlags.FREQS : DocsFlags.NONE);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            postings.Add(doc, hasFrequencies ? docs.Freq : 1, Norm(doc));
        }
    }

    private byte Norm(int doc) => norms is null ? (byte)0 : (byte)norms.Get(doc);

    private long WriteDictionary(long postingsStart, long sumDocFreq)
    {
        var all = CollectionsMarshal.AsSpan(blob);
        var shift = TermTable.BlockShift(CollectionsMarshal.AsSpan(offsets));
        var starts = Enumerable.Range(0, TermTable.Blocks(entries.Count, shift)).Select(block => offsets[block << shift]).ToArray();
        var slots = Slots(all);
        sink.Align(8);
        var dictionary = sink.Position;
        sink.Write(new FieldEntry
        {
            Terms = entries.Count,
            Slots = slots.Length,
            Codes = book.Count,
            Flags = (hasFrequencies ? ImpactsFormat.HasFrequencies : 0)
                | (norms is not null ? ImpactsFormat.HasNorms : 0)
                | (hasPositions ? ImpactsFormat.HasPositions : 0)
                | (isMirrored ? ImpactsFormat.HasMirror : 0),
            DocCount = terms.DocCount,
            BlockShift = shift,
            SumDocFreq = sumDocFreq,
            SumTotalTermFreq = terms.SumTotalTermFreq,
            Postings = postingsStart,
        });
        sink.WriteAll(book.Pairs);
        for (var block = 0; block < starts.Length; block++)
        {
            var first = block << shift;
            sink.Write(first < entries.Count ? TermTable.Lead(all[(int)offsets[first]..(int)offsets[first + 1]]) : ulong.MaxValue);
        }

        sink.WriteAll<uint>(starts);
        sink.WriteAll<uint>(CollectionsMarshal.AsSpan(entries));
        sink.WriteAll<int>(slots);
        if (isMirrored)
        {
            sink.WriteAll<int>(MirrorTable.Order(all, CollectionsMarshal.AsSpan(offsets)));
        }

        foreach (var offset in CollectionsMarshal.AsSpan(offsets))
        {
            sink.Write((ushort)offset);
        }

        sink.Write(all);
        return dictionary;
    }

    /// <summary>The hash of the terms; a field without codes does without.</summary>
    private int[] Slots(ReadOnlySpan<byte> all)
    {
        if (!hasCodes)
        {
            return [];
        }

        var slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(entries.Count + (entries.Count / 4) + 1))];
        for (var i = 0; i < entries.Count; i++)
        {
            var slot = ImpactsFormat.Hash(all[(int)offsets[i]..(int)offsets[i + 1]]) & (uint)(slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(slots.Length - 1);
            }

            slots[slot] = i + 1;
        }

        return slots;
    }
}
