using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>
/// Articles about a film or person, or like an article: those that are about the seed itself first, a film the better the fewer other films
/// they are about, a person the better the earlier they are named; then by what else is shared. Scores are rounded to hundredths, and of
/// equals the newest comes first.
/// </summary>
internal sealed class RelatedArticlesAnswer(Snapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
{
    /// <summary>Articles looked at through ties, in all; rare ties first.</summary>
    private const int TieBudget = 20_000;

    /// <summary>Likeness below this is chance.</summary>
    private const float MinScore = 0.03f;

    private const int MaxItems = 5;

    private readonly FilmGraph graph = snapshot.Graph;
    private readonly Dictionary<ItemRef, Found> found = [];

    public List<RelatedArticle> To(ArticleSeed seed, ItemRef? self, int count)
    {
        Look(seed);
        if (self is { } own)
        {
            found.Remove(own);
        }

        var ranked = found.Select(f => (f.Key, f.Value, Score: Score(f.Value)))
            .Where(f => f.Score >= MinScore)
            .OrderByDescending(f => f.Score)
            .ThenByDescending(f => graph.About(f.Key).Published)
            .ThenBy(f => graph.About(f.Key).IdHash)
            .Take(count);
        return
        [
            .. ranked.Select(f => new RelatedArticle
            {
                Article = DocumentViews.Basic(IndexValues.Document(snapshot, f.Key).Article), Score = f.Score, Reasons = { Reasons(f.Value) },
            }),
        ];
    }

    private void Look(ArticleSeed seed)
    {
        var seconds = now.ToUnixTimeSeconds();
        var left = TieBudget;
        foreach (var (tie, frequency) in seed.Ties.Select(t => (t, Frequency(t.Key))).OrderBy(t => t.t.Key == seed.Direct ? 0 : 1).ThenBy(t => t.Item2).ThenBy(t => t.t.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            left -= frequency;
            if (left < 0 && tie.Key != seed.Direct)
            {
                break;
            }

            var rarity = SignalMath.Rarity(frequency, graph.Articles);
            for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
            {
                var place = graph.Leaves[leaf];
                var number = place.Part.Find(tie.Key);
                foreach (var item in number < 0 ? [] : place.Part.ItemsOf(number))
                {
                    ref readonly var about = ref place.Part.About[item];
                    if (place.IsLive(item) && about.Published <= seconds)
                    {
                        Add(new ItemRef(leaf, item), tie.Kind, tie.Key == seed.Direct, Worth(tie.Kind, tie.Worth, rarity, about), tie.Item);
                        if (tie.Key == seed.Direct)
                        {
                            found[new ItemRef(leaf, item)].Share = seed.IsFilm ? 1f / Math.Max((byte)1, about.Countries) : 1f / (1 + PlaceOfPerson(place.Part, item, number));
                        }
                    }
                }
            }
        }
    }

    private void Add(ItemRef article, TieKind kind, bool direct, float worth, ReasonItem item)
    {
        if (!found.TryGetValue(article, out var of))
        {
            found[article] = of = new Found();
        }

        of.IsDirect |= direct;
        of.Likeness += direct ? 0 : worth;
        of.Shared.Add((kind, direct, worth, item));
    }

    private int Frequency(ulong key)
    {
        var sum = 0;
        foreach (var leaf in graph.Leaves)
        {
            var tie = leaf.Part.Find(key);
            sum += tie < 0 ? 0 : leaf.Part.ItemsOf(tie).Length;
        }

        return sum;
    }

    private static float Worth(TieKind kind, float worth, float rarity, in GraphItem about) => kind switch
    {
        TieKind.ArticleWord => worth * rarity * rarity * SignalMath.InverseRoot(about.Words),
        TieKind.ArticleTag => worth * rarity,
        _ => worth * (0.5f + (rarity / 2)),
    };

    /// <summary>Of an article about the seed 1 and the seed's share in it; else likeness, up to 1.</summary>
    /// <remarks>
    /// A review that names the whole cast is about its film alone, so that for a film only other films take a share. Of people an article names many
    /// beside the one whom it is about, who comes first: given with the article, or in the order of the text.
    /// </remarks>
    private static double Score(Found of) => Math.Round(of.IsDirect ? 1 + of.Share : of.Likeness / (1 + of.Likeness), 2);

    /// <summary>How many people an article names before one, by the number of their tie.</summary>
    private static int PlaceOfPerson(GraphPart part, int article, int tie)
    {
        // An article's ties begin with the films that it is about, which are counted as its countries.
        var start = part.TieStart[article] + part.About[article].Countries;
        return Math.Max(0, part.Ties.AsSpan(start, part.TieStart[article + 1] - start).IndexOf(tie));
    }

    private static IEnumerable<Reason> Reasons(Found of)
    {
        // The seed itself outweighs all else that is shared.
        var others = of.Shared.Sum(s => s.Direct ? 0 : s.Worth);
        var all = of.Shared.Sum(s => s.Worth) + (of.IsDirect ? others : 0);
        return of.Shared.GroupBy(s => s.Kind)
            .Select(kind => Reason(
                kind.Key,
                [.. kind.OrderByDescending(s => s.Direct).ThenByDescending(s => s.Worth).Take(MaxItems).Select(s => s.Item)],
                kind.Sum(s => s.Worth + (s.Direct ? others : 0)) / all))
            .OrderByDescending(r => r.Weight).ThenBy(r => r.Kind).ThenBy(r => r.Text, StringComparer.Ordinal);
    }

    private static Reason Reason(TieKind kind, ReasonItem[] items, float weight)
    {
        var list = string.Join(", ", items.Select(i => i.Name));
        var (reason, text) = kind switch
        {
            TieKind.ArticleFilm or TieKind.ArticlePerson => (ReasonKind.Mention, $"About {list}"),
            TieKind.ArticleTag => (ReasonKind.Keyword, $"Filed under {list}"),
            _ => (ReasonKind.Synopsis, $"Tells of {list}"),
        };
        return new Reason { Kind = reason, Text = text, Items = { items }, Weight = weight, Weak = kind is TieKind.ArticleTag or TieKind.ArticleWord };
    }

    private sealed class Found
    {
        public bool IsDirect { get; set; }

        /// <summary>Of an article about the seed: the seed's share in it, up to 1.</summary>
        public float Share { get; set; }

        public float Likeness { get; set; }

        public List<(TieKind Kind, bool Direct, float Worth, ReasonItem Item)> Shared { get; } = [];
    }
}
