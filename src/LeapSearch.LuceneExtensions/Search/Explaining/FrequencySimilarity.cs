using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>Scores a phrase by nothing but how often it is there, so that Lucene's own matching tells the frequency.</summary>
internal sealed class FrequencySimilarity : Similarity
{
    public override long ComputeNorm(FieldInvertState state) => 0;

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => new Weight();

    public override SimScorer GetSimScorer(SimWeight stats, AtomicReaderContext context) => new Scorer();

    private sealed class Weight : SimWeight
    {
        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
        }
    }

    private sealed class Scorer : SimScorer
    {
        public override float Score(int doc, float freq) => freq;

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
