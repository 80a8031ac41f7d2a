namespace NeedsSurvey.Domain.Surveys;

/// <summary>Changes of one item that both versions have.</summary>
internal static class ItemDiff
{
    private const string NoEffect = "The export does not change.";

    /// <param name="earlier">What was published before <paramref name="before"/>, the newest first.</param>
    internal static void Compare(
        VersionEntry was,
        VersionEntry now,
        VersionIndex before,
        VersionIndex after,
        IReadOnlyList<VersionIndex> earlier,
        List<VersionChange> changes
    )
    {
        var name = now.Item.Name;
        if (!CompareType(was, now, changes))
            return;

        if (was.Repeat != now.Repeat)
            Split(
                "moved_repeat",
                "",
                $"'{name}' moved {(now.Repeat is null ? "out of" : "into")} a repeat.",
                $"Answers so far stay in {File(was.Repeat)}; new ones go to {File(now.Repeat)}."
            );
        if (TakesWordsOf(was, now, before, after) is { } other)
            changes.Add(
                new(
                    $"{now.Path}.label",
                    name,
                    "meaning_exchanged",
                    ChangeEffect.Refused,
                    $"'{name}' now asks what '{other}' asked before.",
                    "Its column would mix two questions. Give the question a new name, or put its words back."
                )
            );
        else if (Frames(was.Item) && Reworded(was.Item.Label, now.Item.Label) is { } words)
            Split("reworded", "label", $"'{name}' {words.Does(was.Item is Question ? "asks" : "says")}", Wording.OneColumn);
        else if (was.Item.Label != now.Item.Label)
            Safe("words", "label", $"'{name}' reads differently.", "The column stays; the codebook shows the new words.");
        if (Frames(was.Item) && Reworded(was.Item.Hint, now.Item.Hint) is { } hint)
            Split("reworded", "hint", $"The hint of '{name}' {hint.Does("says")}", Wording.OneColumn);
        else if (was.Item.Hint != now.Item.Hint)
            Safe("words", "hint", $"The hint of '{name}' reads differently.", NoEffect);
        if (was.Item.Appearance != now.Item.Appearance)
            Safe("appearance", "appearance", $"'{name}' looks different.", NoEffect);
        if (was.Conditions != now.Conditions)
            Safe(
                "relevance",
                "relevant",
                $"'{name}' is asked under another condition.",
                "Who is not asked has NA in its columns, before and after."
            );

        switch (was.Item, now.Item)
        {
            case (Question q, Question r):
                CompareQuestion(q, r);
                break;
            case (Calculate q, Calculate r) when q.Calculation != r.Calculation:
                Split(
                    "calculation",
                    "calculation",
                    $"'{name}' is worked out differently.",
                    "Values so far stay as they were worked out; compare them by version."
                );
                break;
            case (Repeat q, Repeat r) when q.RepeatCount != r.RepeatCount:
                Safe("repeat_count", "repeat_count", $"'{name}' is counted differently.", NoEffect);
                break;
            case (Group q, Group r) when q.Warning != r.Warning:
                Safe("words", "warning", $"The warning before '{name}' reads differently.", NoEffect);
                break;
            default:
                break;
        }

        void CompareQuestion(Question q, Question r)
        {
            if (q.Required != r.Required)
                Safe("required", "required", $"'{name}' is {(r.Required ? "now" : "no longer")} required.", NoEffect);
            if (q.MayDecline != r.MayDecline)
                Safe(
                    "may_decline",
                    "may_decline",
                    $"'{name}' can {(r.MayDecline ? "now" : "no longer")} be declined.",
                    "Declined answers keep their code REFUSED."
                );
            if (q.MayNotKnow != r.MayNotKnow)
                Safe(
                    "may_not_know",
                    "may_not_know",
                    $"'{name}' {(r.MayNotKnow ? "now takes" : "no longer takes")} \"I do not know\".",
                    "Those answers keep their code DONT_KNOW; who did not know before chose something or left it out."
                );
            if (q.Constraint != r.Constraint)
                Safe(
                    "constraint",
                    "constraint",
                    $"'{name}' accepts other answers than before.",
                    "Answers so far stay, even those that would be refused now."
                );
            if (q.ConstraintMessage != r.ConstraintMessage || q.RequiredMessage != r.RequiredMessage)
                Safe("words", "", $"A message of '{name}' reads differently.", NoEffect);
            if (q.Default != r.Default)
                Safe("default", "default", $"'{name}' begins with another value.", NoEffect);
            if (q.GroupRole != r.GroupRole)
                Split(
                    "group_role",
                    "group_role",
                    $"'{name}' stands for {(r.GroupRole is null ? "no group" : $"the group '{r.GroupRole}'")} instead of "
                        + $"{(q.GroupRole is null ? "none" : $"'{q.GroupRole}'")}.",
                    "The column stays; weights and breakdowns use the new role for all responses."
                );
            if (q.ComparedWith != r.ComparedWith)
                Safe(
                    "compare",
                    "compare",
                    $"'{name}' is {(r.ComparedWith == GroupComparison.Census ? "now" : "no longer")} set beside known shares.",
                    NoEffect
                );
            r.Compare(q, new(name, now.Path, before.Survey, after.Survey, Retired(), changes));
        }

        IReadOnlyList<(SurveyDefinition, Question)> Retired() =>
            [
                .. earlier
                    .Select(index => (index.Survey, Item: index.Find(name)?.Item as Question))
                    .Where(old => old.Item is not null && VersionIndex.SameData(old.Item, now.Item))
                    .Select(old => (old.Survey, old.Item!)),
            ];

        // What stands above questions ("In the last week") is a part of each of them.
        static bool Frames(SurveyItem item) => item is Question or Container;

        Wording? Reworded(LocalText? old, LocalText? text) => Wording.Of(old, before.FirstLanguage, text, after.FirstLanguage);

        void Safe(string code, string key, string message, string export) => Add(code, key, ChangeEffect.Safe, message, export);
        void Split(string code, string key, string message, string export) => Add(code, key, ChangeEffect.SplitsData, message, export);
        void Add(string code, string key, ChangeEffect effect, string message, string export) =>
            changes.Add(new(key.Length == 0 ? now.Path : $"{now.Path}.{key}", name, code, effect, message, export));
    }

