namespace NeedsSurvey.Domain.Surveys;

/// <summary>Checks questions, groups and repeats one by one: names, labels and the rules of each type.</summary>
internal sealed class ItemCheck(SurveyDefinition survey, WordsCheck words, ChoiceListCheck choices, DefinitionFaults faults)
{
    private readonly Dictionary<string, string> pathByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> nameByLowerCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> nameByRole = new(StringComparer.Ordinal);
    private int questions;
    private bool tooDeep;

    /// <summary>Where each item stands, filled by <see cref="CheckAll"/>.</summary>
    internal Dictionary<SurveyItem, string> Paths { get; } = new(ReferenceEqualityComparer.Instance);

    internal void CheckAll()
    {
        CheckItems(survey.Questions, "questions", depth: 1, repeat: null);
        if (questions == 0)
            faults.Error("questions", "nothing_to_ask", "The survey asks nothing yet. Add a question.");
        if (Paths.Count > Limits.Questions)
            faults.Error(
                "questions",
                "too_many",
                $"A survey has at most {Limits.Questions} questions and groups; this one has {Paths.Count}. Split it."
            );
    }

    private void CheckItems(IReadOnlyList<SurveyItem> items, string path, int depth, Repeat? repeat)
    {
        if (depth > Limits.Depth + 1)
        {
            if (!tooDeep)
                faults.Error(path, "too_deep", $"Groups stand inside one another more than {Limits.Depth} deep. Take some apart.");
            tooDeep = true;
            return;
        }
        for (var index = 0; index < items.Count; index++)
        {
            var (item, at) = (items[index], $"{path}[{index}]");
            Paths[item] = at;
            CheckName(item, at);
            CheckAppearance(item, at);
            words.Check(item.Hint, $"{at}.hint");
            CheckType(item, at, repeat);
            if (item is not Container container)
                continue;
            if (container.Questions.Count == 0)
                faults.Error(at, "empty_group", $"'{item.Name}' holds no questions. Add one or remove it.");
            CheckItems(container.Questions, $"{at}.questions", depth + 1, repeat ?? container as Repeat);
        }
    }

    private void CheckName(SurveyItem item, string at)
    {
        var path = $"{at}.name";
        if (!Patterns.Name().IsMatch(item.Name))
            faults.Error(
                path,
                "bad_name",
                "A name begins with a letter A–Z or '_' and holds letters, digits, '_', '.' and '-' only. Rename it; its label can say "
                    + "anything."
            );
        else if (item.Name.Length > Limits.NameCharacters)
            faults.Error(path, "too_long", $"A name has at most {Limits.NameCharacters} characters. Shorten it.");
        else if (ExportColumns.Reserved.Contains(item.Name))
            faults.Error(path, "reserved_name", $"'{item.Name}' is a column that every export has. Choose another name.");
        else if (!pathByName.TryAdd(item.Name, at))
            faults.Error(path, "duplicate", $"The name '{item.Name}' is taken by {pathByName[item.Name]}. Choose another.");
        else if (!nameByLowerCase.TryAdd(item.Name, item.Name))
            faults.Warning(
                path,
                "name_case",
                $"'{item.Name}' and '{nameByLowerCase[item.Name]}' differ in capital letters only; SPSS and people mix them up. Rename one."
            );
    }

    private void CheckAppearance(SurveyItem item, string at)
    {
        var known = item.KnownAppearances;
        if (item.AppearanceWords().FirstOrDefault(word => !known.Contains(word)) is { } unknown)
            faults.Warning(
                $"{at}.appearance",
                "unknown_appearance",
                $"The appearance '{unknown}' changes nothing here"
                    + (known.Count == 0 ? "" : $"; what '{item.Name}' can have is {string.Join(" or ", known)}")
                    + ". Correct it, or leave it for other programs that read the survey."
            );
    }

    private void CheckType(SurveyItem item, string at, Repeat? repeat)
    {
        switch (item)
        {
            case Question question:
                questions++;
                words.Needed(question.Label, $"{at}.label", $"The question '{item.Name}' needs words. Write what you want to ask.");
                CheckQuestion(question, at, repeat);
                break;
            case Note:
                words.Needed(item.Label, $"{at}.label", $"The note '{item.Name}' says nothing. Write its words or remove it.");
                break;
            case Group group:
                words.Check(group.Label, $"{at}.label");
                words.Check(group.Warning, $"{at}.warning");
                break;
            case Repeat:
                words.Check(item.Label, $"{at}.label");
                if (repeat is not null)
                    faults.Error(at, "repeat_in_repeat", $"'{item.Name}' is a repeat inside a repeat, which is not offered. Move it out.");
                break;
            case Calculate:
                words.Check(item.Label, $"{at}.label");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void CheckQuestion(Question question, string at, Repeat? repeat)
    {
        words.Check(question.RequiredMessage, $"{at}.required_message");
        words.Check(question.ConstraintMessage, $"{at}.constraint_message");
        if (question.ConstraintMessage is not null && question.Constraint is null)
            faults.Warning(
                $"{at}.constraint_message",
                "unused",
                "There is no constraint, so this message is never shown. Add one or remove the message."
            );
        CheckRole(question, at, repeat is not null);
        RandomOrderCheck.Check(question, survey, at, faults);
        for (var row = 0; row < question.AskedRows.Count; row++)
            if ((question.AskedRows[row].Name, question) is ("declined", { MayDecline: true }) or ("unknown", { MayNotKnow: true }))
                faults.Error(
                    $"{at}.rows[{row}].name",
                    "reserved_name",
                    $"'{question.AskedRows[row].Name}' stands for an answer that was not given, so no row can have that name here. Choose "
                        + "another."
                );
        if (question.Default is not null && repeat is { RepeatCount: null })
            faults.Warning(
                $"{at}.default",
                "default_in_repeat",
                $"The value that '{question.Name}' begins with is not shown in '{repeat.Name}', to which people add as many as there are. "
                    + "Say how many there are with repeat_count, or leave the value out."
            );
        if (repeat is not null && question.NeedsIn(survey).Any())
            faults.Warning(
                at,
                "need_in_repeat",
                $"'{question.Name}' points to needs, but what is asked inside a repeat is about things and counts for no ranking. Move "
                    + "it out of the repeat."
            );
        question.Check(new(at, words, choices, faults));
    }

    private void CheckRole(Question question, string at, bool insideRepeat)
    {
        if (question.GroupRole is not { } role)
        {
            if (question.ComparedWith != GroupComparison.Census)
                faults.Warning(
                    $"{at}.compare",
                    "unused",
                    "This tells no groups, so there is nothing to compare or not. Add a group role or remove 'compare'."
                );
            return;
        }
        var path = $"{at}.group_role";
        if (!Patterns.Name().IsMatch(role) || role.Length > Limits.NameCharacters)
            faults.Error(path, "bad_name", "A group role is a short name such as age, area or tenure. Correct it.");
        else if (!nameByRole.TryAdd(role, question.Name))
            faults.Error(
                path,
                "duplicate",
                $"'{nameByRole[role]}' already asks for the group '{role}'. Two questions cannot say the same about a person."
            );
        else if (insideRepeat)
            faults.Error(path, "role_in_repeat", "A group question is answered once by each person. Move it out of the repeat.");
        else if (!question.CanTellGroups)
            faults.Error(
                path,
                "role_without_choices",
                "A group question has one choice for an answer, so that everybody stands in one group; here the role would do nothing. "
                    + "Make it a select_one or yes_no, or remove the role."
            );
    }
}
