// Stage 2's result: what people need most, by every method that the answers allow, with how settled the order is. Nothing is cached: the figures are
// those of this moment.

using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Needs;

/// <summary>Rankings of an initiative's needs.</summary>
/// <param name="Chosen">The method asked for, or the preferred one; null while nothing can be ranked.</param>
/// <param name="All">Every method offered, the chosen one included.</param>
/// <param name="Stability">How settled the chosen order is when the answers are redrawn; null like <paramref name="Chosen"/>.</param>
public sealed record NeedRankings(NeedEvidence Evidence, NeedRanking? Chosen, IReadOnlyList<NeedRanking> All, RankingStability? Stability);

/// <summary>Ranks an initiative's needs.</summary>
public sealed class RankNeeds(FindInitiative find, ReadNeedAnswers read)
{
    /// <summary>The seed of the bootstrap: the same answers always show the same figures.</summary>
    public const ulong Seed = 20_260_401;

    /// <param name="method">A method's code; null for the preferred one.</param>
    public async Task<Result<NeedRankings>> Run(Actor actor, Guid initiative, string? method = null, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem)) return problem;
        var evidence = await read.Run(found.InitiativeId, cancellation);
        var all = Rankings.All(evidence.Answers);
        if (!Choose(all, method).Succeeded(out var chosen, out problem)) return problem;
        var stability = chosen.Ranking is { } ranking ? Stability.Of(evidence.Answers, ranking.Method, Seed, cancellation: cancellation) : null;
        return new NeedRankings(evidence, chosen.Ranking, all, stability);
    }

    /// <summary>The ranking that a method's code names, or the preferred one.</summary>
    internal static Result<ChosenRanking> Choose(IReadOnlyList<NeedRanking> offered, string? method)
    {
        if (method is null) return new ChosenRanking(PreferredRanking.Of(offered));
        if (offered.FirstOrDefault(ranking => ranking.Code == method) is { } chosen) return new ChosenRanking(chosen);
        return new Problem.Invalid("method", "method_not_offered", offered.Count == 0
            ? "Nothing can be ranked yet: no answers about needs have been received."
            : $"These answers cannot be ranked by '{method}'. Offered are: {string.Join(", ", offered.Select(ranking => ranking.Code))}.");
    }

    internal readonly record struct ChosenRanking(NeedRanking? Ranking);
}
