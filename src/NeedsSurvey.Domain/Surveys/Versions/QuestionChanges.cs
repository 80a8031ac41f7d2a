namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Takes the changes that a question type finds in its own keys, and knows those that several types share: choices, rows, "other".
/// The question's name begins each sentence. Earlier is the same question in the versions before the last, the newest first.
/// </summary>
internal sealed class QuestionChanges(
    string name,
    string path,
    SurveyDefinition before,
    SurveyDefinition after,
    IReadOnlyList<(SurveyDefinition Survey, Question Question)> earlier,
    List<VersionChange> changes
)
{
    /// <summary>What a change of the order means for the export.</summary>
    internal const string OrderMatters = "The columns stay; order can influence answers a little.";

    /// <summary>Answers before and after belong together.</summary>
    internal void Safe(string key, string code, string does, string export) => Add(key, code, ChangeEffect.Safe, does, export);

    /// <summary>Answers before and after are kept, but must be told apart.</summary>
    internal void Split(string key, string code, string does, string export) => Add(key, code, ChangeEffect.SplitsData, does, export);

    /// <summary>Answers would come to mean something that nobody said.</summary>
    internal void Refused(string key, string code, string does, string instead) => Add(key, code, ChangeEffect.Refused, does, instead);

    // In the words that people read, where there are any.
    private string Said(LocalText label, string code) => ItemDiff.Plain(label, after.FirstLanguage) is { Length: > 0 } words ? words : code;

    private void Add(string key, string code, ChangeEffect effect, string does, string export) =>
        changes.Add(new($"{path}.{key}", name, code, effect, $"'{name}' {does}", export));

    /// <param name="source">The published choices.</param>
    /// <param name="newSource">Those of the draft.</param>
    /// <param name="columnEach">Each choice has a column of its own.</param>
    internal void Choices(ChoiceSource source, ChoiceSource newSource, bool columnEach)
    {
        var (was, now) = (source.In(before), newSource.In(after));
        foreach (var choice in now)
        {
            var key = $"choices[{choice.Name}]";
            if (was.FirstOrDefault(given => given.Name == choice.Name) is { } old)
                Choice(old, choice, key, was);
            else if (
                Back(asked => asked.Question.ChoicesIn(asked.Survey).FirstOrDefault(old => old.Name == choice.Name)?.Label, choice.Label) is
                { } words
            )
                Split(key, "choice_reworded", $"offers '{choice.Name}' again, which {words.Does("says")}", Wording.OneColumn);
            else
                Safe(
                    key,
                    "choice_added",
                    $"offers a new choice “{Said(choice.Label, choice.Name)}”.",
                    columnEach
                        ? $"The column {name}.{choice.Name} is added; responses so far have NA (not asked) in it."
                        : "The column stays; responses so far could not choose it."
                );
        }
        foreach (var gone in was.Where(old => now.All(choice => choice.Name != old.Name)))
            Split(
                $"choices[{gone.Name}]",
                "choice_removed",
                $"no longer offers “{Said(gone.Label, gone.Name)}”.",
                columnEach
                    ? "Its column stays; new responses have NA (not asked) in it."
                    : "Answers so far keep the code, and the codebook keeps its label."
            );
        var kept = was.Select(choice => choice.Name).Where(code => now.Any(choice => choice.Name == code));
        if (!kept.SequenceEqual(now.Select(choice => choice.Name).Where(code => was.Any(choice => choice.Name == code))))
            Safe("choices", "order", "offers its choices in another order.", OrderMatters);
    }

    private void Choice(Choice old, Choice choice, string key, IReadOnlyList<Choice> was)
    {
        if (old.Label != choice.Label)
        {
            var first = after.FirstLanguage;
            var words = ItemDiff.Plain(choice.Label, first);
            var other = was.FirstOrDefault(given =>
                given.Name != choice.Name && ItemDiff.Plain(given.Label, first) == words && ItemDiff.Plain(old.Label, first) != words
            );
            if (other is not null)
                Refused(
                    key,
                    "meaning_exchanged",
                    $"would make the code '{choice.Name}' mean what '{other.Name}' meant.",
                    "Answers so far would change their meaning. Move the choices instead of their words."
                );
            else if (Reworded(old.Label, choice.Label) is { } changed)
                Split(
                    key,
                    "choice_reworded",
                    $"has a choice '{choice.Name}' that {changed.Does("says")}",
                    "Answers to both wordings have the same code, and the column 'version' tells them apart. If it means something else "
                        + "now, add a new choice instead."
                );
            else
                Safe(key, "words", $"spells its choice '{choice.Name}' differently.", "Codes and columns stay.");
        }
        if (old.Need != choice.Need)
            NeedMoved(key, old.Need, choice.Need);
        if (old.Anchor != choice.Anchor)
            Anchored(key, choice.Name, choice.Anchor);
        if (old.Exclusive != choice.Exclusive)
            Safe(
                key,
                "exclusive",
                $"lets '{choice.Name}' {(choice.Exclusive ? "stand only alone" : "stand beside others")}.",
                "The columns stay."
            );
    }

    /// <summary>Other words for what the type shows beside the question: changed meaning asks, spelling does not.</summary>
    internal void Words(LocalText? was, LocalText? now, string key, string what)
    {
        if (Reworded(was, now) is { } words)
            Split(key, "reworded", $"has {what} that {words.Does("says")}", Wording.OneColumn);
        else if (was != now)
            Safe(key, "words", $"spells {what} differently, or in more languages.", "The columns stay.");
    }

    private Wording? Reworded(LocalText? was, LocalText? now) => Wording.Of(was, before.FirstLanguage, now, after.FirstLanguage);

    // A code or row that went and comes back: in the newest of the versions that had it.
    private Wording? Back(Func<(SurveyDefinition Survey, Question Question), LocalText?> find, LocalText now)
    {
        foreach (var asked in earlier)
            if (find(asked) is { } was)
                return Wording.Of(was, asked.Survey.FirstLanguage, now, after.FirstLanguage);
        return null;
    }

    /// <param name="was">The published rows.</param>
    /// <param name="now">Those of the draft.</param>
    /// <param name="nameNeeds">A row's name is the name of its need where it gives no other.</param>
    internal void Rows(IReadOnlyList<GridRow> was, IReadOnlyList<GridRow> now, bool nameNeeds)
    {
        foreach (var row in now)
        {
            var key = $"rows[{row.Name}]";
            if (was.FirstOrDefault(given => given.Name == row.Name) is { } old)
                Row(old, row, key, was, nameNeeds);
            else if (Back(asked => asked.Question.AskedRows.FirstOrDefault(old => old.Name == row.Name)?.Label, row.Label) is { } words)
                Split(key, "row_reworded", $"has a row '{row.Name}' again, which {words.Does("says")}", Wording.OneColumn);
            else
                Safe(
                    key,
                    "row_added",
                    $"has a new row “{Said(row.Label, row.Name)}”.",
                    "Its columns are added; responses so far have NA (not asked) in them."
                );
        }
        foreach (var gone in was.Where(old => now.All(row => row.Name != old.Name)))
            Split(
                $"rows[{gone.Name}]",
                "row_removed",
                $"no longer asks about “{Said(gone.Label, gone.Name)}”.",
                "Its columns stay; new responses have NA (not asked) in them."
            );
    }

    private void Row(GridRow old, GridRow row, string key, IReadOnlyList<GridRow> was, bool nameNeeds)
    {
        var other = old.Label == row.Label ? null : was.FirstOrDefault(given => given.Name != row.Name && given.Label == row.Label);
        if (other is not null)
            Refused(
                key,
                "meaning_exchanged",
                $"would make the row '{row.Name}' mean what '{other.Name}' meant.",
                "Ratings so far would change their meaning. Move the rows instead of their words."
            );
        else if ((Reworded(old.Label, row.Label) ?? Reworded(old.Hint, row.Hint)) is { } words)
            Split(key, "row_reworded", $"has a row '{row.Name}' that {words.Does("says")}", Wording.OneColumn);
        else if (old.Label != row.Label || old.Hint != row.Hint)
            Safe(key, "words", $"spells its row '{row.Name}' differently.", "The columns stay.");
        if (nameNeeds && (old.Need ?? old.Name) != (row.Need ?? row.Name))
            NeedMoved(key, old.Need ?? old.Name, row.Need ?? row.Name);
        if (old.Anchor != row.Anchor)
            Anchored(key, row.Name, row.Anchor);
    }

    private void Anchored(string key, string code, bool now) =>
        Safe(key, "order", $"lets '{code}' {(now ? "stay at its place" : "move with the others")} in random order.", OrderMatters);

    /// <summary>Rows are asked in another order, or in the order that each person draws.</summary>
    internal void RowOrder(Question was, Question now)
    {
        if (was.RowsInRandomOrder != now.RowsInRandomOrder)
            Safe(
                "randomize",
                "order",
                now.RowsInRandomOrder ? "asks its rows in random order." : "asks its rows in the order of their list.",
                OrderMatters
            );
    }

    /// <summary>"Other" came or went.</summary>
    internal void Other(bool was, bool now)
    {
        if (was == now)
            return;
        if (now)
            Safe(
                "other",
                "other_added",
                "offers 'other' now.",
                $"The column {name}.other is added; responses so far have NA (not asked) in it."
            );
        else
            Split(
                "other",
                "other_removed",
                "no longer offers 'other'.",
                $"The column {name}.other stays; new responses have NA (not asked) in it."
            );
    }

    /// <summary>It tells about another need.</summary>
    internal void NeedMoved(string key, string? was, string? now) =>
        Split(
            key,
            "need",
            $"counts for {(now is null ? "no need" : $"the need '{now}'")} instead of {(was is null ? "none" : $"'{was}'")}.",
            "The columns stay; rankings count each response by the version it answered."
        );
}
