namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>Finds the k-th largest number without sorting: Hoare's quickselect with the median of three.</summary>
internal static class Selection
{
    /// <summary>The <paramref name="k"/>-th largest, from 1; the numbers are reordered.</summary>
    public static float Largest(Span<float> numbers, int k)
    {
        var (low, high) = (0, numbers.Length - 1);
        var wanted = k - 1;
        while (low < high)
        {
            var pivot = Median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (numbers[i] > pivot)
                {
                    i++;
                }

                while (numbers[j] < pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                    i++;
                    j--;
                }
            }

            if (wanted <= j)
            {
                high = j;
            }
            else if (wanted >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return numbers[wanted];
    }

    private static float Median(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
