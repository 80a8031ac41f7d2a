using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Reports;

/// <summary>
/// A report's words as a reader of one language reads them: those that the organisation wrote in it, the survey's and the codebook's own
/// words for needs and groups, and where there are none, those they were written in, marked with their language.
/// </summary>
public sealed class ReportReading(ReportContent content, Language spoken)
{
    public Said Title => Written("title", content.Title);

    public Said Lead => Written("lead", content.Lead);

    public Said Organisation => Written(ReportTexts.OrganisationKey, content.Organisation);

    public Said Mission => Written("mission", content.Mission);

    public Said GoalTitle(GoalView goal) => Written(ReportTexts.GoalKey(goal.GoalId), goal.Title);

    public Said GoalDescription(GoalView goal) => Written(ReportTexts.DescriptionKey(goal.GoalId), goal.Description);

    public Said Learned => Written(ReportTexts.LearnedKey, content.Learned);

    public Said Happened => Written(ReportTexts.HappenedKey, content.Happened);

    public Said Stays => Written(ReportTexts.StaysKey, content.Stays);

    /// <summary>What the organisation wrote and has no key of its own: reasons, progress.</summary>
    public Said Told(string words) => Written(ReportTexts.SaidKey(words), words);

    /// <summary>
    /// The organisation's translation of what somebody else said; null where they said it in the reader's language, or there is none.
    /// </summary>
    public string? Translated(string words, string? language) =>
        KnownLanguages.Primary(language ?? "") == spoken.Code ? null : ReportTexts.In(content, spoken.Code, ReportTexts.SaidKey(words));

    public Said LedBy(GoalView goal) => Written(ReportTexts.LedByKey(goal.GoalId), goal.LedBy ?? "");

    public Said DecidedWith(GoalView goal) => Written(ReportTexts.DecidedWithKey(goal.GoalId), goal.DecidedWith ?? "");

    public Said Uses(GoalView goal) => Written(ReportTexts.UsesKey(goal.GoalId), goal.Uses ?? "");

    /// <summary>A pillar of the mission, or a value, by the id that the alignment has.</summary>
    public Said Pillar(string id) =>
        content.Pillars.FirstOrDefault(pillar => pillar.PillarId.ToString() == id) is { } pillar
            ? Written(ReportTexts.PillarKey(pillar.PillarId), pillar.Name)
            : Original(id);

    /// <summary>By the id that the alignment has.</summary>
    public Said GoalTitle(string id) =>
        content.Goals.FirstOrDefault(goal => goal.GoalId.ToString() == id) is { } goal
            ? GoalTitle(goal)
            : Original(content.Alignment.Goals.FirstOrDefault(goal => goal.Id == id)?.Title ?? id);

    public Said Reason(DispositionView decided) => Written(ReportTexts.ReasonKey(decided.Need), decided.Reason);

    /// <summary>What people wrote, in their language; what the program did, in the reader's.</summary>
    public Said Disclosed(DisclosureItem item) => item.ByPeople ? Written(item.Code, item.Words) : Frozen(item.ByLanguage ?? item.Words);

    /// <summary>How precise the figures are; null where it is known in other words only than the reader's.</summary>
    public Said? Precision =>
        content.PrecisionByLanguage is { } said ? Frozen(said)
        : content.Precision is { } english && spoken == KnownLanguages.English ? new(english)
        : null;

    public Said Need(string name) =>
        content.Needs.FirstOrDefault(need => need.Name == name) switch
        {
            { Labels: { } labels } => Said.Of(labels, spoken.Code, content.Language),
            { } need => Original(need.Label),
            null => Original(name),
        };

    public Said Group(GroupRepresentation group) =>
        group.Labels is { } labels ? Said.Of(labels, spoken.Code, content.Language) : Original(group.Label);

    public Said Category(GroupCategory category) =>
        category.Labels is { } labels ? Said.Of(labels, spoken.Code, content.Language) : Original(category.Label);

    // What was written in another language than the report's, an answer to somebody's correction, is told in the report's before it is left
    // as it is.
    private Said Written(string key, string words) =>
        ReportTexts.In(content, spoken.Code, key) is { } told ? new(told)
        : ReportTexts.In(content, content.Language, key) is { } nearest ? Original(nearest)
        : Original(words);

    // Earlier versions have it in English only.
    private Said Frozen(LocalText words) => Said.Of(words, spoken.Code, KnownLanguages.English.Code);

    private Said Original(string words) => new(words, KnownLanguages.Primary(content.Language) == spoken.Code ? null : content.Language);
}
