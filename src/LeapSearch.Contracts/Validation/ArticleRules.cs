using LeapSearch.V1;

namespace LeapSearch.Contracts.Validation;

/// <summary>What an article must keep to.</summary>
internal static class ArticleRules
{
    public static void Check(Article article, Violations found)
    {
        FieldRules.Id(article.Id, "id", found);
        FieldRules.Required(article.Title, "title", found);
        FieldRules.NoBlank(article.Categories, "categories", found);
        FieldRules.NoBlank(article.Tags, "tags", found);
        FieldRules.Credits(article.Authors, "authors", found);
        FieldRules.Timestamp(article.PublishedAt, "published_at", found);
        FieldRules.Timestamp(article.UpdatedAt, "updated_at", found);
        for (var i = 0; i < article.FilmIds.Count; i++)
        {
            FieldRules.Id(article.FilmIds[i], $"film_ids[{i}]", found);
        }

        for (var i = 0; i < article.PersonIds.Count; i++)
        {
            FieldRules.Id(article.PersonIds[i], $"person_ids[{i}]", found);
        }

        FieldRules.Url(article.PageUrl, "page_url", found);
        FieldRules.Url(article.ImageUrl, "image_url", found);
    }
}
