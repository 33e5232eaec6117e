using LeapSearch.Analysis.Readings;

namespace LeapSearch.Analysis.Names;

/// <summary>The keys under which a person is found; a query means the person where one of its keys equals one of theirs.</summary>
/// <param name="Exact">Folded whole names without blanks, in every order of their words. At most <see cref="NameForms.MostExact"/>.</param>
/// <param name="Spelling">Other spellings and scripts of the same name, as good as the name: 봉준호 for "Bong Joon-ho". At most <see cref="NameForms.MostSpelling"/>.</param>
/// <param name="Sound">What may be the same name, to be ranked lower. At most <see cref="NameForms.MostSound"/>.</param>
public sealed record NameKeys(IReadOnlyList<string> Exact, IReadOnlyList<ReadingKey> Spelling, IReadOnlyList<ReadingKey> Sound);
