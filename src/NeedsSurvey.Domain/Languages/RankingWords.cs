namespace NeedsSurvey.Domain.Languages;

/// <summary>A way of ranking needs, for people who are no experts.</summary>
/// <param name="Name">A few words, no sentence.</param>
/// <param name="Explanation">One sentence: what the score means.</param>
public sealed record MethodText(string Name, string Explanation);

/// <summary>One text for each way of ranking needs.</summary>
public sealed record RankingWords
{
    public required MethodText Prevalence { get; init; }
    public required MethodText Borich { get; init; }
    public required MethodText RankedDiscrepancy { get; init; }
    public required MethodText ImportancePerformance { get; init; }
    public required MethodText ImportanceSatisfaction { get; init; }
    public required MethodText Concerns { get; init; }
    public required MethodText BestWorst { get; init; }
    public required MethodText Pairwise { get; init; }
    public required MethodText MeanRank { get; init; }
    public required MethodText GroupConsensus { get; init; }
    public required MethodText Hanlon { get; init; }

    /// <summary>By the method's stable code, as in addresses and files.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such method.</exception>
    public MethodText Of(string code) =>
        code switch
        {
            "prevalence" => Prevalence,
            "borich" => Borich,
            "ranked_discrepancy" => RankedDiscrepancy,
            "importance_performance" => ImportancePerformance,
            "importance_satisfaction" => ImportanceSatisfaction,
            "concerns" => Concerns,
            "best_worst" => BestWorst,
            "pairwise" => Pairwise,
            "mean_rank" => MeanRank,
            "group_consensus" => GroupConsensus,
            "hanlon" => Hanlon,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such way of ranking."),
        };
}

/// <summary>What stands beside the bars of needs, and whom it is of.</summary>
public sealed record BesideWords
{
    public required string Score { get; init; }

    /// <summary>In its place, where nearly everybody stands behind each need.</summary>
    public required string ScoreOfAll { get; init; }

    /// <summary>Of a share, where nearly everybody was asked about each need.</summary>
    public required string Share { get; init; }

    /// <summary>Says what <see cref="ReportWords.MattersAndGoes"/> is.</summary>
    public required string Pair { get; init; }

    /// <summary>In its place, where nearly everybody stands behind each need.</summary>
    public required string PairOfAll { get; init; }
}
