using NeedsSurvey.Domain;

namespace NeedsSurvey.App.Reports;

/// <summary>What both kinds of reply have in common: their words, and what a submission that was sent before is answered with.</summary>
internal static class ReplyWords
{
    /// <summary>What somebody wrote, without space around it; nothing where there is nothing to read.</summary>
    internal static string Of(string typed) => TypedText.Trimmed(typed);

    internal static Problem.Conflict SentOtherwise =>
        new("sent_otherwise", "This submission was sent before with another reply, which stands. Send this one with another “submission”.");

    internal static Problem.Conflict TakenBack =>
        new("taken_back", "The reply with this submission was taken back. Send a new one with another “submission”.");
}
