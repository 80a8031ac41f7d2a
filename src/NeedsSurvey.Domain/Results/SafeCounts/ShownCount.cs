namespace NeedsSurvey.Domain.Results;

/// <summary>What a safe count says.</summary>
public enum ShownCountKind
{
    /// <summary>0 to k−1 people; nobody too, because "nobody" told apart from "a few" gives the few away.</summary>
    Few,

    /// <summary>A number: the true one and its noise, at least k; or the true one where the rule is off.</summary>
    Number,

    /// <summary>All of the base but 0 to k−1 people: the number would tell the few who are left.</summary>
    NearlyAll,
}

/// <summary>
/// A count that may be shown to whoever asked. It is worked out by a <see cref="CountBase"/>, has no arithmetic and does not turn into an
/// int by itself:
/// what is worked out from it (shares, means) is in <see cref="ShownFigures"/>, which knows the noise.
/// </summary>
public readonly record struct ShownCount
{
    private readonly int value;

    private ShownCount(ShownCountKind kind, int value, int threshold) =>
        (Kind, this.value, Threshold) = (kind, value, kind == ShownCountKind.Number ? 0 : threshold);

    /// <summary>0 to k−1 people.</summary>
    public static ShownCount Few(int threshold) => new(ShownCountKind.Few, 0, threshold);

    /// <summary>A number that may be shown: a true one, or one that is safe already.</summary>
    public static ShownCount Number(int value, int threshold = 0) => new(ShownCountKind.Number, value, threshold);

    /// <summary>All of the base but 0 to k−1 people.</summary>
    public static ShownCount NearlyAll(int threshold) => new(ShownCountKind.NearlyAll, 0, threshold);

    public ShownCountKind Kind { get; }

    /// <summary>k; of no meaning for a number.</summary>
    public int Threshold { get; }

    /// <summary>The number to show; null where words stand instead.</summary>
    public int? Shown => Kind == ShownCountKind.Number ? value : null;

    /// <summary>As a page in English prints it.</summary>
    public override string ToString() => SafeWords.Of(this);
}
