using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Reports;

/// <summary>One item of the disclosure that every published report carries.</summary>
/// <param name="Code">Stable; people's answers are stored under it.</param>
/// <param name="Label">As printed.</param>
/// <param name="Words">What is disclosed, in English where the program fills it in; blank while nobody has.</param>
/// <param name="ByPeople">True when only people know it; the program fills the others.</param>
/// <param name="Hint">What to write.</param>
public sealed record DisclosureItem(string Code, string Label, string Words, bool ByPeople, string Hint)
{
    /// <summary>
    /// What the program fills in, in every language that it has, with names and titles isolated from its direction (U+2068 … U+2069); null
    /// where people write it, and in versions published before.
    /// </summary>
    public LocalText? ByLanguage { get; init; }

    public bool IsBlank => TypedText.IsBlank(Words);
}

/// <summary>What the program knows about how people were asked.</summary>
public sealed record DisclosureFacts
{
    /// <summary>Its name, in the languages that it has one in.</summary>
    public required LocalText Organisation { get; init; }
    public required LocalText Community { get; init; }
    public required LocalText Place { get; init; }
    public required int? CommunitySize { get; init; }
    public required IReadOnlyList<LocalText> SurveyTitles { get; init; }

    /// <summary>How many of them ask something in random order.</summary>
    public required int SurveysInRandomOrder { get; init; }

    /// <summary>Whether one of them offers "I do not know".</summary>
    public required bool OffersNotKnowing { get; init; }
    public required DateOnly? OpenedOn { get; init; }

    /// <summary>Null while a survey is still open.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Codes of the languages in which people could answer. Which of them were used may be known of one person only.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Whether anybody answered.</summary>
    public required bool HasResponses { get; init; }

    /// <summary>The safe number of those who answered; null where there are too few for one.</summary>
    public required int? Responses { get; init; }

    /// <summary>Below this no number is given.</summary>
    public required int Threshold { get; init; }
    public required LocalText Precision { get; init; }
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
            Program("conducted_by", spoken => Apart(facts.Organisation.In(spoken.Code, facts.Languages is [var first, ..] ? first : null))),
            People("sponsor", "Who paid for this, or that nobody did."),
            Program("instrument", spoken => Instrument(facts, spoken)),
            Program("population", spoken => Population(facts, spoken)),
            People("recruitment", "How people came to know of the survey, and who may have been left out by that."),
            Program("mode", spoken => spoken.Report.Disclosed.OnAForm),
            Program("dates", spoken => Dates(facts, spoken)),
            Program("languages", spoken => string.Join(spoken.Comma, facts.Languages.Select(code => Apart(spoken.NameOf(code))))),
            Program("sizes", spoken => facts.HasResponses ? $"{Answered(facts, spoken)} {facts.Precision.In(spoken.Code, "en")}" : ""),
            Program("weighting", spoken => spoken.Report.Disclosed.NotWeighted),
            Program("processing", spoken => Processing(facts, spoken.Report.Disclosed, spoken)),
            People("limitations", "What a careful reader should know before relying on this."),
        ];

        DisclosureItem Program(string code, Func<Language, string> words) =>
            new(code, Label(code), Plain(words(KnownLanguages.English)), false, "") { ByLanguage = LocalText.Spoken(words) };
        DisclosureItem People(string code, string hint) => new(code, Label(code), written.GetValueOrDefault(code, ""), true, hint);
    }

    // What was written in another language, perhaps of the other direction.
    private static string Apart(string words) => words.Length == 0 ? "" : $"\u2068{words}\u2069";

    private static string Plain(string words) =>
        words.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static string Label(string code) => KnownLanguages.English.Report.Disclosed.Of(code);

    private static string Instrument(DisclosureFacts facts, Language spoken)
    {
        if (facts.SurveyTitles.Count == 0)
            return "";
        var first = facts.Languages.Count > 0 ? facts.Languages[0] : null;
        // A second round may have the title of the first.
        var titles = facts.SurveyTitles.Select(title => Apart(title.In(spoken.Code, first))).Distinct();
        var said = spoken.Report.Disclosed;
        List<string> parts = [said.Asked(string.Join("; ", titles))];
        if (facts.SurveysInRandomOrder > 0)
            parts.Add(said.InRandomOrder(facts.SurveysInRandomOrder < facts.SurveyTitles.Count));
        if (facts.OffersNotKnowing)
            parts.Add(said.NotKnowing);
        return string.Join(' ', parts);
    }

    private static string Population(DisclosureFacts facts, Language spoken)
    {
        var first = facts.Languages.Count > 0 ? facts.Languages[0] : null;
        if (facts.Community.In(spoken.Code, first) is not { Length: > 0 } who)
            return "";
        var words = Apart(facts.Place.In(spoken.Code, first) is { Length: > 0 } place ? who + spoken.Comma + place : who);
        return facts.CommunitySize is { } size ? spoken.Report.Disclosed.About(words, spoken.Count(size)) : words;
    }

    private static string Dates(DisclosureFacts facts, Language spoken) =>
        (facts.OpenedOn, facts.ClosedOn) switch
        {
            (null, _) => "",
            ({ } from, null) => spoken.Report.Disclosed.Since(spoken.Day(from)),
            ({ } from, { } to) => spoken.Report.Disclosed.Between(spoken.Day(from), spoken.Day(to)),
        };

    /// <summary>The item <c>sizes</c> of an old report with another size: what it says about precision stays.</summary>
    /// <param name="words">As it was published: the size in a sentence, then the precision.</param>
    /// <param name="responses">The safe number; null below the threshold.</param>
    /// <param name="threshold">Below this no number is given.</param>
    public static string WithSize(string words, int? responses, int threshold)
    {
        var answered = Answered(responses, threshold, KnownLanguages.English);
        return words.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? answered + words[(end + 1)..] : answered;
    }

    private static string Answered(DisclosureFacts facts, Language spoken) => Answered(facts.Responses, facts.Threshold, spoken);

    private static string Answered(int? responses, int threshold, Language spoken) =>
        responses is { } n ? spoken.Report.Answered(n, spoken.Count(n)) : spoken.Report.Disclosed.FewAnswered(spoken.Count(threshold));

    // How many wrote something is a figure of few people where hardly anybody did, or nearly everybody; how far the reading went is not.
    private static string Processing(DisclosureFacts facts, DisclosureWords words, Language spoken)
    {
        var readers = spoken.Count(facts.Coders);
        var read = facts switch
        {
            { OpenAnswersRead: 0 } => words.ReadNone,
            _ when facts.OpenAnswersRead >= facts.OpenAnswers => words.ReadAll(facts.Coders, readers),
            _ when 2 * facts.OpenAnswersRead > facts.OpenAnswers => words.ReadMost(facts.Coders, readers),
            _ => words.ReadSome(facts.Coders, readers),
        };
        return $"{words.Checked} {read}";
    }
}
