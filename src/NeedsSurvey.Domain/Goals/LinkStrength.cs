namespace NeedsSurvey.Domain.Goals;

/// <summary>How strongly a goal serves a need or a pillar: the 0/1/3/9 of quality function deployment (Akao).</summary>
public static class LinkStrength
{
    public const int None = 0;
    public const int Weak = 1;
    public const int Moderate = 3;
    public const int Strong = 9;

    /// <summary>A need counts as covered, and a goal as on mission, from here up.</summary>
    public const int Covers = Moderate;

    /// <summary>The four strengths, weakest first.</summary>
    public static IReadOnlyList<int> All { get; } = [None, Weak, Moderate, Strong];

    /// <summary>Whether the number is one of the four.</summary>
    public static bool IsValid(int strength) => strength is None or Weak or Moderate or Strong;

    /// <summary>The word printed beside the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of 0, 1, 3, 9.</exception>
    public static string Label(int strength) =>
        strength switch
        {
            None => "none",
            Weak => "weak",
            Moderate => "moderate",
            Strong => "strong",
            _ => throw new ArgumentOutOfRangeException(nameof(strength), strength, "A link is 0, 1, 3 or 9."),
        };

    /// <summary>The strength on the 1-3-5 scale used to see how much hangs on the choice of numbers.</summary>
    public static int OneThreeFive(int strength) => strength == Strong ? 5 : strength;
}
