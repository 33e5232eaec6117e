using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>Which call a case asks.</summary>
public enum JudgedCall
{
    /// <summary><c>Search</c>, first ten results.</summary>
    Search,

    /// <summary><c>Suggest</c>, first ten suggestions.</summary>
    Suggest,
}

/// <summary>One query and what a reader wants to see for it: a line of a judgement file.</summary>
/// <param name="Set">The kind of query; cases of one set are measured together.</param>
/// <param name="Query">What the reader types.</param>
/// <param name="Call">Which call is asked.</param>
/// <param name="Types">The types asked for; empty for all.</param>
/// <param name="Relevant">Grades by document; 1 is of some use, 3 is what was looked for.</param>
/// <param name="ExpectsNone">
/// The catalogue has no answer: right is an empty answer, or one that says by <c>corrected_query</c> that it answers another question.
/// </param>
/// <param name="Only">
/// So many first results must all be among <paramref name="Relevant"/> (an empty answer is right); 0 where the case is about finding.
/// </param>
/// <param name="Source">File and line, for messages.</param>
public sealed record JudgementCase(
    string Set,
    string Query,
    JudgedCall Call,
    IReadOnlyList<DocumentType> Types,
    IReadOnlyDictionary<JudgedDocument, int> Relevant,
    bool ExpectsNone,
    int Only,
    string Source);

/// <summary>A document by type and id, written <c>film:leap-2020</c>.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id within the type.</param>
public readonly record struct JudgedDocument(DocumentType Type, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{JudgementFormat.TypeName(Type)}:{Id}";
}
