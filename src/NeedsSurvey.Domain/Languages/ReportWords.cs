namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// The report's own words; what the organisation wrote stays as it was written. People answered in their language and are told in it what
/// came of it.
/// </summary>
public sealed record ReportWords
{
    // Around the report
    /// <summary>On the button that prints the page.</summary>
    public required string Print { get; init; }
    public required string ToContent { get; init; }
    public required string DemoBand { get; init; }
    public required string ChangeLanguage { get; init; }

    /// <summary>A version’s number.</summary>
    public required Func<string, string> Version { get; init; }

    /// <summary>The version as said by <see cref="Version"/>, and why it was published although its figures are the last one's.</summary>
    public required Func<string, string, string> VersionReason { get; init; }
    public required string ToReceipt { get; init; }
    public required string Versions { get; init; }
    public required string AsJson { get; init; }
    public required string AsCsv { get; init; }

    // In three lines
    public required string Summary { get; init; }

    /// <summary>The first needs, in a row.</summary>
    public required Func<string, string> SummaryNeeds { get; init; }

    /// <summary>How many goals there are, one or more; true for a person alone.</summary>
    public required Func<long, string, bool, string> SummaryGoals { get; init; }
    public required string SummaryNoGoals { get; init; }

    /// <summary>The needs, in a row, that nothing was decided about.</summary>
    public required Func<string, string> SummaryOpen { get; init; }

    /// <summary>Every need has a decision.</summary>
    public required string SummaryAllDecided { get; init; }

    // What was heard
    /// <summary>
    /// About how many people answered, because the number is a safe one: to choose the form by, and as the reader writes it. So in all
    /// texts of this shape.
    /// </summary>
    public required Func<long, string, string> Answered { get; init; }
    public required string DemoSentence { get; init; }

    /// <summary>What the initiative is: an answer to something that happened.</summary>
    public required string Solidarity { get; init; }

    /// <summary>The same with its last day.</summary>
    public required Func<string, string> SolidarityUntil { get; init; }

    /// <summary>In its place when the last day is past.</summary>
    public required Func<string, string> SolidarityOver { get; init; }

    /// <summary>What the initiative is: one that stays.</summary>
    public required Func<bool, string> Allyship { get; init; }

    /// <summary>Above what happened, in the words of those it happened to.</summary>
    public required string Happened { get; init; }

    /// <summary>Above what stays when a response to an event is over.</summary>
    public required string Stays { get; init; }

    /// <summary>Opens a list that is folded on a screen.</summary>
    public required string ShowAll { get; init; }

    /// <summary>Opens what is left of a list: how many.</summary>
    public required Func<string, string> ShowMore { get; init; }

    /// <summary>Opens what is done about each need.</summary>
    public required string NeedByNeed { get; init; }

    /// <summary>Before the reporter's translation of somebody else's words; true for a person alone.</summary>
    public required Func<bool, string> Translation { get; init; }
    public required string HeardRight { get; init; }
    public required string NoReplies { get; init; }

    /// <summary>
    /// After the share of yes, which stands before it in bold. Arguments: how many people replied (as in <see cref="Answered"/>), and the
    /// shares of partly and of no.
    /// </summary>
    public required Func<long, string, string, string, string> Verdict { get; init; }

    /// <summary>Besides, the shares who had answered the survey, could say what mattered to them, and were taken seriously.</summary>
    public required Func<string, string, string, string> HeardBesides { get; init; }

    /// <summary>Why there is no interval.</summary>
    public required string VerdictNoInterval { get; init; }

    /// <summary>For those who hear the bar: the parts that said yes, partly and no.</summary>
    public required Func<string, string, string, string> VerdictPicture { get; init; }

    /// <summary>How many came in, and how many of them changed the summary; numbers, or words in their place.</summary>
    public required Func<string, string, string> Corrections { get; init; }

    /// <summary>Above the summary that was shown back.</summary>
    public required string Understood { get; init; }

    /// <summary>What crossed out and underlined sentences are.</summary>
    public required string UnderstoodMarks { get; init; }

    /// <summary>Above the replies to the first version of the summary: its day.</summary>
    public required Func<string, string> RepliesToFirst { get; init; }

    /// <summary>Above the replies to a later version: its number and its day.</summary>
    public required Func<string, string, string> RepliesTo { get; init; }
    public required string ChangedTitle { get; init; }

    /// <summary>Above corrections that are accepted and stand in no version yet.</summary>
    public required string PromisedTitle { get; init; }
    public required string AnsweredTitle { get; init; }
    public required string CorrectionsWait { get; init; }
    public required string Needed { get; init; }
    public required string Need { get; init; }

    /// <summary>People behind a score, at least ten.</summary>
    public required Func<long, string, string> People { get; init; }
    public required string PeopleTold { get; init; }

    /// <summary>The need of those who put first what they wrote in their own words.</summary>
    public required string OwnWords { get; init; }

    /// <summary>Above needs without a rating that questions name.</summary>
    public required string ChosenTitle { get; init; }

    /// <summary>Whom their shares are of.</summary>
    public required string OfThoseAsked { get; init; }

    /// <summary>Above needs that no question names.</summary>
    public required string ToldTitle { get; init; }
    public required string Told { get; init; }
    public required string OfThoseRead { get; init; }

    /// <summary>How few people, in words, told of each of the needs that follow, about which nobody asked.</summary>
    public required Func<string, string> FewTold { get; init; }

    /// <summary>Said before the range of a share.</summary>
    public required string Range { get; init; }

    /// <summary>What stands beside a need’s bar.</summary>
    public required BesideWords Beside { get; init; }

    /// <summary>How much a need matters and how well it goes, each out of 100.</summary>
    public required Func<string, string, string> MattersAndGoes { get; init; }

