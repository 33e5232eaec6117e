using LeapSearch.V1;

namespace LeapSearch.Contracts.Validation;

/// <summary>A field that is not as the contract says.</summary>
/// <param name="Field">The field's path in proto spelling, from the document: <c>film.cast[2].name</c>.</param>
/// <param name="Message">What is wrong and what is asked for.</param>
public sealed record FieldViolation(string Field, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}: {Message}";
}

/// <summary>
/// The rules that every document keeps, whichever way it comes: a file, a call, a pipe. The rules are those of
/// <c>document.proto</c>'s comments; this is their one place in code.
/// </summary>
public static class DocumentValidator
{
    /// <summary>The most bytes of a serialized document.</summary>
    public const int MaxDocumentBytes = 2 * 1024 * 1024;

    /// <summary>The most violations told of one document.</summary>
    private const int MaxViolations = 20;

    /// <summary>What is wrong with a document; empty when nothing is.</summary>
    public static IReadOnlyList<FieldViolation> Validate(Document document)
    {
        var found = new Violations();
        switch (document.DocumentCase)
        {
            case Document.DocumentOneofCase.Film:
                FilmRules.Check(document.Film, found.In("film"));
                break;
            case Document.DocumentOneofCase.Person:
                PersonRules.Check(document.Person, found.In("person"));
                break;
            case Document.DocumentOneofCase.Article:
                ArticleRules.Check(document.Article, found.In("article"));
                break;
            default:
                return [new("document", "is empty: give one of film, person or article")];
        }

        var size = document.CalculateSize();
        if (size > MaxDocumentBytes)
        {
            found.Add("document", $"has {size:N0} bytes; at most {MaxDocumentBytes:N0} (2 MiB) are allowed");
        }

        return found.List.Count <= MaxViolations ? found.List : [.. found.List.Take(MaxViolations)];
    }
}
