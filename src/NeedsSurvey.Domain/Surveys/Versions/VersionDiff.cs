namespace NeedsSurvey.Domain.Surveys;

/// <summary>What a change to a published survey does to the data.</summary>
public enum ChangeEffect
{
    /// <summary>Answers before and after belong together.</summary>
    Safe,

    /// <summary>Answers before and after are kept, but must be told apart.</summary>
    SplitsData,

    /// <summary>Answers would come to mean something that nobody said; it cannot be published.</summary>
    Refused,
}

/// <summary>One change between a published version and a draft.</summary>
/// <param name="Path">Where: in the draft, or in the published version for what was removed. Choices and rows are given by name:
/// <c>questions[2].choices[rent]</c>.</param>
/// <param name="Name">The question, group or list it concerns; empty for the survey as a whole.</param>
/// <param name="Code">Stable snake_case code for programs.</param>
/// <param name="Effect">What it does to the data.</param>
/// <param name="Message">The change, in a plain sentence.</param>
/// <param name="Export">What it does to the export, or (refused) what to do instead, in a plain sentence.</param>
public sealed record VersionChange(string Path, string Name, string Code, ChangeEffect Effect, string Message, string Export);

// A survey that people are answering may be mended, but answers already given keep their meaning. Every difference is named and judged by
// what it does to the export (survey-format.md, "Changes after publishing"): labels never make columns, a new type does and the old column
// stays, removed questions are retired, and a name never comes to mean something else. It compares definitions only; whether there are
// answers yet is the caller's to know.

/// <summary>Compares a draft with what was published.</summary>
public static class VersionDiff
{
    /// <summary>Every change, in the draft's order, then what was removed. No differences give an empty list.</summary>
    /// <param name="published">All published versions, oldest first; the last is the one being answered. None: everything is new and
    /// safe.</param>
    /// <param name="draft">What is about to be published.</param>
    public static IReadOnlyList<VersionChange> Between(IReadOnlyList<SurveyDefinition> published, SurveyDefinition draft)
    {
        if (published.Count == 0)
            return [];
        var changes = new List<VersionChange>();
        var (before, after) = (new VersionIndex(published[^1]), new VersionIndex(draft));
        VersionIndex[] earlier = [.. published.Take(published.Count - 1).Reverse().Select(survey => new VersionIndex(survey))];
        SurveyDiff.Compare(published[^1], draft, changes);
        foreach (var now in after.Entries)
        {
            if (before.Find(now.Item.Name) is { } was)
                ItemDiff.Compare(was, now, before, after, earlier, changes);
            else
                Added(now, earlier, after, changes);
        }
        foreach (var was in before.Entries)
            if (after.Find(was.Item.Name) is null)
                Removed(was, changes);
        CheckOrder(before, after, changes);
        return changes;
    }

    /// <summary>As <see cref="Between(IReadOnlyList{SurveyDefinition}, SurveyDefinition)"/>, with one published version.</summary>
    public static IReadOnlyList<VersionChange> Between(SurveyDefinition published, SurveyDefinition draft) => Between([published], draft);

    private static void Added(VersionEntry now, VersionIndex[] earlier, VersionIndex after, List<VersionChange> changes)
    {
        var name = now.Item.Name;
        for (var version = 0; version < earlier.Length; version++)
        {
            if (earlier[version].Find(name) is not { } retired)
                continue;
            if (!VersionIndex.HasData(retired.Item) && !VersionIndex.IsOther(retired.Item, now.Item))
                break;
            if (VersionIndex.SameData(retired.Item, now.Item))
            {
                changes.Add(
                    new(
                        now.Path,
                        name,
                        "asked_again",
                        ChangeEffect.SplitsData,
                        $"'{name}' was retired and is asked again.",
                        "Its column goes on; responses in between have NA (not asked)."
                    )
                );
                ItemDiff.Compare(retired, now, earlier[version], after, earlier[(version + 1)..], changes);
            }
            else
                changes.Add(
                    new(
                        now.Path,
                        name,
                        "name_reused",
                        ChangeEffect.Refused,
                        $"'{name}' was the name of {(retired.Item is Repeat ? "a repeat" : "another question")} in an earlier version.",
                        "A name never comes to mean something else. Choose a new one."
                    )
                );
            return;
        }
        var what = VersionIndex.Words(now.Item);
        changes.Add(
            new(
                now.Path,
                name,
                "added",
                ChangeEffect.Safe,
                $"{what} '{name}' is new.",
                VersionIndex.HasData(now.Item)
                    ? "It gets columns of its own; responses so far have NA (not asked) in them."
                    : "The export does not change."
            )
        );
    }

    private static void Removed(VersionEntry was, List<VersionChange> changes)
    {
        var (name, what) = (was.Item.Name, VersionIndex.Words(was.Item));
        changes.Add(
            VersionIndex.HasData(was.Item)
                ? new(
                    was.Path,
                    name,
                    "retired",
                    ChangeEffect.SplitsData,
                    $"{what} '{name}' is no longer asked.",
                    "It is retired: its columns stay, after those of the other questions, and new responses have NA (not asked) in them."
                )
                : new(was.Path, name, "removed", ChangeEffect.Safe, $"{what} '{name}' is removed.", "The export does not change.")
        );
    }

    private static void CheckOrder(VersionIndex before, VersionIndex after, List<VersionChange> changes)
    {
        var common = after.Entries.Select(entry => entry.Item.Name).Where(name => before.Find(name) is not null).ToList();
        var earlier = before.Entries.Select(entry => entry.Item.Name).Where(name => after.Find(name) is not null);
        if (!common.SequenceEqual(earlier))
            changes.Add(
                new(
                    "questions",
                    "",
                    "order",
                    ChangeEffect.Safe,
                    "The questions stand in another order.",
                    "Columns follow the newest order; their names and contents stay."
                )
            );
    }
}