    /// <summary>Beside a way of ranking: the greatest score that there can be.</summary>
    public required Func<string, string> ScoreAtMost { get; init; }

    /// <summary>Beside the figures: that they are safe ones.</summary>
    public required string Withheld { get; init; }
    public required string OtherOrders { get; init; }
    public required string OtherRanks { get; init; }

    /// <summary>The needs, in a row.</summary>
    public required Func<string, string> TooFew { get; init; }
    public required string NoRanking { get; init; }

    /// <summary>In place of a ranking; k.</summary>
    public required Func<string, string> FewAnswered { get; init; }
    public required RankingWords Methods { get; init; }

    /// <summary>Before the titles of surveys that are open now; true for a person alone.</summary>
    public required Func<bool, string> AsksAgain { get; init; }

    /// <summary>Above what people wrote, by the question that they answered.</summary>
    public required string Voices { get; init; }

    // What people bring
    public required string BringTitle { get; init; }

    /// <summary>That people were asked what they would share, and what stands below.</summary>
    public required string Bring { get; init; }

    public required ExpectationWords Expectation { get; init; }

    // Needs and goals
    public required Func<bool, string> AlignTitle { get; init; }

    /// <summary>True for a person alone; so in all texts of this shape. Before the mission’s words.</summary>
    public required Func<bool, string> Mission { get; init; }

    /// <summary>The share of the effort; true for a person alone.</summary>
    public required Func<string, bool, string> EffortFits { get; init; }
    public required string EffortUnknown { get; init; }
    public required string NeedsAndGoals { get; init; }

    /// <summary>A need’s share of what people need, on its own line.</summary>
    public required Func<string, string> ShareOfNeed { get; init; }

    /// <summary>In its place, where few or nearly all people said that it is a need: how many they are, in words.</summary>
    public required Func<string, string> SaidBy { get; init; }

    /// <summary>A few words each, small letters, for a tag.</summary>
    public required DecisionWords<WeOrI> Decided { get; init; }
    public required string UnheardTag { get; init; }

    /// <summary>Weak, moderate, strong: for 1, 3 and 9.</summary>
    public required Func<int, string> Strength { get; init; }
    public required Func<bool, string> Fits { get; init; }
    public required string NoNeedBehind { get; init; }
    public required Func<bool, string> OffMission { get; init; }

    /// <summary>How many needs stand below the picture.</summary>
    public required Func<long, string, string> OtherNeeds { get; init; }
    public required string NotDecided { get; init; }
    public required string WeightsUnknown { get; init; }

    /// <summary>What share of the weight of needs is served by a goal, and what share when the links’ strength counts.</summary>
    public required Func<string, string, string> Coverage { get; init; }

    // Decisions
    public required string Now { get; init; }
    public required Func<bool, string> WeWill { get; init; }
    public required string NoGoal { get; init; }
    public required string Done { get; init; }

    /// <summary>
    /// What people said to a goal: how many replied (to choose the form by, and as printed), and the shares of yes, of otherwise and of
    /// please do not.
    /// </summary>
    public required Func<long, string, string, string, string, string> GoalVerdict { get; init; }

    /// <summary>Before the name of a group.</summary>
    public required string LedBy { get; init; }
    public required Func<bool, string> LedAlone { get; init; }

    /// <summary>Before the name of a group.</summary>
    public required string DecidedWith { get; init; }
    public required Func<bool, string> DecidedAlone { get; init; }

    /// <summary>Before what people offered.</summary>
    public required string Uses { get; init; }
    public required EffectWords Effect { get; init; }

    /// <summary>A day in words.</summary>
    public required Func<string, string> DueBy { get; init; }

    /// <summary>The same day when it is past and the goal is not done.</summary>
    public required Func<string, string> Late { get; init; }

    public required string Since { get; init; }

    /// <summary>Above the needs that others serve too: partners, those people are sent to, those spoken up to.</summary>
    public required string WithOthers { get; init; }

    /// <summary>Above the needs that are left, or declined, and goals that were dropped.</summary>
    public required Func<bool, string> NotNow { get; init; }

    /// <summary>The day of a decision, after its reason.</summary>
    public required Func<string, string> DecidedOn { get; init; }
    public required string Dropped { get; init; }
    public required string UnheardTitle { get; init; }

    /// <summary>How many, the needs in a row, and the day by which an answer is promised, if one is.</summary>
    public required Func<long, string, string?, string> Unheard { get; init; }
    public required string GatesTitle { get; init; }
    public required string DissentTitle { get; init; }

    // Who and how
    public required string WhoTitle { get; init; }
    public required string NoGroups { get; init; }

    /// <summary>Below groups that are not set beside the community's shares.</summary>
    public required string OnlyForReading { get; init; }

    /// <summary>Below groups of which no share of the community is known.</summary>
    public required string NoCount { get; init; }
    public required string Group { get; init; }
    public required string OfAnswers { get; init; }
    public required string OfCommunity { get; init; }

    /// <summary>Of a group whose share of the answers is less than half of its share of the community.</summary>
    public required string HardlyHeard { get; init; }

    /// <summary>Of one whose share is less than four fifths.</summary>
    public required string HeardLess { get; init; }
    public required string NotKnown { get; init; }
    public required string HowTitle { get; init; }
    public required DisclosureWords Disclosed { get; init; }

    /// <summary>Before links to the questionnaires.</summary>
    public required string QuestionsAt { get; init; }

    /// <summary>Above a questionnaire that is read and not filled in.</summary>
    public required string QuestionsNote { get; init; }

    /// <summary>Below a question of which each person had the choices or rows in another order.</summary>
    public required string InRandomOrder { get; init; }

    /// <summary>The program’s version.</summary>
    public required Func<string, string> MadeWith { get; init; }
}
