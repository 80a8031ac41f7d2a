namespace NeedsSurvey.Domain.Surveys;

// Whether a survey that has the right shape also makes sense: everything that would mislead a respondent, lose an answer or break an
// export is found before publishing, all at once, and each fault says what to do. Parts with many rules have files of their own.

/// <summary>The check of survey definitions.</summary>
public static class DefinitionCheck
{
    /// <summary>
    /// Every fault, in the order of the definition; empty when the survey can be published. Errors stop publishing, warnings do not.
    /// Never throws. Linear in the size of the survey; 300 questions take a few milliseconds.
    /// </summary>
    public static IReadOnlyList<DefinitionFault> Check(SurveyDefinition survey)
    {
        var faults = new DefinitionFaults();
        var words = new WordsCheck(survey, faults);
        CheckLanguages(survey, faults);
        words.Needed(survey.Title, "title", "The survey needs a title. Write what it is about.");
        words.Check(survey.Start.WhoAsks, "start.who_asks");
        words.Check(survey.Start.Why, "start.why");
        words.Check(survey.Start.WhoSees, "start.who_sees");
        words.Check(survey.Start.WhatNext, "start.what_next");
        words.Check(survey.Thanks, "thanks");
        if (survey.Start.Minutes is < 1 or > 240)
            faults.Error("start.minutes", "out_of_range", "The minutes must be between 1 and 240. Leave them out to have them estimated.");
        if (survey.Start is { AnswersUntil: { } until, HeardBy: { } heard } && heard < until)
            faults.Error(
                "start.heard_by",
                "out_of_order",
                "People would hear what was said before the last day to answer. Put the day later, or the last day earlier."
            );
        CheckSupport(survey, words, faults);
        CheckLocalHelp(survey, faults);

        var choices = new ChoiceListCheck(survey, words, faults);
        foreach (var (name, list) in survey.Choices)
            choices.CheckShared(name, list);

        var items = new ItemCheck(survey, words, choices, faults);
        items.CheckAll();
        ColumnCheck.Check(survey, items.Paths, faults);
        ExpressionsCheck.Check(survey, items.Paths, words.Naming, faults);
        return faults.All;
    }

    private static void CheckLanguages(SurveyDefinition survey, DefinitionFaults faults)
    {
        if (survey.Languages.Count == 0)
            faults.Error("languages", "no_language", "The survey needs at least one language, for example \"en\".");
        if (survey.Languages.Count > Limits.Languages)
            faults.Error(
                "languages",
                "too_many",
                $"A survey has at most {Limits.Languages} languages; this one has {survey.Languages.Count}."
            );
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < survey.Languages.Count; index++)
        {
            var language = survey.Languages[index];
            if (!Patterns.Language().IsMatch(language))
                faults.Error($"languages[{index}]", "bad_language", "This is not a language code. Write one such as en, es, ar or pt-BR.");
            else if (!seen.Add(language))
                faults.Error($"languages[{index}]", "duplicate", $"The language {language} stands twice. Remove one.");
        }
    }

    private static void CheckSupport(SurveyDefinition survey, WordsCheck words, DefinitionFaults faults)
    {
        for (var index = 0; index < survey.Support.Count; index++)
        {
            var (link, path) = (survey.Support[index], $"support[{index}]");
            words.Needed(link.Label, $"{path}.label", "Name this place to turn to.");
            if (link.Url is null && link.Phone is null)
                faults.Error(path, "no_address", "Give a web address, a telephone number, or both.");
            if (link.Url is { } url && !IsSafeAddress(url))
                faults.Error(
                    $"{path}.url",
                    "bad_address",
                    "Only addresses that begin with https://, http:// or tel: can be linked. Correct the address."
                );
            if (link.Phone is { } phone && !Patterns.Phone().IsMatch(phone))
                faults.Error(
                    $"{path}.phone",
                    "bad_phone",
                    "Write the number with digits, spaces, + - ( ) only, for example +44 20 7946 0000."
                );
        }
    }

    private static void CheckLocalHelp(SurveyDefinition survey, DefinitionFaults faults)
    {
        if (survey.RequiresLocalHelp && !survey.Support.Any(link => link.Local))
            faults.Error(
                "support",
                "no_local_help",
                "This survey asks what cannot wait, and names no place nearby that helps today: a helpline feeds nobody. Add one under "
                    + "“Where to turn” and tick that it helps nearby."
            );
    }

    private static bool IsSafeAddress(string url) =>
        url.Length <= 2_000
        && !url.Any(char.IsControl)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" or "tel"
        && url.StartsWith(address.Scheme + ":", StringComparison.OrdinalIgnoreCase);
}
