namespace NeedsSurvey.Domain.Surveys;

/// <summary>Checks lists of choices, shared or a question's own.</summary>
internal sealed class ChoiceListCheck(SurveyDefinition survey, WordsCheck words, DefinitionFaults faults)
{
    /// <summary>A question's choices; the list when it exists and is its own or shared, else empty.</summary>
    internal IReadOnlyList<Choice> CheckSource(ChoiceSource source, string path, bool exclusiveAllowed, int most)
    {
        if (source is ChoiceSource.Shared shared)
        {
            if (!survey.Choices.TryGetValue(shared.ListName, out var list))
            {
                faults.Error(
                    path,
                    "unknown_list",
                    $"There is no choice list '{shared.ListName}'. Add it under 'choices', or correct the name."
                );
                return [];
            }
            if (!exclusiveAllowed && list.Any(choice => choice.Exclusive))
                faults.Warning(
                    path,
                    "exclusive_ignored",
                    "The list has a choice that excludes others; that means something in select_multiple only and is ignored here."
                );
            return list;
        }
        var own = source.In(survey);
        CheckList(own, path, exclusiveAllowed, most);
        return own;
    }

    /// <summary>A shared list.</summary>
    internal void CheckShared(string name, IReadOnlyList<Choice> list)
    {
        if (!Patterns.Name().IsMatch(name) || name.Length > Limits.NameCharacters)
            faults.Error(
                "choices",
                "bad_name",
                "The name of a list begins with a letter and holds letters, digits, '_', '.' and '-' only; one of these does not. "
                    + "Rename it."
            );
        else
            CheckList(list, $"choices.{name}", exclusiveAllowed: true, MostOf(name));
    }

    /// <summary>A list that only questions with one answer share may be long.</summary>
    private int MostOf(string name) =>
        Using(name, survey.Questions).All(question => question.PicksOne()) ? Limits.ChoicesOfOne : Limits.ChoicesPerList;

    private static IEnumerable<ChoiceQuestion> Using(string name, IReadOnlyList<SurveyItem> items) =>
        items.SelectMany(item =>
            item switch
            {
                Container container => Using(name, container.Questions),
                ChoiceQuestion { Choices: ChoiceSource.Shared shared } question when shared.ListName == name => [question],
                _ => [],
            }
        );

    /// <summary>The choices of one list.</summary>
    internal void CheckList(IReadOnlyList<Choice> list, string path, bool exclusiveAllowed, int most)
    {
        if (list.Count == 0)
            faults.Error(path, "no_choices", "There is nothing to choose from. Add choices.");
        if (list.Count > most)
            faults.Error(
                path,
                "too_many",
                $"A list has at most {most} choices here; this one has {list.Count}. Split it. Up to {Limits.ChoicesOfOne} fit where only "
                    + "questions with one answer use it."
            );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < list.Count; index++)
        {
            var (choice, at) = (list[index], $"{path}[{index}]");
            CheckCode(choice.Name, $"{at}.name", seen, "choice");
            words.Needed(choice.Label, $"{at}.label", $"The choice '{choice.Name}' needs words. Write them.");
            CheckNeed(choice.Need, $"{at}.need");
            if (choice.Exclusive && !exclusiveAllowed)
                faults.Error(
                    $"{at}.exclusive",
                    "exclusive_ignored",
                    "Only a select_multiple question can have a choice that excludes the others. Remove 'exclusive'."
                );
            foreach (var column in choice.Filter?.Keys ?? [])
                if (!Patterns.Name().IsMatch(column))
                    faults.Error(
                        $"{at}.filter",
                        "bad_name",
                        $"The filter column '{column}' must begin with a letter and hold letters, digits, '_', '.' and '-' only."
                    );
        }
    }

    /// <summary>A code of a choice or row: well spelt, not too long, not there already.</summary>
    internal void CheckCode(string code, string path, HashSet<string> seen, string what)
    {
        if (!Patterns.Code().IsMatch(code))
            faults.Error(
                path,
                "bad_name",
                $"The name of a {what} holds letters A–Z, digits, '_', '.' and '-' only, and no spaces. Rename it; its label can say "
                    + "anything."
            );
        else if (code.Length > Limits.NameCharacters)
            faults.Error(path, "too_long", $"A name has at most {Limits.NameCharacters} characters. Shorten it.");
        else if (!seen.Add(code))
            faults.Error(path, "duplicate", $"The {what} '{code}' stands twice. Rename or remove one.");
        else if (what == "choice" && ReadAsMissing.Contains(code))
            faults.Warning(
                path,
                "reads_as_missing",
                $"R, pandas and others take the code '{code}' for “no answer” when they read the file. Name the choice otherwise, "
                    + "such as no_answer; its label can say anything."
            );
    }

    /// <summary>Words for "no answer" of readers of CSV files that a code can be, and of the export itself.</summary>
    private static readonly HashSet<string> ReadAsMissing = ["NA", "NaN", "nan", "NULL", "null", "None", "REFUSED", "DONT_KNOW"];

    /// <summary>The name of a need.</summary>
    internal void CheckNeed(string? need, string path)
    {
        if (need is not null && (!Patterns.Need().IsMatch(need) || need.Length > Limits.NameCharacters))
            faults.Error(
                path,
                "bad_need",
                "The name of a need holds letters A–Z, digits, '_', '.' and '-' only. Use a name from the initiative's needs."
            );
    }
}
