using LeapSearch.Analysis;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Contracts.Validation;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>What of an article is indexed.</summary>
internal static class ArticleFields
{
    public static void Add(Article article, LuceneFields fields, IPersonDirectory people)
    {
        fields.Whole(IndexFields.Article.Key, Folding.FoldKey(article.Title));
        fields.Words(IndexFields.Article.Title, article.Title);
        fields.Words(IndexFields.Article.Text, Html.ToText(article.Excerpt));
        fields.Words(IndexFields.Article.Text, Html.ToText(article.Body));
        foreach (var category in article.Categories)
        {
            fields.Filter(FilterFields.Category, category);
            fields.Words(IndexFields.Article.Tags, category);
        }

        foreach (var tag in article.Tags)
        {
            fields.Filter(FilterFields.Tag, tag);
            fields.Words(IndexFields.Article.Tags, tag);
        }

        foreach (var author in article.Authors)
        {
            var person = people.Find(author);
            fields.Filter(FilterFields.Author, CreditKey.Of(author, person));
            foreach (var name in PersonFields.Names(person).Prepend(author.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
            {
                fields.Words(IndexFields.Article.Tags, name);
            }
        }

        if (article.Language.Length > 0)
        {
            fields.Filter(FilterFields.Language, article.Language);
        }

        foreach (var film in article.FilmIds)
        {
            fields.Filter(FilterFields.Film, film);
        }

        foreach (var person in article.PersonIds)
        {
            fields.Filter(FilterFields.Person, person);
        }

        if (Timestamps.TryParse(article.PublishedAt, out var published))
        {
            var seconds = published.ToUnixTimeSeconds();
            fields.Filter(FilterFields.PublishedAt, seconds);
            fields.PublicFrom(seconds);
            fields.Sort(IndexFields.SortDate, seconds);
        }

        fields.Sort(IndexFields.SortTitle, Folding.Fold(article.Title));
        PopularityFields.Add(0, fields);
        ExternalIds.Add([], article.PageUrl, fields);
        RelatedFields.Add(article, fields);
    }
}
