namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// The program's own words on the answering pages, and on pages that come in their place; what a survey itself says comes from its
/// definition. People are addressed politely and plainly. Words of buttons are named in other texts, and are the same there.
/// </summary>
public sealed record AnsweringWords
{
    // Start
    public required string Start { get; init; }

    /// <summary>How long it takes; a full stop follows.</summary>
    public required Func<int, string> AboutMinutes { get; init; }
    public required string WhoAsks { get; init; }
    public required string Why { get; init; }

    /// <summary>Before a colon and the values of one person who asks.</summary>
    public required string MovesMe { get; init; }
    public required string NotStoredTitle { get; init; }
    public required string NotStored { get; init; }

    /// <summary>Above what is kept.</summary>
    public required string KeptTitle { get; init; }
    public required string Kept { get; init; }
    public required string WhoSees { get; init; }

    /// <summary>Where the survey says nothing of it: the organisation’s name, isolated from the direction of the text.</summary>
    public required Func<string, string> WhoSeesDefault { get; init; }
    public required string WhatNext { get; init; }

    /// <summary>Where the survey says nothing of it.</summary>
    public required string WhatNextDefault { get; init; }

    /// <summary>The last day to answer, in the reader’s writing of days.</summary>
    public required Func<string, string> AnswersUntil { get; init; }

    /// <summary>The day by which what was said can be read.</summary>
    public required Func<string, string> HeardBy { get; init; }

    /// <summary>On the start page of a later round, before the link to the report.</summary>
    public required string AskedBefore { get; init; }

    /// <summary><see cref="AnswersUntil"/> when the day is past and answers are still taken.</summary>
    public required Func<string, string> AnswersPast { get; init; }

    /// <summary><see cref="HeardBy"/> when the day is past.</summary>
    public required Func<string, string> HeardPast { get; init; }
    public required string SkipAnything { get; init; }

    /// <summary>The same where a question asks for an answer.</summary>
    public required string SkipMost { get; init; }

    /// <summary>After <see cref="SkipAnything"/>: closing or reloading the page loses what was answered.</summary>
    public required string NothingKept { get; init; }

    /// <summary>Before a colon and the organisation’s words.</summary>
    public required string UrgentTitle { get; init; }
    public required string ChangeLanguage { get; init; }

    // On the way
    public required string ToContent { get; init; }
    public required string Demo { get; init; }
    public required string AddAnother { get; init; }

    /// <summary>The button that takes one of several things away; which one follows for those who hear the page.</summary>
    public required string Remove { get; init; }
    public required string Back { get; init; }
    public required string Continue { get; init; }
    public required string Skip { get; init; }

    /// <summary>The choice beside a question.</summary>
    public required string RatherNot { get; init; }
    public required string DoNotKnow { get; init; }

    /// <summary>The button that goes to another site at once.</summary>
    public required string Exit { get; init; }

    /// <summary>Which of how many needs stands on the page.</summary>
    public required Func<int, int, string> NeedOf { get; init; }

    /// <summary>Which of how many rows stands on the page.</summary>
    public required Func<int, int, string> RowOf { get; init; }

    /// <summary>Above a warning of what the next questions are about.</summary>
    public required string BeforeSection { get; init; }
    public required string ToSection { get; init; }
    public required string SkipSection { get; init; }
    public required string Footer { get; init; }

    /// <summary>Before the places to turn to.</summary>
    public required string FooterHelp { get; init; }

    /// <summary>After the page came back with questions that an answer on it opened.</summary>
    public required string MoreOpened { get; init; }

    /// <summary>In its place where the answers opened words to read and no question.</summary>
    public required string NoteOpened { get; init; }

    /// <summary>Asked before anything that was said is deleted; what it is follows.</summary>
    public required string DeleteTitle { get; init; }

    /// <summary>Names the button “Delete it”.</summary>
    public required string DeleteLead { get; init; }
    public required string KeepIt { get; init; }
    public required string DeleteIt { get; init; }

    /// <summary>How many of a thing there are, and how many can be told about, as the reader writes numbers.</summary>
    public required Func<string, string, string> OnlySoMany { get; init; }

    // Kinds of question
    /// <summary>In place of choices that an answer not given would have opened; the questions that are missing.</summary>
    public required Func<string, string> ChoicesDependOn { get; init; }

    /// <summary>In place of choices of which the answers so far leave none.</summary>
    public required string NoChoices { get; init; }
    public required string ChooseAll { get; init; }
    public required Func<int, string> ChooseAtLeast { get; init; }
    public required Func<int, string> ChooseAtMost { get; init; }

