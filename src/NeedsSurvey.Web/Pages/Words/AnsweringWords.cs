using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Pages.Words;

/// <summary>
/// The program's own words on the answering pages and the receipt page, one instance a language; what a survey itself says comes from its
/// definition. A language that has none is answered in English, piece by piece never mixed. To add a language, add a file like
/// <c>SpanishWords.cs</c> and a line in <see cref="For"/>; the compiler names what is missing.
/// </summary>
public sealed record AnsweringWords
{
    public required string Language { get; init; }

    // Start
    public required string Start { get; init; }
    public required Func<int, string> AboutMinutes { get; init; }
    public required string WhoAsks { get; init; }
    public required string Why { get; init; }
    public required string NotStoredTitle { get; init; }
    public required string NotStored { get; init; }
    public required string WhoSees { get; init; }
    public required Func<string, string> WhoSeesDefault { get; init; }
    public required string WhatNext { get; init; }
    public required string WhatNextDefault { get; init; }
    public required string SkipAnything { get; init; }
    public required string HelpTitle { get; init; }
    public required string UrgentTitle { get; init; }
    public required string ChangeLanguage { get; init; }

    // On the way
    public required string ToContent { get; init; }
    public required string Demo { get; init; }
    public required string AddAnother { get; init; }
    public required string Back { get; init; }
    public required string Continue { get; init; }
    public required string Skip { get; init; }
    public required string RatherNot { get; init; }
    public required string Exit { get; init; }
    public required Func<int, int, string> NeedOf { get; init; }
    public required Func<int, int, string> RowOf { get; init; }
    public required string BeforeSection { get; init; }
    public required string ToSection { get; init; }
    public required string SkipSection { get; init; }
    public required string Footer { get; init; }
    public required string FooterHelp { get; init; }
    public required string MoreOpened { get; init; }

    // Kinds of question
    public required string ChooseAll { get; init; }
    public required Func<int, string> ChooseAtLeast { get; init; }
    public required Func<int, string> ChooseAtMost { get; init; }
    public required Func<int, int, string> ChooseBetween { get; init; }
    public required string Or { get; init; }
    public required string Other { get; init; }
    public required string OtherWhat { get; init; }
    public required string Day { get; init; }
    public required string Month { get; init; }
    public required string Year { get; init; }
    public required string DateHint { get; init; }
    public required string TimeHint { get; init; }
    public required Func<int, string> Place { get; init; }
    public required string RankHint { get; init; }
    public required string NothingChosen { get; init; }
    public required Func<string, string, string> RangeHint { get; init; }
    public required Func<string, string> AtMostCharacters { get; init; }
    public required string Latitude { get; init; }
    public required string Longitude { get; init; }

    // Errors
    public required string Offline { get; init; }
    public required string NotStoredNow { get; init; }
    public required string NotNowTitle { get; init; }
    public required string NotNow { get; init; }
    public required string TryAgain { get; init; }
    public required string ErrorPrefix { get; init; }
    public required string Problem { get; init; }

    // Check and Submit
    public required string CheckTitle { get; init; }
    public required string CheckLead { get; init; }
    public required string Change { get; init; }
    public required string NotAnswered { get; init; }
    public required string MayQuote { get; init; }
    public required string MayQuoteHint { get; init; }
    public required string Submit { get; init; }
    public required string SubmitOnce { get; init; }

    // Thanks
    public required string ThanksTitle { get; init; }
    public required string ThanksDefault { get; init; }
    public required string ReceiptTitle { get; init; }
    public required string ReceiptWhat { get; init; }
    public required string ReceiptUses { get; init; }
    public required string ReceiptKeep { get; init; }
    public required string ReceiptPage { get; init; }
    public required string Dropped { get; init; }
    public required string SharedPhone { get; init; }

    // No survey to answer
    public required string ClosedTitle { get; init; }
    public required string Closed { get; init; }
    public required string ClosedKept { get; init; }
    public required string ReadReport { get; init; }
    public required string ReportWillCome { get; init; }
    public required string NotFoundTitle { get; init; }
    public required string NotFound { get; init; }
    public required string NoReportTitle { get; init; }
    public required string NoHearingTitle { get; init; }
    public required string DamagedTitle { get; init; }
    public required string Damaged { get; init; }
    public required string StartAgain { get; init; }

    /// <summary>The privacy page's words: who could learn what.</summary>
    public required PrivacyWords Privacy { get; init; }

    /// <summary>The receipt page's words, kept apart because they are many.</summary>
    public required ReceiptWords Receipt { get; init; }

    /// <summary>The words for a BCP 47 code by its primary part; English when there are none.</summary>
    public static AnsweringWords For(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "es" => SpanishWords.Words,
        "ar" => ArabicWords.Words,
        _ => EnglishWords.Words,
    };

    /// <summary>Languages that have words of their own.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "es", "ar"];
}

/// <summary>Words of <c>/receipt</c>: what became of what a person said.</summary>
public sealed record ReceiptWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Look { get; init; }
    public required string Empty { get; init; }
    public required string Unknown { get; init; }
    public required Func<string, string> Stored { get; init; }
    public required string Test { get; init; }
    public required string NeedsTitle { get; init; }
    public required string NoNeeds { get; init; }
    public required string NotReadYet { get; init; }
    public required string NotDecided { get; init; }
    public required IReadOnlyDictionary<string, string> Dispositions { get; init; }
    public required string Reason { get; init; }
    public required string Goal { get; init; }
    public required IReadOnlyDictionary<string, string> GoalStates { get; init; }
    public required string NextTitle { get; init; }
    public required string Report { get; init; }
    public required string NoReport { get; init; }
    public required string Hearing { get; init; }
    public required string NoHearing { get; init; }
    public required string WithdrawTitle { get; init; }
    public required string WithdrawWhat { get; init; }
    public required string Withdraw { get; init; }
    public required string ConfirmTitle { get; init; }
    public required string Confirm { get; init; }
    public required string Keep { get; init; }
    public required string Withdrawn { get; init; }
    public required string WithdrawnWhat { get; init; }
    public required string Another { get; init; }
}
