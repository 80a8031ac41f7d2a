using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Reports;

/// <summary>What people said about goals, as the API gives it.</summary>
internal sealed record GoalHearingResource
{
    public required string Slug { get; init; }
    public required HearingState State { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required IReadOnlyList<GoalHeardResource> Goals { get; init; }

    /// <summary>"Not found" while nobody was asked.</summary>
    public static Result<GoalHearingResource> Of(Result<GoalHearingView?> read) =>
        read.Problem is { } problem ? problem
        : read.Value is { } hearing ? Of(hearing)
        : new Problem.NotFound("question about goals");

    private static GoalHearingResource Of(GoalHearingView hearing) =>
        new()
        {
            Slug = hearing.Slug,
            State = hearing.State,
            OpenedOn = hearing.OpenedOn,
            ClosedOn = hearing.ClosedOn,
            Goals =
            [
                .. hearing.Goals.Select(goal => new GoalHeardResource
                {
                    GoalId = goal.GoalId,
                    Title = goal.Title,
                    Figures = goal.Replies.Figures,
                    Replies = goal.Replies.Replies,
                    Yes = goal.Replies.Yes,
                    Change = goal.Replies.Partly,
                    DoNot = goal.Replies.No,
                    Words = goal.Words,
                }),
            ],
        };
}

/// <summary>Replies about one goal; counts are null below k replies.</summary>
internal sealed record GoalHeardResource
{
    public required Guid GoalId { get; init; }
    public required string Title { get; init; }

    /// <summary>True for those who may export, safe for everybody else.</summary>
    public required FigureNote Figures { get; init; }
    public required ShownCount? Replies { get; init; }
    public required ShownCount? Yes { get; init; }
    public required ShownCount? Change { get; init; }
    public required ShownCount? DoNot { get; init; }

    /// <summary>What people wrote; empty for those who may not export.</summary>
    public required IReadOnlyList<Remark> Words { get; init; }
}
