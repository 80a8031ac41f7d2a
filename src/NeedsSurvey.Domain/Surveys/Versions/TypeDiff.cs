namespace NeedsSurvey.Domain.Surveys;

/// <summary>Changes of what a question of one type offers: choices, rows, scales, limits.</summary>
internal static class TypeDiff
{
    internal static void Compare(
        Question was, Question now, string path, SurveyDefinition before, SurveyDefinition after, List<VersionChange> changes)
    {
        var report = new Report(now.Name, path, changes);
        switch (was, now)
        {
            case (TextQuestion q, TextQuestion r):
                if (q.MaxLength != r.MaxLength) report.Safe("max_length", "limit",
                    "takes texts of another length.", "Answers so far stay whole.");
                if (q.Story != r.Story) report.Safe("story", "story",
                    r.Story ? "is now read and coded to needs." : "is no longer coded to needs.", "Codings made so far stay.");
                break;
            case (RangeQuestion q, RangeQuestion r):
                if ((q.Start, q.End, q.Step) != (r.Start, r.End, r.Step))
                    report.Split("end", "scale",
                        "has another scale.", "The column stays, but numbers before and after do not mean the same; compare them by version.");
                if (q.LowLabel != r.LowLabel || q.HighLabel != r.HighLabel) report.Safe("low_label", "words",
                    "has other words at the ends of its scale.", "The column stays.");
                if (q.Need != r.Need) NeedMoved(report, "need", q.Need, r.Need);
                break;
            case (NeedGridQuestion q, NeedGridQuestion r):
                Rows(q.Rows, r.Rows, report, grid: true);
                Scale(q.Importance, r.Importance, "importance", report);
                Scale(q.Satisfaction, r.Satisfaction, "satisfaction", report);
                break;
            case (ChoiceQuestion q, ChoiceQuestion r):
                Choices(q.Choices.In(before), r.Choices.In(after), report, r, after);
                if (q.ChoiceFilter != r.ChoiceFilter) report.Safe("choice_filter", "choice_filter",
                    "offers its choices under another condition.", "The columns stay.");
                CompareChoiceType(q, r, report);
                break;
            default: break;
        }
    }

    private static void CompareChoiceType(ChoiceQuestion was, ChoiceQuestion now, Report report)
    {
        switch (was, now)
        {
            case (SelectOneQuestion q, SelectOneQuestion r): Other(q.Other, r.Other, report); break;
            case (SelectMultipleQuestion q, SelectMultipleQuestion r):
                Other(q.Other, r.Other, report);
                if ((q.Min, q.Max) != (r.Min, r.Max))
                    report.Split("max", "counts",
                        "takes another number of choices.", "The columns stay, but shares before and after are not comparable.");
                break;
            case (RankQuestion q, RankQuestion r) when q.Top != r.Top:
                report.Split("top", "places",
                    "ranks another number of places.", "Columns for new places are added; places no longer asked have NA.");
                break;
            case (MatrixQuestion q, MatrixQuestion r): Rows(q.Rows, r.Rows, report, grid: false); break;
            case (BestWorstQuestion q, BestWorstQuestion r) when !q.Sets.Select(set => string.Join(' ', set)).SequenceEqual(r.Sets.Select(set => string.Join(' ', set))):
                report.Split("sets", "sets",
                    "compares other sets.", "Columns are numbered by set, and the codebook says what was in each set in each version.");
                break;
            default: break;
        }
    }

