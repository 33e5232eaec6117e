namespace LeapSearch.Benchmarks.Search;

/// <summary>The queries of the benchmark, taken from films that are in the index: common words come as often as they are written.</summary>
internal static class SearchQueries
{
    /// <summary>The kinds, in the order of the table.</summary>
    public static readonly string[] Kinds = ["term", "or", "and", "box", "phrase", "prefix", "fuzzy", "fuzzy2"];

    /// <summary>By kind, texts: words parted by blanks.</summary>
    public static Dictionary<string, string[]> Make(IReadOnlyList<SearchFilm> films, int each, int seed)
    {
        var random = new Random(seed);
        return Kinds.ToDictionary(kind => kind, kind => Enumerable.Range(0, each).Select(_ => Query(kind)).ToArray());

        string Query(string kind)
        {
            while (true)
            {
                var film = films[random.Next(films.Count)];
                var (title, people, plot) = (film.Title.Split(' '), film.People.Split(' '), film.Plot.Split(' '));
                var query = kind switch
                {
                    "term" => Any(plot),
                    "or" or "and" => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Any(plot)).Distinct()),
                    "box" => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Any(random.Next(3) switch { 0 => title, 1 => people, _ => plot })).Distinct()),
                    "phrase" => Run(plot, random.Next(4) == 0 ? 3 : 2),
                    "prefix" => Beginning(Any(title)),
                    _ => Slip(Any(people), kind == "fuzzy" ? 1 : 2),
                };
                if (query.Length > 0 && (kind is "term" or "box" or "prefix" or "fuzzy" or "fuzzy2" || query.Contains(' ')))
                {
                    return query;
                }
            }
        }

        string Any(string[] words) => words[random.Next(words.Length)];

        string Run(string[] words, int length)
            => words.Length < length ? "" : string.Join(' ', words.Skip(random.Next(words.Length - length + 1)).Take(length).Distinct());

        string Beginning(string word) => word[..Math.Min(word.Length, random.Next(2, 5))];

        string Slip(string word, int slips)
        {
            if (word.Length < 5)
            {
                return "";
            }

            var letters = word.ToList();
            for (var i = 0; i < slips; i++)
            {
                var at = random.Next(1, letters.Count - 1);
                switch (random.Next(3))
                {
                    case 0:
                        letters[at] = (char)('a' + random.Next(26));
                        break;
                    case 1:
                        letters.RemoveAt(at);
                        break;
                    default:
                        letters.Insert(at, (char)('a' + random.Next(26)));
                        break;
                }
            }

            return string.Concat(letters);
        }
    }
}
