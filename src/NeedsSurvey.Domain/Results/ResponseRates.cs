// AAPOR's outcome rates, which exist only where invitations give a denominator. With an open link there is
// nothing to divide by, and the only honest output is the sentence below.
namespace NeedsSurvey.Domain.Results;

/// <summary>Final outcome of every invitation, counted. Source: AAPOR, Standard Definitions.</summary>
/// <param name="I">Complete interviews.</param>
/// <param name="P">Partial interviews.</param>
/// <param name="R">Refusals and break-offs.</param>
/// <param name="NC">Non-contacts.</param>
/// <param name="O">Other eligible non-response.</param>
/// <param name="UH">Unknown whether the address is a household (or the invitation reached anybody).</param>
/// <param name="UO">Unknown for other reasons.</param>
public sealed record Outcomes(int I, int P, int R, int NC, int O, int UH, int UO);

/// <summary>AAPOR outcome rates; each a share in [0, 1], null when its denominator is 0.</summary>
public sealed record ResponseRates
{
    /// <summary>What to print for an open link.</summary>
    public const string OpenLinkSentence = "No response rate can be calculated, because anyone with the link could answer.";

    private readonly Outcomes o;
    private readonly double e;

    /// <param name="outcomes">Counts, none negative.</param>
    /// <param name="eligible">e: estimated share of unknown cases that are eligible, in [0, 1]; see <see cref="EligibleShare"/>.</param>
    public ResponseRates(Outcomes outcomes, double eligible)
    {
        if (!(eligible >= 0 && eligible <= 1))
            throw new ArgumentOutOfRangeException(nameof(eligible), eligible, "e is a share between 0 and 1.");
        int[] counts = [outcomes.I, outcomes.P, outcomes.R, outcomes.NC, outcomes.O, outcomes.UH, outcomes.UO];
        if (counts.Any(c => c < 0))
            throw new ArgumentOutOfRangeException(nameof(outcomes), outcomes, "Counts are not negative.");
        (o, e) = (outcomes, eligible);
    }

    private double Interviews => o.I + o.P;
    private double Known => Interviews + o.R + o.NC + o.O;
    private double Unknown => o.UH + o.UO;

    /// <summary>Completes over all cases, unknown ones included.</summary>
    public double? RR1 => Rate(o.I, Known + Unknown);

    /// <summary>As RR1, partials counted as responses.</summary>
    public double? RR2 => Rate(Interviews, Known + Unknown);

    /// <summary>As RR1, with the share e of unknown cases.</summary>
    public double? RR3 => Rate(o.I, Known + e * Unknown);

    /// <summary>As RR3, partials counted.</summary>
    public double? RR4 => Rate(Interviews, Known + e * Unknown);

    /// <summary>Completes over known eligible cases only.</summary>
    public double? RR5 => Rate(o.I, Known);

    /// <summary>As RR5, partials counted.</summary>
    public double? RR6 => Rate(Interviews, Known);

    /// <summary>Completes over all who were contacted.</summary>
    public double? COOP1 => Rate(o.I, Interviews + o.R + o.O);

    /// <summary>As COOP1, partials counted.</summary>
    public double? COOP2 => Rate(Interviews, Interviews + o.R + o.O);

    /// <summary>Completes over those contacted and able.</summary>
    public double? COOP3 => Rate(o.I, Interviews + o.R);

    /// <summary>As COOP3, partials counted.</summary>
    public double? COOP4 => Rate(Interviews, Interviews + o.R);

    /// <summary>Refusals over all cases.</summary>
    public double? REF1 => Rate(o.R, Known + Unknown);

    /// <summary>Refusals, with the share e of unknown cases.</summary>
    public double? REF2 => Rate(o.R, Known + e * Unknown);

    /// <summary>Refusals over known eligible cases.</summary>
    public double? REF3 => Rate(o.R, Known);

    /// <summary>Contacted over all cases.</summary>
    public double? CON1 => Rate(Interviews + o.R + o.O, Known + Unknown);

    /// <summary>Contacted, with the share e of unknown cases.</summary>
    public double? CON2 => Rate(Interviews + o.R + o.O, Known + e * Unknown);

    /// <summary>Contacted over known eligible cases.</summary>
    public double? CON3 => Rate(Interviews + o.R + o.O, Known);

    /// <summary>The proportional estimate of e: eligible among the cases whose eligibility is known; 1 when none is known.</summary>
    public static double EligibleShare(int eligible, int ineligible) =>
        eligible + ineligible > 0 ? (double)eligible / (eligible + ineligible) : 1;

    private static double? Rate(double part, double whole) => whole > 0 ? part / whole : null;
}
