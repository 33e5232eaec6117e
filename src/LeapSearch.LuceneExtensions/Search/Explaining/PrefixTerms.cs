using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>The terms of a dictionary that begin with a prefix, in order.</summary>
internal static class PrefixTerms
{
    /// <summary>One enumerator, standing at each of the terms in turn; nothing for a field that is not there.</summary>
    public static IEnumerable<TermsEnum> Of(Terms? dictionary, string prefix)
    {
        if (dictionary?.GetEnumerator() is not { } terms)
        {
            yield break;
        }

        var start = new BytesRef(prefix);
        for (var isThere = terms.SeekCeil(start) != TermsEnum.SeekStatus.END; isThere && StringHelper.StartsWith(terms.Term, start); isThere = terms.MoveNext())
        {
            yield return terms;
        }
    }
}
