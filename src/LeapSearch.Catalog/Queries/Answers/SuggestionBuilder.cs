using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Makes suggestions of documents.</summary>
internal sealed class SuggestionBuilder(BestKnownFilm bestKnown, ParsedQuery query, SynonymReading? synonyms)
{
    private readonly QueryMarks marks = new(query, synonyms, lastIsPrefix: true);

    public Suggestion Build(Document document, MatchKind kind)
    {
        var key = DocumentKey.Of(document);
        var marks = this.marks.For(document, kind);
        var match = marks.Matches.Find(document, kind);
        var suggestion = new Suggestion { Type = key.Type, Id = key.Id, Match = match };
        switch (document.DocumentCase)
        {
            case Document.DocumentOneofCase.Film:
                var film = document.Film;
                (suggestion.Text, suggestion.OriginalText, suggestion.Year) = (film.Title, film.OriginalTitle, film.Year);
                (suggestion.ImageUrl, suggestion.PageUrl) = (film.ImageUrl, film.PageUrl);
                suggestion.Detail = string.Join(", ", film.Countries.Take(2).Concat(film.Directors.Take(1).Select(d => d.Name)));
                break;
            case Document.DocumentOneofCase.Person:
                var person = document.Person;
                (suggestion.Text, suggestion.OriginalText) = (person.Name, person.OriginalName);
                (suggestion.ImageUrl, suggestion.PageUrl) = (person.ImageUrl, person.PageUrl);
                suggestion.Detail = bestKnown.Of(person.Id) ?? string.Join(", ", person.Professions.Take(2));
                break;
            default:
                var article = document.Article;
                suggestion.Text = article.Title;
                (suggestion.ImageUrl, suggestion.PageUrl) = (article.ImageUrl, article.PageUrl);
                suggestion.Detail = string.Join(", ", article.Categories.Take(1));
                break;
        }

        var shown = match.Value.Length > 0 && match.Field is not ("synopsis" or "biography" or "body") ? match.Value : suggestion.Text;
        suggestion.Highlight = marks.Highlights.Mark(shown);
        return suggestion;
    }
}