    private static void Choices(IReadOnlyList<Choice> was, IReadOnlyList<Choice> now, Report report, ChoiceQuestion question, SurveyDefinition after)
    {
        var first = after.FirstLanguage;
        foreach (var choice in now)
        {
            var key = $"choices[{choice.Name}]";
            var old = was.FirstOrDefault(given => given.Name == choice.Name);
            if (old is null)
            {
                report.Safe(key, "choice_added", $"offers a new choice '{choice.Name}'.", question is SelectMultipleQuestion
                    ? $"The column {question.Name}.{choice.Name} is added; responses so far have NA (not asked) in it."
                    : "The column stays; responses so far could not choose it.");
                continue;
            }
            if (old.Label != choice.Label)
            {
                var words = ItemDiff.Plain(choice.Label, first);
                var other = was.FirstOrDefault(given => given.Name != choice.Name && ItemDiff.Plain(given.Label, first) == words && ItemDiff.Plain(old.Label, first) != words);
                if (other is not null)
                    report.Refused(key, "meaning_exchanged", $"would make the code '{choice.Name}' mean what '{other.Name}' meant.",
                        "Answers so far would change their meaning. Move the choices instead of their words.");
                else report.Safe(key, "words",
                    $"words its choice '{choice.Name}' differently.", "Codes and columns stay. If it now means something else, add a new choice instead.");
            }
            if (old.Need != choice.Need) NeedMoved(report, key, old.Need, choice.Need);
            if (old.Exclusive != choice.Exclusive) report.Safe(key, "exclusive",
                $"lets '{choice.Name}' {(choice.Exclusive ? "stand only alone" : "stand beside others")}.", "The columns stay.");
        }
        foreach (var gone in was.Where(old => now.All(choice => choice.Name != old.Name)))
            report.Split($"choices[{gone.Name}]", "choice_removed", $"no longer offers '{gone.Name}'.",
                question is SelectMultipleQuestion ? "Its column stays; new responses have NA (not asked) in it." : "Answers so far keep the code, and the codebook keeps its label.");
        if (was.Select(choice => choice.Name).Where(name => now.Any(choice => choice.Name == name))
            .SequenceEqual(now.Select(choice => choice.Name).Where(name => was.Any(choice => choice.Name == name)))) return;
        report.Safe("choices", "order", "offers its choices in another order.", "The columns stay; order can influence answers a little.");
    }

    private static void Rows(IReadOnlyList<GridRow> was, IReadOnlyList<GridRow> now, Report report, bool grid)
    {
        foreach (var row in now)
        {
            var (key, old) = ($"rows[{row.Name}]", was.FirstOrDefault(given => given.Name == row.Name));
            if (old is null) report.Safe(key, "row_added",
                $"has a new row '{row.Name}'.", "Its columns are added; responses so far have NA (not asked) in them.");
            else
            {
                var other = old.Label == row.Label ? null : was.FirstOrDefault(given => given.Name != row.Name && given.Label == row.Label);
                if (other is not null)
                    report.Refused(key, "meaning_exchanged",
                        $"would make the row '{row.Name}' mean what '{other.Name}' meant.", "Ratings so far would change their meaning. Move the rows instead of their words.");
                else if (old.Label != row.Label || old.Hint != row.Hint) report.Safe(key, "words",
                    $"words its row '{row.Name}' differently.", "The columns stay.");
                if (grid && (old.Need ?? old.Name) != (row.Need ?? row.Name)) NeedMoved(report, key, old.Need ?? old.Name, row.Need ?? row.Name);
            }
        }
        foreach (var gone in was.Where(old => now.All(row => row.Name != old.Name)))
            report.Split($"rows[{gone.Name}]", "row_removed",
                $"no longer asks about '{gone.Name}'.", "Its columns stay; new responses have NA (not asked) in them.");
    }

    private static void Scale(GridAspect was, GridAspect now, string key, Report report)
    {
        if (!was.Scale.Select(point => point.Value).SequenceEqual(now.Scale.Select(point => point.Value)))
            report.Split($"{key}.scale", "scale",
                $"has another scale of {key}.", "The columns stay, but ratings before and after do not mean the same; compare them by version.");
        else if (was.Label != now.Label || !was.Scale.SequenceEqual(now.Scale))
            report.Safe(key, "words", $"words its {key} differently.", "The columns stay.");
    }

    private static void Other(bool was, bool now, Report report)
    {
        if (was == now) return;
        if (now) report.Safe("other", "other_added",
            "offers 'other' now.", $"The column {report.Name}.other is added; responses so far have NA (not asked) in it.");
        else report.Split("other", "other_removed",
            "no longer offers 'other'.", $"The column {report.Name}.other stays; new responses have NA (not asked) in it.");
    }

    private static void NeedMoved(Report report, string key, string? was, string? now) => report.Split(key, "need",
        $"counts for {(now is null ? "no need" : $"the need '{now}'")} instead of {(was is null ? "none" : $"'{was}'")}.",
        "The columns stay; rankings count each response by the version it answered.");

    /// <summary>Adds changes that concern one question, whose name begins each sentence.</summary>
    private sealed record Report(string Name, string Path, List<VersionChange> Changes)
    {
        internal void Safe(string key, string code, string does, string export) => Add(key, code, ChangeEffect.Safe, does, export);
        internal void Split(string key, string code, string does, string export) => Add(key, code, ChangeEffect.SplitsData, does, export);
        internal void Refused(string key, string code, string does, string instead) => Add(key, code, ChangeEffect.Refused, does, instead);
        private void Add(string key, string code, ChangeEffect effect, string does, string export) =>
            Changes.Add(new($"{Path}.{key}", Name, code, effect, $"'{Name}' {does}", export));
    }
}
