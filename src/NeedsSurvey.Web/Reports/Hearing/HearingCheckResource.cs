using System.Text.Json.Serialization;
using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Reports;

/// <summary>A hearing check as the API gives it: its counts beside its words.</summary>
internal sealed record HearingCheckResource
{
    public required string Slug { get; init; }

    [JsonIgnore]
    public string Revision { get; init; } = "";

    /// <summary>The newest version of what was heard, by language.</summary>
    public required IReadOnlyDictionary<string, string> Summary { get; init; }

    /// <summary>Its number. The counts are of the newest version that has any; each version has its own in the report.</summary>
    public required int Version { get; init; }
    public required HearingState State { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>True for those who may export, safe for everybody else; counts are null below k replies.</summary>
    public required FigureNote Figures { get; init; }
    public required ShownCount? Replies { get; init; }
    public required ShownCount? Yes { get; init; }
    public required ShownCount? Partly { get; init; }
    public required ShownCount? No { get; init; }

    /// <summary>Share of yes; null where it is told in words.</summary>
    public required double? HeardRate { get; init; }
    public required ShownCount? CorrectionsReceived { get; init; }
    public required ShownCount? CorrectionsAccepted { get; init; }

    /// <summary>Of everybody who replied: had answered the survey.</summary>
    public required ShownCount? AnsweredSurvey { get; init; }

    /// <summary>Could say what mattered to them, mostly or completely.</summary>
    public required ShownCount? CouldSay { get; init; }

    /// <summary>Were taken seriously, mostly or completely.</summary>
    public required ShownCount? TakenSeriously { get; init; }
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>What people wrote beside a yes; empty for those who may not export.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>The check; "not found" while none is prepared.</summary>
    public static Result<HearingCheckResource> Of(Result<HearingCheckView?> read) =>
        read.Problem is { } problem ? problem
        : read.Value is { } check ? Of(check)
        : new Problem.NotFound("hearing check");

    private static HearingCheckResource Of(HearingCheckView check) =>
        new()
        {
            Slug = check.Slug,
            Revision = check.Revision,
            Summary = check.Newest.Words,
            Version = check.Newest.Version,
            State = check.State,
            OpenedOn = check.OpenedOn,
            ClosedOn = check.ClosedOn,
            Figures = check.Replies.Figures,
            Replies = check.Replies.Replies,
            Yes = check.Replies.Yes,
            Partly = check.Replies.Partly,
            No = check.Replies.No,
            HeardRate = check.Replies.HeardRate,
            CorrectionsReceived = check.Replies.CorrectionsReceived,
            CorrectionsAccepted = check.Replies.CorrectionsAccepted,
            AnsweredSurvey = check.Replies.Answered,
            CouldSay = check.Replies.CouldSay,
            TakenSeriously = check.Replies.TakenSeriously,
            Corrections = check.Corrections,
            Remarks = check.Remarks,
        };
}
