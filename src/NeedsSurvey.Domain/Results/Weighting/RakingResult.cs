namespace NeedsSurvey.Domain.Results;

/// <summary>Either weights that meet every margin, or the reasons why there are none. Never weights that miss.</summary>
public abstract record RakingResult
{
    private RakingResult() { }

    /// <summary>Weights that meet every margin within <see cref="Raking.Tolerance"/>.</summary>
    /// <param name="Weights">One a respondent, in their order; they add up to the number of respondents.</param>
    /// <param name="Iterations">Rounds over all margins.</param>
    /// <param name="Effect">What the weights cost in precision.</param>
    /// <param name="Margins">Target and achieved share of every group.</param>
    public sealed record Raked(double[] Weights, int Iterations, DesignEffect Effect, IReadOnlyList<MarginRow> Margins) : RakingResult;

    /// <summary>No weights, and why; every fault found.</summary>
    public sealed record NotRaked(IReadOnlyList<RakingFault> Faults) : RakingResult;
}

/// <summary>Kind of obstacle.</summary>
public enum RakingFaultKind
{
    /// <summary>A group of the population from which nobody answered.</summary>
    EmptyGroup,

    /// <summary>People answered from a group that the population is said not to have.</summary>
    GroupOutsidePopulation,

    /// <summary>Two margins ask for the impossible because nobody answered from certain combinations.</summary>
    IncompatibleZeros,

    /// <summary>The rounds did not settle, or settle only with some people's weight at nothing.</summary>
    NotConverged,
}

/// <summary>One obstacle.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Margin">The margin concerned.</param>
/// <param name="Groups">The groups concerned.</param>
/// <param name="Merge">Groups of that margin to merge into one, as a proposal; at least two unless the margin has only one group.</param>
/// <param name="Message">What happened and what to do, in plain words.</param>
public sealed record RakingFault(
    RakingFaultKind Kind,
    string Margin,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Merge,
    string Message
);
