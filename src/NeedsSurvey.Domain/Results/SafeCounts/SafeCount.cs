using System.Globalization;

namespace NeedsSurvey.Domain.Results;

/// <summary>What a safe count says.</summary>
public enum SafeCountKind
{
    /// <summary>0 to k−1 people; nobody too, because "nobody" told apart from "a few" gives the few away.</summary>
    Few,

    /// <summary>A number: the true one and its noise, at least k.</summary>
    Number,

    /// <summary>All of the base but 0 to k−1 people: the number would tell the few who are left.</summary>
    NearlyAll,
}

/// <summary>
/// A count that may leave for anybody. It is made by a <see cref="SafeBase"/> only, has no arithmetic and does not turn into an int by
/// itself:
/// what is worked out from it (shares, means) is in <see cref="SafeFigures"/>, which knows the noise.
/// </summary>
public readonly record struct SafeCount
{
    private readonly int value;

    private SafeCount(SafeCountKind kind, int value, int threshold) => (Kind, this.value, Threshold) = (kind, value, threshold);

    internal static SafeCount Few(int threshold) => new(SafeCountKind.Few, 0, threshold);

    internal static SafeCount Number(int value, int threshold) => new(SafeCountKind.Number, value, threshold);

    internal static SafeCount NearlyAll(int threshold) => new(SafeCountKind.NearlyAll, 0, threshold);

    public SafeCountKind Kind { get; }

    /// <summary>k.</summary>
    public int Threshold { get; }

    /// <summary>The number to show; null where words stand instead.</summary>
    public int? Shown => Kind == SafeCountKind.Number ? value : null;

    /// <summary>As a page prints it.</summary>
    public override string ToString() =>
        Kind switch
        {
            SafeCountKind.Number => value.ToString(CultureInfo.InvariantCulture),
            SafeCountKind.NearlyAll => string.Create(CultureInfo.InvariantCulture, $"all but fewer than {Threshold}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"fewer than {Threshold}"),
        };
}