    /// <summary>The least and the most; the same where a number is fixed.</summary>
    public required Func<int, int, string> ChooseBetween { get; init; }

    /// <summary>Between the number of choices and what may be chosen instead.</summary>
    public required string Or { get; init; }

    /// <summary>The label of the field beside the choice “something else”.</summary>
    public required string OtherWhat { get; init; }
    public required string Day { get; init; }
    public required string Month { get; init; }
    public required string Year { get; init; }
    public required string DateHint { get; init; }
    public required string TimeHint { get; init; }

    /// <summary>A place in an order, from 1.</summary>
    public required Func<int, string> Place { get; init; }
    public required string RankHint { get; init; }

    /// <summary>Where choices are touched one after another.</summary>
    public required string RankTap { get; init; }
    public required string NothingChosen { get; init; }

    /// <summary>Names the field in which part of a word narrows a long list.</summary>
    public required string FindInList { get; init; }

    /// <summary>The lowest and the highest number, as the reader writes them.</summary>
    public required Func<string, string, string> RangeHint { get; init; }

    /// <summary>A count, as the reader writes it.</summary>
    public required Func<string, string> AtMostCharacters { get; init; }
    public required string Latitude { get; init; }
    public required string Longitude { get; init; }

    /// <summary>Behind the words of a link that opens beside the page; in brackets.</summary>
    public required string NewTab { get; init; }

    // Errors
    /// <summary>Shown by the script while there is no network.</summary>
    public required string Offline { get; init; }

    /// <summary>On the check-answers page, before what is wrong with it: what was typed and is no answer yet.</summary>
    public required Func<string, string> TypedHere { get; init; }

    /// <summary>What was written on this page cannot be taken, because it would not fit with all that was written before.</summary>
    public required string TooMuchTogether { get; init; }

    /// <summary>The submission failed; Submit is the button.</summary>
    public required string NotStoredNow { get; init; }

    /// <summary>Beside the receipt, while the second server, which is to have a copy, does not answer.</summary>
    public required string CopyToCome { get; init; }

    /// <summary>On the page of thanks, where an earlier page was sent once more.</summary>
    public required string SentBefore { get; init; }

    /// <summary>On the check page, where other answers of the same submission are stored; given their receipt code.</summary>
    public required Func<string, string> SentOtherwise { get; init; }

    /// <summary>On the check page, where the answers of the same submission were taken back.</summary>
    public required string SentAndTakenBack { get; init; }
    public required string NotNowTitle { get; init; }

    /// <summary>In place of a page; <see cref="StillHere"/> or <see cref="LoadAgain"/> follows.</summary>
    public required string NotNow { get; init; }
    public required string WentWrongTitle { get; init; }

    /// <summary>The same after a fault of the program.</summary>
    public required string WentWrong { get; init; }

    /// <summary>Where a form could not be taken; Try again is the button.</summary>
    public required string StillHere { get; init; }

    /// <summary>Where a page was only opened.</summary>
    public required string LoadAgain { get; init; }

    /// <summary>Where a form was larger than anything that is taken.</summary>
    public required string TooLarge { get; init; }
    public required string TryAgain { get; init; }

    /// <summary>Before a page’s title and before a message, for those who hear the page; with its space.</summary>
    public required string ErrorPrefix { get; init; }
    public required string Problem { get; init; }

    // Check and Submit
    public required string CheckTitle { get; init; }
    public required string CheckLead { get; init; }
    public required string Change { get; init; }
    public required string NotAnswered { get; init; }

    /// <summary>Beside a box to tick: the person’s consent.</summary>
    public required string MayQuote { get; init; }
    public required string MayQuoteHint { get; init; }
    public required string Submit { get; init; }
    public required string SubmitOnce { get; init; }

    // Thanks
    public required string ThanksTitle { get; init; }

    /// <summary>Where the survey says nothing of it.</summary>
    public required string ThanksDefault { get; init; }
    public required string ReceiptTitle { get; init; }
    public required string ReceiptWhat { get; init; }
    public required string ReceiptUses { get; init; }
    public required string ReceiptKeep { get; init; }
    public required string ReceiptPage { get; init; }

    /// <summary>The button that copies the code.</summary>
    public required string CopyCode { get; init; }

    /// <summary>Said once it is copied.</summary>
    public required string CodeCopied { get; init; }

    /// <summary>Before the list of answers that were left out.</summary>
    public required string Dropped { get; init; }
    public required string SharedPhone { get; init; }

    // No survey to answer
    public required string ClosedTitle { get; init; }
    public required string Closed { get; init; }

    /// <summary>Above the answers that could not be sent.</summary>
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
}
