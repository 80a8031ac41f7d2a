using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>Small data sets written as literals.</summary>
internal static class Given
{
    public static NeedItem[] Items(int count) => [.. Enumerable.Range(1, count).Select(i => new NeedItem($"need{i}", $"Need {i}"))];

    /// <summary>One need rated by several people; null is missing.</summary>
    public static NeedAnswers Ratings(int?[] importance, int?[] satisfaction, RatingScale? scale = null)
    {
        var builder = new NeedAnswersBuilder(Items(1), scale ?? new(1, 5));
        for (var i = 0; i < importance.Length; i++)
            builder.Rate(builder.Add(), 0, importance[i], satisfaction[i]);
        return builder.Build();
    }

    /// <summary>The worked example of methods.md §1.</summary>
    public static NeedAnswers WorkedPairs() => Ratings([5, 5, 4, 5, 3], [2, 3, 4, 3, 3]);

    /// <summary>Random complete and incomplete ratings of several needs; needs differ in how important they are.</summary>
    public static NeedAnswers RandomRatings(int needs, int people, int seed, bool weighted = false)
    {
        var random = new Random(seed);
        var builder = new NeedAnswersBuilder(Items(needs), new(1, 5), ["a", "b"]);
        for (var p = 0; p < people; p++)
        {
            var r = builder.Add(weighted ? 0.2 + 2 * random.NextDouble() : 1, random.Next(-1, 2));
            for (var n = 0; n < needs; n++)
            {
                var importance = Math.Clamp(random.Next(1, 6) + (n % 3) - 1, 1, 5);
                builder.Rate(r, n, random.Next(10) == 0 ? null : importance, random.Next(10) == 0 ? null : random.Next(1, 6));
                builder.Set(r, n, NeedMeasure.Stated, random.Next(2 + n) == 0 ? 1 : 0);
                builder.Set(r, n, NeedMeasure.Agreement, random.Next(2));
                builder.Set(r, n, NeedMeasure.Priority, random.Next(3) == 0 ? 1 : 0);
            }
        }
        return builder.Build();
    }
}
