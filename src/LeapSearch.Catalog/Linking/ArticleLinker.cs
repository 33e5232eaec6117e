using LeapSearch.Catalog.Schema;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Linking;

/// <summary>Links articles to the films and people that they mention; what editors linked comes first and is never dropped.</summary>
internal sealed class ArticleLinker
{
    private readonly MentionScanner scanner;
    private readonly MentionJudge judge;

    public ArticleLinker(IndexReader reader, IPersonDirectory people)
    {
        var probe = new KeyProbe(reader);
        scanner = new MentionScanner(probe);
        judge = new MentionJudge(probe, people);
    }

    /// <summary>The article with its links completed by its mentions; itself where there are none to add.</summary>
    public Article Link(Article article)
    {
        var mentions = ArticleText.Lines(article).SelectMany(scanner.Scan).ToArray();
        if (mentions.Length == 0)
        {
            return article;
        }

        var (films, persons) = judge.Judge(mentions, article.FilmIds, article.PersonIds);
        var authors = article.Authors.Select(a => a.PersonId).ToHashSet();
        var linked = article.Clone();
        linked.FilmIds.Clear();
        linked.FilmIds.AddRange(films);
        linked.PersonIds.Clear();
        linked.PersonIds.AddRange(persons.Where(p => article.PersonIds.Contains(p) || !authors.Contains(p)));
        return linked;
    }
}
