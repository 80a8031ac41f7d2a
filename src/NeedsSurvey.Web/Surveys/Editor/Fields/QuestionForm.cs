using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A question as the fields of its edit page. <see cref="QuestionReader"/> is the way back.</summary>
internal static class QuestionForm
{
    public static PostedForm Of(SurveyItem item, SurveyDefinition survey)
    {
        var form = new FormWriter(survey.Languages).Text("name", item.Name).Words("label", item.Label).Words("hint", item.Hint);
        Condition(form, item.Relevant);
        if (item is Question question)
        {
            form.Tick("required", question.Required).Tick("may_decline", question.MayDecline).Text("group_role", question.GroupRole)
                .Words("constraint_message", question.ConstraintMessage);
            var bounds = question is IntegerQuestion or DecimalQuestion ? NumberBounds.Of(question.Constraint) : null;
            form.Text("constraint", bounds is null ? question.Constraint : null).Number("least", bounds?.Least).Number("most", bounds?.Most);
        }
        if (item is ChoiceQuestion { Choices: ChoiceSource.Inline own }) Choices(form, own.List);
        if (item is ChoiceQuestion choice) form.Text("choice_filter", choice.ChoiceFilter);
        switch (item)
        {
            case TextQuestion text: form.Tick("story", text.Story).Tick("long", text.Appearance == "multiline").Number("max_length", text.MaxLength); break;
            case SelectOneQuestion one: form.Tick("other", one.Other); break;
            case SelectMultipleQuestion several: form.Tick("other", several.Other).Number("min", several.Min).Number("max", several.Max); break;
            case RankQuestion rank: form.Number("top", rank.Top); break;
            case RangeQuestion range:
                form.Number("start", range.Start).Number("end", range.End).Number("step", range.Step).Words("low_label", range.LowLabel).Words("high_label", range.HighLabel)
                    .Text("need", range.Need).Tick("stars", range.Appearance == "rating");
                break;
            case NeedGridQuestion grid: GridRows(form, grid.Rows); Aspect(form, "importance", grid.Importance); Aspect(form, "satisfaction", grid.Satisfaction); break;
            case MatrixQuestion matrix: GridRows(form, matrix.Rows); break;
            case Calculate calculate: form.Text("calculation", calculate.Calculation); break;
            case Group group: form.Tick("one_page", group.Appearance == "field-list").Words("warning", group.Warning); break;
            case Repeat repeat: form.Text("repeat_count", repeat.RepeatCount); break;
        }
        return form.Form;
    }

    /// <summary>The rows of a choice list, also of a shared one.</summary>
    public static FormWriter Choices(FormWriter form, IReadOnlyList<Choice> choices) => form.Rows("choice", choices, (row, choice) =>
        form.Text(row + ".name", choice.Name).Text(row + ".was", choice.Name).Words(row + ".label", choice.Label).Text(row + ".need", choice.Need).Tick(row + ".exclusive", choice.Exclusive));

    private static void Condition(FormWriter form, string? relevant)
    {
        var guided = GuidedCondition.Of(relevant);
        form.Text("when", relevant is null ? "always" : guided is null ? "expression" : "guided").Text("when.expression", guided is null ? relevant : null)
            .Text("when.question", guided?.Question).Text("when.is", guided?.Comparison.ToString()).Text("when.value", guided?.Value);
    }

    private static void GridRows(FormWriter form, IReadOnlyList<GridRow> rows) => form.Rows("row", rows, (at, row) =>
        form.Text(at + ".name", row.Name).Text(at + ".was", row.Name).Words(at + ".label", row.Label).Words(at + ".hint", row.Hint).Text(at + ".need", row.Need));

    private static void Aspect(FormWriter form, string prefix, GridAspect aspect) => form.Words(prefix + "_label", aspect.Label).Rows(prefix, aspect.Scale, (at, point) =>
        form.Number(at + ".value", point.Value).Words(at + ".label", point.Label));
}
