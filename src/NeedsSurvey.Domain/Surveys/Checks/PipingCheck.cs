namespace NeedsSurvey.Domain.Surveys;

// Every text of a survey may name answers or is told that it may not: what is printed raw is worse than either. Texts are found by the
// check of words, so that a type with a text of its own is looked at here without doing anything for it.

/// <summary>Checks the names in texts of a survey.</summary>
internal sealed class PipingCheck(CompiledSurvey survey, Func<CompiledItem, int> pageOf, DefinitionFaults faults)
{
    private readonly HashSet<(string, string)> told = [];

    internal static void Check(
        CompiledSurvey survey,
        Dictionary<SurveyItem, string> paths,
        IReadOnlyList<(string Path, LocalText Text)> naming,
        Func<CompiledItem, int> pageOf,
        DefinitionFaults faults
    )
    {
        if (naming.Count == 0)
            return;
        var check = new PipingCheck(survey, pageOf, faults);
        var items = survey.Items.Where(item => paths.ContainsKey(item.Item)).ToDictionary(item => paths[item.Item], StringComparer.Ordinal);
        foreach (var (path, text) in naming)
            if (path.StartsWith("choices.", StringComparison.Ordinal))
                foreach (var item in check.Asking(path))
                    check.CheckText(text, item, path);
            else if (OwnerOf(path, items) is not { } owner)
                check.NothingAnswered(path);
            else if (owner.Item is not Calculate)
                check.CheckText(text, owner, path);
    }

    /// <summary>The questions that offer the shared list in which a text stands.</summary>
    private IEnumerable<CompiledItem> Asking(string path) =>
        survey.Items.Where(item =>
            item.Item is ChoiceQuestion { Choices: ChoiceSource.Shared { ListName: var list } }
            && path.StartsWith($"choices.{list}[", StringComparison.Ordinal)
        );

    private static CompiledItem? OwnerOf(string path, Dictionary<string, CompiledItem> items)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
            if (items.TryGetValue(path[..end], out var item))
                return item;
        return null;
    }

    private void CheckText(LocalText text, CompiledItem item, string path)
    {
        foreach (var (language, words) in text.All())
        foreach (var name in Piping.NamesIn(words))
            CheckName(name, item, path, language.Length == 0 ? path : $"{path}.{language}");
    }

    private void CheckName(string name, CompiledItem item, string path, string where)
    {
        if (survey.Find(name) is not { Item: Question or Calculate } source)
            Error(where, "unknown_name", $"The words use ${{{name}}}, but no question has that name. Correct or remove it.");
        else if (source.Repeat is not null && source.Repeat == item)
            Error(
                where,
                "repeated_name",
                $"The words use ${{{name}}}, which is answered once for each; these are read once, above all of them. Put them into a note "
                    + "or a group inside the repeat."
            );
        else if (source.Repeat is not null && source.Repeat != item.Repeat)
            Error(
                where,
                "repeated_name",
                $"The words use ${{{name}}}, which is answered several times in a repeat. Use a question outside of it."
            );
        else if (pageOf(item) is >= 0 and var own && pageOf(source) is var page && page >= own && !IsReadLater(path, page, own))
            Warning(
                where,
                "looks_ahead",
                page > own
                    ? $"The words use ${{{name}}}, which is not answered yet when they are read. Move that question to an earlier page."
                    : $"The words use ${{{name}}}, which is asked on the same page: until it is answered, “…” stands there. Move that "
                        + "question to an earlier page, or write the words so that they can be read without it."
            );
    }

    /// <summary>Messages are read once the page was sent.</summary>
    private static bool IsReadLater(string path, int page, int own) =>
        page == own
        && (path.EndsWith(".constraint_message", StringComparison.Ordinal) || path.EndsWith(".required_message", StringComparison.Ordinal));

    private void NothingAnswered(string path) =>
        Error(
            path,
            "nothing_answered",
            path == "thanks"
                ? "The thanks cannot use answers: on a shared telephone the next person may see them again. Write them without ${…}."
                : "These words are read before anything is answered. Write them without ${…}."
        );

    private void Error(string where, string code, string message)
    {
        if (told.Add((where, code)))
            faults.Error(where, code, message);
    }

    private void Warning(string where, string code, string message)
    {
        if (told.Add((where, code)))
            faults.Warning(where, code, message);
    }
}
