using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>Given words, at positions 0, 1, 2, ….</summary>
internal sealed class WordStream : TokenStream
{
    private readonly string[] words;
    private readonly ICharTermAttribute term;
    private int next;

    public WordStream(string[] words)
    {
        this.words = words;
        term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        if (next == words.Length)
        {
            return false;
        }

        ClearAttributes();
        term.SetEmpty().Append(words[next++]);
        return true;
    }

    public override void Reset() => next = 0;
}
