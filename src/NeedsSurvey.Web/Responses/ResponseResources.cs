using NeedsSurvey.App.Accounts;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

// The shapes of this room's JSON answers.

/// <param name="Receipt">Show it to the person: it is not stored and cannot be asked for again but with the same submission.</param>
/// <param name="Dropped">Answers that were left out because their questions are not asked, given the others.</param>
public sealed record SubmissionReceipt(SecretText Receipt, IReadOnlyList<DroppedAnswer> Dropped);

/// <summary>A published survey for whoever has its address.</summary>
/// <param name="Organisation">The name of who asks.</param>
/// <param name="Report">The address of the published report; null before there is one.</param>
public sealed record PublishedSurveyResource(
    string Slug,
    int Version,
    SurveyState State,
    IReadOnlyList<string> Languages,
    string Organisation,
    SurveyDefinition Definition,
    string? Report
);
