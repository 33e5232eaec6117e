using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf.Collections;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>
/// What the ties of the seeds are called, for reasons: read from their documents, since the graph knows keys only. Few of a film's some seventy ties
/// are shared, so a name is made when it is asked for.
/// </summary>
internal sealed class TieNames
{
    [ThreadStatic]
    private static TieNames? current;

    private readonly Dictionary<ulong, TieName> names = [];

    /// <summary>The thread's own, emptied; its room is kept from call to call.</summary>
    public static TieNames Current()
    {
        current ??= new TieNames();
        current.names.Clear();
        return current;
    }

    /// <summary>The name of a tie; null where no document given names it.</summary>
    public ReasonItem? Find(ulong key)
    {
        ref var name = ref CollectionsMarshal.GetValueRefOrNullRef(names, key);
        return System.Runtime.CompilerServices.Unsafe.IsNullRef(ref name) ? null : name.Made ??= name.Make();
    }

    /// <summary>Adds a film's ties.</summary>
    /// <param name="film">Its document.</param>
    /// <param name="value">Its value in the index (<see cref="RelatedFormat"/>), which says who its credits are.</param>
    public void Add(Film film, ReadOnlyMemory<byte> value)
    {
        var reader = new RelatedReader(value.Span);
        reader.Byte();
        reader.Byte();
        reader.Varint();
        reader.Float();
        reader.Text();
        for (var count = reader.Varint(); count > 0; count--)
        {
            var roles = (Roles)reader.Byte();
            var index = reader.Varint();
            reader.Byte();
            var key = reader.Text();
            if (CreditsOf(film, roles) is var credits && index < credits.Count)
            {
                Add(TieKind.Person, key, new TieName { Name = credits[index].Name, Text = TextBefore(value, reader, key.Length) });
            }
        }

        AddTexts(ref reader, TieKind.Genre, film.Genres, static g => g, "");
        AddTexts(ref reader, TieKind.Keyword, film.Keywords, static k => k, "");
        AddTexts(ref reader, TieKind.Country, film.Countries, CountryNames.Of, null);
        AddTexts(ref reader, TieKind.Language, film.Languages, LanguageNames.Of, null);
        for (var count = reader.Varint(); count > 0; count--)
        {
            Add(TieKind.Family, reader.Text(), new TieName { Id = film.Id, Name = film.Title });
        }

        for (var count = reader.Varint(); count > 0; count--)
        {
            reader.Byte();
            var word = reader.Text();
            Add(TieKind.Word, word, new TieName { Id = "", Text = TextBefore(value, reader, word.Length) });
        }
    }

    /// <summary>Adds one tie.</summary>
    public void Add(TieKind kind, string text, string id, string name) => names.TryAdd(TieKey.Of(kind, text), new TieName { Id = id, Name = name });

    private void Add(TieKind kind, ReadOnlySpan<byte> text, in TieName name) => names.TryAdd(TieKey.Of(kind, TieKey.Hash(text)), name);

    private void AddTexts(ref RelatedReader reader, TieKind kind, RepeatedField<string> values, Func<string, string> nameOf, string? id)
    {
        // The texts are the values folded, in their order. Where there are as many, none was left out, and nothing needs folding again.
        var count = reader.Varint();
        for (var i = 0; i < count; i++)
        {
            var text = reader.Text();
            if (count == values.Count)
            {
                Add(kind, text, new TieName { Id = id ?? values[i], Name = nameOf(values[i]) });
            }
        }

        for (var i = 0; count != values.Count && i < values.Count; i++)
        {
            Add(kind, Folding.Fold(values[i]), id ?? values[i], nameOf(values[i]));
        }
    }

    private static RepeatedField<Credit> CreditsOf(Film film, Roles roles)
        => (roles & Roles.Director) != 0 ? film.Directors
            : (roles & Roles.Cast) != 0 ? film.Cast
            : (roles & Roles.Writer) != 0 ? film.Writers : film.Subjects;

    /// <summary>Of a value the text that was read last.</summary>
    private static ReadOnlyMemory<byte> TextBefore(ReadOnlyMemory<byte> value, in RelatedReader reader, int length)
        => value.Slice(value.Length - reader.Left - length, length);

    private struct TieName
    {
        /// <summary>The id; null for what <see cref="Text"/> says, where it is no implied one.</summary>
        public string? Id;

        /// <summary>The name; null or empty for what <see cref="Text"/> says.</summary>
        public string? Name;

        /// <summary>The id of a person, or a word, UTF-8.</summary>
        public ReadOnlyMemory<byte> Text;

        /// <summary>What was made of these.</summary>
        public ReasonItem? Made;

        public readonly ReasonItem Make()
        {
            var text = Encoding.UTF8.GetString(Text.Span);
            var id = Id ?? (CreditKey.IsImplied(text) ? "" : text);
            return new ReasonItem { Id = id, Name = !string.IsNullOrEmpty(Name) ? Name : Id is null ? id : text };
        }
    }
}
