using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Everything to know before a survey is published: faults of its definition (errors stop it) and what experience says is missing for a
/// needs assessment (warnings). Pure; the initiative is looked at only where the survey leans on it.
/// </summary>
public static class SurveyCheck
{
    /// <summary>All of it: errors, then warnings, each in the order of the questions.</summary>
    /// <param name="initiative">What the survey needs from it is looked at too; null where there is none.</param>
    /// <param name="today">Days that people are told are held against it; null where no day is known.</param>
    public static IReadOnlyList<DefinitionFault> Of(
        SurveyDefinition definition,
        InitiativeFields? initiative = null,
        DateOnly? today = null
    ) =>
        [
            .. DefinitionCheck.Check(definition).OrderByDescending(fault => fault.IsError),
            .. Advice(definition, initiative),
            .. Days(definition.Start, today),
            .. initiative is null ? [] : Asked(initiative).Concat(Untold(definition, initiative)),
        ];

    private static IEnumerable<DefinitionFault> Advice(SurveyDefinition definition, InitiativeFields? initiative)
    {
        var questions = Outline.Flatten(definition.Questions).Select(entry => entry.Item).OfType<Question>().ToList();
        if (questions.Count == 0)
            yield break;
        if (definition.Languages.Where(language => KnownLanguages.Find(language) is null).ToList() is { Count: > 0 } unknown)
            yield return Warning(
                "languages",
                "no_own_words",
                $"The program has no words of its own in {string.Join(", ", unknown)}: buttons, errors and the page on privacy are in "
                    + "English there. Tell people so, or offer a language that it has."
            );
        if (definition.Start.Why is null)
            yield return Warning(
                "start.why",
                "no_why",
                "The start page does not say why you ask. People answer when they know what it is for."
            );
        if (definition.Start.WhoSees is null)
            yield return Warning("start.who_sees", "no_who_sees", "The start page does not say who will see the answers.");
        // Where an urgent need is sent stands on every page.
        if (definition.Support.Count == 0 && initiative is not { UrgentReferral.Length: > 0 })
            yield return Warning(
                "support",
                "no_support",
                "There is nowhere to turn for somebody whom a question upsets. Add a line or place that can help."
            );
        if (!questions.Any(question => question.TellsOfNeeds(definition)))
            yield return Warning(
                "questions",
                "no_needs",
                "No question tells about needs: add an open story, a need grid, or choices that point to needs."
            );
        if (!questions.Any(question => question.GroupRole is not null))
            yield return Warning(
                "questions",
                "no_group_question",
                "No question tells which group a person belongs to, so you cannot see who was not heard. Age or area is enough."
            );
    }

    private static IEnumerable<DefinitionFault> Days(StartPage start, DateOnly? today)
    {
        if (start.AnswersUntil is not { } until)
            yield return Warning(
                "start.answers_until",
                "no_last_day",
                "The start page does not say until when people can answer. Whoever can count on a day answers sooner."
            );
        else if (until < today)
            yield return Warning("start.answers_until", "day_past", "The last day to answer is past. Put it later, or close the survey.");
        if (start.HeardBy is not { } heard)
            yield return Warning(
                "start.heard_by",
                "no_day_heard",
                "The start page does not say by when people can read what was said. Set a day that you can keep."
            );
        else if (heard < today)
            yield return Warning(
                "start.heard_by",
                "day_past",
                "The day by which people can read what was said is past. Publish what you heard, or name another day."
            );
    }

    private static IEnumerable<DefinitionFault> Asked(InitiativeFields initiative)
    {
        if (initiative.Stance != Stance.Solidarity)
            yield break;
        if (initiative.UrgentReferral.Length == 0)
            yield return Warning(
                "initiative.urgentReferral",
                "no_urgent_referral",
                "The initiative does not say where people with an urgent need can turn. In solidarity, say so."
            );
        if (initiative.EndsOn is null)
            yield return Warning(
                "initiative.endsOn",
                "no_end",
                "The initiative has no last day. Solidarity answers something that happened: say when this effort ends."
            );
    }

    // What people read of the initiative: where urgent needs are sent, and its purpose where the start page has no words of its own.
    private static IEnumerable<DefinitionFault> Untold(SurveyDefinition definition, InitiativeFields initiative)
    {
        if (Lacking(initiative.UrgentReferral, texts => texts.UrgentReferral) is { Length: > 0 } referral)
            yield return Warning(
                "initiative.urgentReferral",
                "urgent_referral_not_told",
                $"Where people with an urgent need can turn is not told in {referral}. The initiative has a field for each language."
            );
        if (definition.Start.Why is null && Lacking(initiative.Purpose, texts => texts.Purpose) is { Length: > 0 } purpose)
            yield return Warning(
                "initiative.purpose",
                "purpose_not_told",
                $"What the initiative is for stands on the start page and is not told in {purpose}. The initiative has a field for each "
                    + "language."
            );

        string Lacking(string written, Func<InitiativeTexts, string> text) =>
            written.Length == 0
                ? ""
                : string.Join(
                    ", ",
                    definition
                        .Languages.Skip(1)
                        .Where(language => initiative.Translations?.TryGetValue(language, out var told) != true || text(told!).Length == 0)
                );
    }

    private static DefinitionFault Warning(string path, string code, string message) => new(path, code, message, FaultSeverity.Warning);
}
