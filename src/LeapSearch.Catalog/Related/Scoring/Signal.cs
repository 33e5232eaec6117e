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
    public readonly bool IsTelling()
        => this[Signal.Director] > 0 || this[Signal.Writer] > 0 || this[Signal.Family] > 0 || this[Signal.Cast] > 0
            || this[Signal.Keyword] > 0.05f || this[Signal.Genre] > 0.12f || this[Signal.Synopsis] > 0.03f;

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