    /// <summary>True when the rest can be compared: the same type, or one that holds it.</summary>
    private static bool CompareType(VersionEntry was, VersionEntry now, List<VersionChange> changes)
    {
        var name = now.Item.Name;
        if (was.Item.GetType() == now.Item.GetType())
            return true;
        var path = $"{now.Path}.type";
        if (VersionIndex.SameData(was.Item, now.Item))
        {
            changes.Add(
                new(
                    path,
                    name,
                    "widened",
                    ChangeEffect.Safe,
                    $"'{name}' takes decimals now.",
                    "The column stays; whole numbers are decimals too."
                )
            );
            return true;
        }
        if (was.Item is Question && now.Item is Question)
            changes.Add(
                new(
                    path,
                    name,
                    "retyped",
                    ChangeEffect.SplitsData,
                    $"'{name}' is of another type.",
                    "New answers get new columns, and the old columns stay. An old one whose name is needed is named for the last "
                        + $"version that asked it, such as {name}.v1."
                )
            );
        else if (VersionIndex.IsOther(was.Item, now.Item))
            changes.Add(
                new(
                    path,
                    name,
                    "name_reused",
                    ChangeEffect.Refused,
                    $"'{name}' was the name of {VersionIndex.Words(was.Item).ToLowerInvariant()} with answers, and is now something else.",
                    "A name never comes to mean something else. Choose a new name."
                )
            );
        else
            changes.Add(
                new(
                    path,
                    name,
                    "retyped",
                    ChangeEffect.Safe,
                    $"'{name}' had no answers and is something else now.",
                    "Responses so far have NA (not asked)."
                )
            );
        return false;
    }

    /// <summary>The question of the published version whose words this one took over, if its own are gone.</summary>
    private static string? TakesWordsOf(VersionEntry was, VersionEntry now, VersionIndex before, VersionIndex after)
    {
        if (now.Item is not Question || now.Item.Label is not { } label || was.Item.Label == label)
            return null;
        var words = Plain(label, after.FirstLanguage);
        if (words.Length == 0 || was.Item.Label is { } old && Plain(old, before.FirstLanguage) == words)
            return null;
        return before
            .Entries.FirstOrDefault(entry =>
                entry.Item is Question { Label: { } theirs }
                && entry.Item.Name != now.Item.Name
                && Plain(theirs, before.FirstLanguage) == words
                && after.Find(entry.Item.Name)?.Item.Label != theirs
            )
            ?.Item.Name;
    }

    internal static string Plain(LocalText words, string first) => words.In(first).Trim();

    private static string File(string? repeat) => repeat is null ? "responses.csv" : $"repeats/{repeat}.csv";
}
