using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Reports;

/// <summary>One item of the disclosure that every published report carries.</summary>
/// <param name="Code">Stable; people's answers are stored under it.</param>
/// <param name="Label">As printed.</param>
/// <param name="Words">What is disclosed; blank while nobody has filled it in.</param>
/// <param name="ByPeople">True when only people know it; the program fills the others.</param>
/// <param name="Hint">What to write.</param>
public sealed record DisclosureItem(string Code, string Label, string Words, bool ByPeople, string Hint)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Words);
}

/// <summary>What the program knows about how people were asked.</summary>
public sealed record DisclosureFacts
{
    public required string Organisation { get; init; }
    public required string Community { get; init; }
    public required string Place { get; init; }
    public required int? CommunitySize { get; init; }
    public required IReadOnlyList<string> SurveyTitles { get; init; }

    /// <summary>How many of them ask something in random order.</summary>
    public required int SurveysInRandomOrder { get; init; }

    /// <summary>Whether one of them offers "I do not know".</summary>
    public required bool OffersNotKnowing { get; init; }
    public required DateOnly? OpenedOn { get; init; }

    /// <summary>Null while a survey is still open.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Names of the languages in which people could answer. Which of them were used may be known of one person only.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Whether anybody answered.</summary>
    public required bool HasResponses { get; init; }

    /// <summary>The safe number of those who answered; null where there are too few for one.</summary>
    public required int? Responses { get; init; }

    /// <summary>Below this no number is given.</summary>
    public required int Threshold { get; init; }
    public required string Precision { get; init; }
    public required int OpenAnswers { get; init; }
    public required int OpenAnswersRead { get; init; }
    public required int Coders { get; init; }
}

/// <summary>
/// AAPOR's disclosure elements (Code of Ethics 2021, III.A; methods.md §6). A report cannot be published with one blank; the program fills
/// what it knows, so that people are only asked what nobody else can say.
/// </summary>
public static class Disclosure
{
    /// <summary>The items, in the order printed.</summary>
    /// <param name="facts">What the program knows.</param>
    /// <param name="written">What people wrote, by code.</param>
    public static IReadOnlyList<DisclosureItem> Of(DisclosureFacts facts, IReadOnlyDictionary<string, string> written)
    {
        return
        [
            Program("conducted_by", facts.Organisation),
            People("sponsor", "Who paid for this, or that nobody did."),
            Program(
                "instrument",
                facts.SurveyTitles.Count == 0
                    ? ""
                    : string.Join("; ", facts.SurveyTitles)
                        + $". The questions, word for word, are linked from this report.{Order(facts)}{NotKnowing(facts)}"
            ),
            Program("population", Population(facts)),
            People("recruitment", "How people came to know of the survey, and who may have been left out by that."),
            Program("mode", "On a web form, without an account and without giving a name. No address, device or time of day was stored."),
            Program("dates", Dates(facts)),
            Program("languages", facts.Languages.Count == 0 ? "" : string.Join(", ", facts.Languages)),
            Program("sizes", facts.HasResponses ? $"{Answered(facts.Responses, facts.Threshold)} {facts.Precision}" : ""),
            Program("weighting", "The figures are not weighted: every response counts the same."),
            Program("processing", Processing(facts)),
            People("limitations", "What a careful reader should know before relying on this."),
        ];

        DisclosureItem Program(string code, string words) => new(code, Label(code), words, false, "");
        DisclosureItem People(string code, string hint) => new(code, Label(code), written.GetValueOrDefault(code, ""), true, hint);
    }

    private static string Label(string code) => KnownLanguages.English.Report.Disclosed.Of(code);

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static string Order(DisclosureFacts facts) =>
        facts.SurveysInRandomOrder == 0
            ? ""
            : $" {(facts.SurveysInRandomOrder < facts.SurveyTitles.Count ? "In some of the surveys, lists" : "Lists")} of needs and others "
                + "that have no order of their own were asked in random order, another for each person, which was not kept: nothing gains "
                + "by standing first.";

    private static string NotKnowing(DisclosureFacts facts) =>
        facts.OffersNotKnowing
            ? " Where somebody may not know, “I do not know” was offered; who chose it is in no share and no mean there."
            : "";

    private static string Population(DisclosureFacts facts)
    {
        if (facts.Community.Length == 0)
            return "";
        var words = facts.Place.Length == 0 ? facts.Community : $"{facts.Community}, {facts.Place}";
        return facts.CommunitySize is { } size ? $"{words}; about {size.ToString("N0", English)} people" : words;
    }

    private static string Dates(DisclosureFacts facts) =>
        (facts.OpenedOn, facts.ClosedOn) switch
        {
            (null, _) => "",
            ({ } from, null) => $"Since {Day(from)}; the survey is still open.",
            ({ } from, { } to) => $"{Day(from)} to {Day(to)}.",
        };

    /// <summary>What is said of the answers' way into the figures in any case.</summary>
    public const string Checked = "Answers were checked against the questions as they were sent.";

    /// <summary>The item <c>sizes</c> of an old report with another size: what it says about precision stays.</summary>
    /// <param name="words">As it was published: the size in a sentence, then the precision.</param>
    /// <param name="responses">The safe number; null below the threshold.</param>
    /// <param name="threshold">Below this no number is given.</param>
    public static string WithSize(string words, int? responses, int threshold) =>
        words.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end
            ? Answered(responses, threshold) + words[(end + 1)..]
            : Answered(responses, threshold);

    private static string Answered(int? responses, int threshold) =>
        responses is { } n ? $"{n.ToString("N0", English)} people answered." : $"Fewer than {threshold} people answered.";

    // How many wrote something is a figure of few people where hardly anybody did, or nearly everybody; how far the reading went is not.
    private static string Processing(DisclosureFacts facts)
    {
        var part = facts switch
        {
            { OpenAnswersRead: 0 } => "No",
            _ when facts.OpenAnswersRead >= facts.OpenAnswers => "All",
            _ when 2 * facts.OpenAnswersRead > facts.OpenAnswers => "More than half of the",
            _ => "Less than half of the",
        };
        return $"{Checked} {part} open answers were read and coded to needs"
            + (facts.OpenAnswersRead == 0 ? "." : $" by {facts.Coders} {(facts.Coders == 1 ? "person" : "people")}.");
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);
}
