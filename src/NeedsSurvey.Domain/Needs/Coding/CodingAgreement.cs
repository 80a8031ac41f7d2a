// Turns coders' readings of answers into agreement figures for each need and overall, with the words that
// go beside them. It knows nothing of spans of text: two readings agree on a need if both or neither found it in the answer.
using System.Diagnostics;

namespace NeedsSurvey.Domain.Needs;

/// <summary>One coder's whole reading of one answer: the needs they found in it (none is a reading, too).</summary>
public sealed record CodedUnit(string Unit, string Coder, IReadOnlySet<string> Needs);

/// <summary>How far an agreement figure carries. Source: Krippendorff 2004.</summary>
public enum AgreementGuidance
{
    /// <summary>Nothing to compare yet.</summary>
    NotKnown,

    /// <summary>Below .667.</summary>
    Unreliable,

    /// <summary>.667 up to .80.</summary>
    Tentative,

    /// <summary>.80 and above.</summary>
    Reliable,
}

/// <summary>Agreement on one need, or on all together.</summary>
/// <param name="Need">Id of the need; null for the overall row.</param>
/// <param name="Alpha">Krippendorff's α, nominal (present / absent).</param>
/// <param name="Kappa">Cohen's κ, only where exactly two coders took part.</param>
/// <param name="Units">Answers read by at least two coders (overall: answers × needs).</param>
/// <param name="Guidance">What the α is worth.</param>
public sealed record NeedAgreement(string? Need, double? Alpha, double? Kappa, int Units, AgreementGuidance Guidance);

/// <summary>Agreement of blind coders over a codebook.</summary>
public static class CodingAgreement
{
    /// <summary>
    /// The overall row first, then one row a need in the order given. The order of coders and of readings is of no consequence.
    /// </summary>
    /// <param name="readings">One entry for each coder and answer.</param>
    /// <param name="needs">Ids of the codebook's needs.</param>
    /// <exception cref="ArgumentException">A coder has two readings of one answer.</exception>
    public static IReadOnlyList<NeedAgreement> Of(IReadOnlyCollection<CodedUnit> readings, IReadOnlyList<string> needs)
    {
        if (readings.DistinctBy(r => (r.Unit, r.Coder)).Count() != readings.Count)
            throw new ArgumentException("A coder has two readings of one answer.", nameof(readings));
        CodedUnit[][] units =
        [
            .. readings
                .GroupBy(r => r.Unit, StringComparer.Ordinal)
                .Select(g => g.OrderBy(r => r.Coder, StringComparer.Ordinal).ToArray())
                .Where(g => g.Length >= 2),
        ];
        var coders = units.SelectMany(u => u).Select(r => r.Coder).Distinct(StringComparer.Ordinal).Count();

        var perNeed = needs.Select(need => (Need: need, Codes: Codes(units, need))).ToArray();
        return [Row(null, [.. perNeed.SelectMany(n => n.Codes)], coders), .. perNeed.Select(n => Row(n.Need, n.Codes, coders))];
    }

    /// <summary>≥ .80 reliable, ≥ .667 tentative.</summary>
    public static AgreementGuidance Guidance(double? alpha) =>
        alpha switch
        {
            null => AgreementGuidance.NotKnown,
            >= .80 => AgreementGuidance.Reliable,
            >= .667 => AgreementGuidance.Tentative,
            _ => AgreementGuidance.Unreliable,
        };

    /// <summary>The guidance in plain words.</summary>
    public static string Sentence(this AgreementGuidance guidance) =>
        guidance switch
        {
            AgreementGuidance.NotKnown => "Not known yet: two coders need to read the same answers, and find different things in them.",
            AgreementGuidance.Unreliable => "Not reliable: the coders read this differently. Sharpen its definition and code again.",
            AgreementGuidance.Tentative => "Tentative: good enough for a careful conclusion.",
            AgreementGuidance.Reliable => "Reliable: the coders read this the same way.",
            _ => throw new UnreachableException(),
        };

    private static double?[][] Codes(CodedUnit[][] units, string need) =>
        [.. units.Select(unit => unit.Select(r => (double?)(r.Needs.Contains(need) ? 1 : 0)).ToArray())];

    private static NeedAgreement Row(string? need, double?[][] codes, int coders)
    {
        var alpha = KrippendorffAlpha.Of(codes, MeasurementLevel.Nominal);
        return new(need, alpha.Alpha, coders == 2 ? Kappa(codes) : null, alpha.Units, Guidance(alpha.Alpha));
    }

    private static double? Kappa(double?[][] codes)
    {
        int[][] table =
        [
            [0, 0],
            [0, 0],
        ];
        foreach (var pair in codes)
            table[pair[0] > 0 ? 0 : 1][pair[1] > 0 ? 0 : 1]++;
        return CohenKappa.Of(table);
    }
}
