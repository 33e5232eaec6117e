namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>What a score is made of; each signal is from 0 (nothing shared) to about 1. Their names in requests are the lower-case ones.</summary>
internal enum Signal
{
    Director,
    Cast,
    Writer,
    Genre,
    Keyword,
    Country,
    Language,
    Year,
    Synopsis,
    Family,
    Popularity,
}

/// <summary>A number for each <see cref="Signal"/>.</summary>
[System.Runtime.CompilerServices.InlineArray(Length)]
internal struct Signals
{
    public const int Length = (int)Signal.Popularity + 1;

    private float first;

    public float this[Signal signal]
    {
        readonly get => ((ReadOnlySpan<float>)this)[(int)signal];
        set => ((Span<float>)this)[(int)signal] = value;
    }

    /// <summary>Whether two films with these signals share more than what many films share: who made them, what they are about, a genre of few.</summary>
    /// <param name="keywordsTell"><see cref="FilmScorer.KeywordsTell"/>.</param>
    public readonly bool IsTelling(bool keywordsTell)
    {
        for (var signal = Signal.Director; signal < Signal.Popularity; signal++)
        {
            if (IsTelling(signal, keywordsTell))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this signal alone makes two films share something telling.</summary>
    /// <remarks>Two words that many synopses have tell nothing: below these, no reader sees the likeness.</remarks>
    public readonly bool IsTelling(Signal signal, bool keywordsTell) => signal switch
    {
        Signal.Director or Signal.Cast or Signal.Writer or Signal.Family => this[signal] > 0,
        Signal.Genre => this[signal] > 0.12f,
        Signal.Keyword => keywordsTell,
        Signal.Synopsis => this[signal] > 0.08f,
        _ => false,
    };

    /// <summary>The sum of all.</summary>
    public readonly float Sum()
    {
        var sum = 0f;
        foreach (var number in (ReadOnlySpan<float>)this)
        {
            sum += number;
        }

        return sum;
    }

    /// <summary>The sum of each number times the other's.</summary>
    public readonly float Dot(in Signals other)
    {
        var sum = 0f;
        for (var i = 0; i < Length; i++)
        {
            sum += this[(Signal)i] * other[(Signal)i];
        }

        return sum;
    }
}
