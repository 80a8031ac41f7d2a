using NeedsSurvey.App;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// A question from the fields of its edit page. What the page has no field for stays as it was, so that a question written in JSON loses nothing
/// when somebody corrects its label here.
/// </summary>
internal static class QuestionReader
{
    /// <summary>The question, or what is wrong with the fields.</summary>
    /// <param name="was">The question before, or a blank one of its kind.</param>
    /// <param name="needs">Needs to name rows by that say only which need they are about.</param>
    public static Result<SurveyItem> Read(PostedForm form, SurveyItem was, SurveyDefinition survey, IReadOnlyList<App.Surveys.NeedName> needs)
    {
        var reader = new FormReader(form, survey.Languages);
        var label = reader.Words("label", was.Label);
        var common = was with
        {
            Name = reader.Text("name") ?? NameFor(label, was, survey),
            Label = label,
            Hint = reader.Words("hint", was.Hint),
            Relevant = Condition(form, reader),
        };
        var item = OfType(common is Question question ? Answering(question, reader) : common, reader, needs);
        return reader.Faults.Count > 0 ? new Problem.Invalid(reader.Faults) : item;
    }

    /// <summary>The choices of a list from its rows.</summary>
    public static List<Choice> Choices(FormReader reader, IReadOnlyList<Choice> was, IReadOnlyList<App.Surveys.NeedName> needs)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return reader.Rows<Choice>("choice", row =>
        {
            var before = was.FirstOrDefault(choice => choice.Name == reader.Text(row + ".was"));
            var need = reader.Text(row + ".need");
            var label = reader.Words(row + ".label", before?.Label) ?? LabelOf(need, needs);
            if (label is null && reader.Text(row + ".name") is null) return null;
            return new Choice
            {
                Name = CodeOf(reader, row, taken, "choice", label, need), Label = label ?? new LocalText(""), Need = need,
                Exclusive = reader.Tick(row + ".exclusive"), Filter = before?.Filter,
            };
        });
    }

    private static Question Answering(Question question, FormReader reader)
    {
        var constraint = reader.Text("constraint");
        if (constraint is null && question is IntegerQuestion or DecimalQuestion) constraint = new NumberBounds(reader.Number("least"), reader.Number("most")).ToConstraint();
        return question with
        {
            Required = reader.Tick("required"), MayDecline = reader.Tick("may_decline"), GroupRole = reader.Text("group_role"),
            Constraint = constraint, ConstraintMessage = reader.Words("constraint_message", question.ConstraintMessage),
        };
    }

    private static SurveyItem OfType(SurveyItem item, FormReader reader, IReadOnlyList<App.Surveys.NeedName> needs)
    {
        if (item is ChoiceQuestion { Choices: ChoiceSource.Inline own } choice)
            item = choice with { Choices = new ChoiceSource.Inline(Choices(reader, own.List, needs)), ChoiceFilter = reader.Text("choice_filter") };
        return item switch
        {
            TextQuestion text => text with { Story = reader.Tick("story"), Appearance = Appearance(text, "multiline", reader.Tick("long")), MaxLength = reader.Whole("max_length") },
            SelectOneQuestion one => one with { Other = reader.Tick("other") },
            SelectMultipleQuestion several => several with { Other = reader.Tick("other"), Min = reader.Whole("min"), Max = reader.Whole("max") },
            RankQuestion rank => rank with { Top = reader.Whole("top") },
            RangeQuestion range => range with
            {
                Start = reader.Number("start") ?? 0, End = reader.Number("end") ?? 10, Step = reader.Number("step") ?? 1, Need = reader.Text("need"),
                LowLabel = reader.Words("low_label", range.LowLabel), HighLabel = reader.Words("high_label", range.HighLabel),
                Appearance = Appearance(range, "rating", reader.Tick("stars")),
            },
            NeedGridQuestion grid => grid with
            {
                Rows = GridRows(reader, grid.Rows, needs), Importance = Aspect(reader, "importance", grid.Importance), Satisfaction = Aspect(reader, "satisfaction", grid.Satisfaction),
            },
            MatrixQuestion matrix => matrix with { Rows = GridRows(reader, matrix.Rows, needs) },
            Calculate calculate => calculate with { Calculation = reader.Text("calculation") ?? "" },
            Group group => group with { Appearance = Appearance(group, "field-list", reader.Tick("one_page")), Warning = reader.Words("warning", group.Warning) },
            Repeat repeat => repeat with { RepeatCount = reader.Text("repeat_count") },
            _ => item,
        };
    }

    private static List<GridRow> GridRows(FormReader reader, IReadOnlyList<GridRow> was, IReadOnlyList<App.Surveys.NeedName> needs)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return reader.Rows<GridRow>("row", row =>
        {
            var before = was.FirstOrDefault(one => one.Name == reader.Text(row + ".was"));
            var need = reader.Text(row + ".need");
            var label = reader.Words(row + ".label", before?.Label) ?? LabelOf(need, needs);
            if (label is null && reader.Text(row + ".name") is null) return null;
            return new GridRow { Name = CodeOf(reader, row, taken, "row", label, need), Label = label ?? new LocalText(""), Hint = reader.Words(row + ".hint", before?.Hint), Need = need };
        });
    }

    private static GridAspect Aspect(FormReader reader, string prefix, GridAspect was) => new()
    {
        Label = reader.Words(prefix + "_label", was.Label) ?? new LocalText(""),
        Scale = reader.Rows<ScalePoint>(prefix, row =>
        {
            var (value, label) = (reader.Whole(row + ".value"), reader.Words(row + ".label", was.Scale.FirstOrDefault(point => point.Value == reader.Whole(row + ".value"))?.Label));
            return value is null && label is null ? null : new ScalePoint { Value = value ?? 0, Label = label ?? new LocalText("") };
        }),
    };

    private static string? Condition(PostedForm form, FormReader reader)
    {
        if (form["when"] == "expression") return reader.Text("when.expression");
        if (form["when"] != "guided") return null;
        if (reader.Text("when.question") is not { } question)
        {
            reader.Faults.Add(new("when.question", "required", "Choose the question that decides, or choose “Always”."));
            return null;
        }
        var condition = new GuidedCondition(question, form.Choice("when.is", GuidedComparison.IsAnswered), reader.Text("when.value") ?? "");
        if (condition.ToExpression() is { } expression) return expression;
        reader.Faults.Add(new("when.value", "required", condition.Comparison is GuidedComparison.AtLeast or GuidedComparison.AtMost ? "Enter a number." : "Choose or enter the answer that decides."));
        return null;
    }

    private static string NameFor(LocalText? label, SurveyItem was, SurveyDefinition survey) =>
        was.Name.Length > 0 ? was.Name : Draft.FreshName(survey, FormReader.Code([], "question", label?.In("en", survey.Languages[0])));

    private static string CodeOf(FormReader reader, string row, HashSet<string> taken, string fallback, LocalText? label, string? need)
    {
        if (reader.Text(row + ".name") is { } given)
        {
            taken.Add(given);
            return given;
        }
        return FormReader.Code(taken, fallback, need, label?.In("en"));
    }

    private static LocalText? LabelOf(string? need, IReadOnlyList<App.Surveys.NeedName> needs) => needs.FirstOrDefault(one => one.Name == need) is { } known ? new LocalText(known.Label) : null;

    private static string? Appearance(SurveyItem item, string value, bool on) => on ? value : item.Appearance == value ? null : item.Appearance;
}
