using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Cuts documents to the view asked for, as <c>DocumentView</c> says.</summary>
internal static class DocumentViews
{
    /// <summary>Billed cast in view BASIC.</summary>
    public const int BasicCast = 10;

    /// <summary>The document in a view. It is changed in place: it was parsed for this answer.</summary>
    public static Document Cut(Document document, DocumentView view)
    {
        if (view == DocumentView.Full)
        {
            return document;
        }

        switch (document.DocumentCase)
        {
            case Document.DocumentOneofCase.Film:
                Basic(document.Film);
                break;
            case Document.DocumentOneofCase.Person:
                Basic(document.Person);
                break;
            case Document.DocumentOneofCase.Article:
                Basic(document.Article);
                break;
        }

        return document;
    }

    /// <summary>The film in view BASIC.</summary>
    public static Film Basic(Film film)
    {
        film.Writers.Clear();
        film.Subjects.Clear();
        film.Releases.Clear();
        film.Keywords.Clear();
        while (film.Cast.Count > BasicCast)
        {
            film.Cast.RemoveAt(film.Cast.Count - 1);
        }

        return film;
    }

    /// <summary>The person in view BASIC.</summary>
    public static Person Basic(Person person)
    {
        person.Biography = "";
        return person;
    }

    /// <summary>The article in view BASIC.</summary>
    public static Article Basic(Article article)
    {
        article.Body = "";
        return article;
    }
}
