using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// A question from the fields of its edit page. What the page has no field for stays as it was, so that a question written in JSON loses
/// nothing when somebody corrects its label here.
/// </summary>
internal static class QuestionReader
{
    /// <summary>The question, or what is wrong with the fields.</summary>
    /// <param name="was">The question before, or a blank one of its kind.</param>
    /// <param name="needs">Needs to name rows by that say only which need they are about.</param>
    public static Result<SurveyItem> Read(PostedForm form, SurveyItem was, SurveyDefinition survey, IReadOnlyList<NeedName> needs)
    {
        var reader = new FormReader(form, survey.Languages) { Needs = needs, Lists = survey.Choices };
        var label = reader.Words("label", was.Label);
        var common = was with
        {
            Name = reader.Text("name") ?? NameFor(label, was, survey),
            Label = label,
            Hint = reader.Words("hint", was.Hint),
            Relevant = Condition(form, reader),
        };
        if (common is Question question)
            common = Answering(question, form, reader);
        var item = QuestionTypes.Of(common).Read(reader, common);
        return reader.Faults.Count > 0 ? new Problem.Invalid(reader.Faults) : item;
    }

    /// <summary>The choices of a list from its rows, or what is wrong with them.</summary>
    public static Result<IReadOnlyList<Choice>> Choices(
        PostedForm form,
        SurveyDefinition survey,
        IReadOnlyList<Choice> was,
        IReadOnlyList<NeedName> needs
    )
    {
        var reader = new FormReader(form, survey.Languages) { Needs = needs };
        var choices = ChoiceRows.Read(reader, was);
        return reader.Faults.Count > 0 ? new Problem.Invalid(reader.Faults) : Result.Of<IReadOnlyList<Choice>>(choices);
    }

    // The form asks for the group only where a type can tell it; elsewhere it stays as it was.
    private static Question Answering(Question question, PostedForm form, FormReader reader) =>
        question with
        {
            Required = reader.Tick("required"),
            MayDecline = reader.Tick("may_decline"),
            MayNotKnow = reader.Tick("may_not_know"),
            GroupRole = form.Has("group_role") ? reader.Text("group_role") : question.GroupRole,
            ComparedWith =
                !form.Has("group_role") ? question.ComparedWith
                : reader.Tick("only_reading") ? GroupComparison.Reading
                : GroupComparison.Census,
            Constraint = reader.Text("constraint"),
            ConstraintMessage = reader.Words("constraint_message", question.ConstraintMessage),
        };

    private static string? Condition(PostedForm form, FormReader reader)
    {
        if (form["when"] == "expression")
            return reader.Text("when.expression");
        if (form["when"] != "guided")
            return null;
        if (reader.Text("when.question") is not { } question)
        {
            reader.Faults.Add(new("when.question", "required", "Choose the question that decides, or choose “Always”."));
            return null;
        }
        var comparison = form.Choice("when.is", GuidedComparison.IsAnswered);
        var condition = new GuidedCondition(question, comparison, reader.Text("when.value") ?? "");
        if (condition.ToExpression() is { } expression)
            return expression;
        var isBound = comparison is GuidedComparison.AtLeast or GuidedComparison.AtMost;
        reader.Faults.Add(new("when.value", "required", isBound ? "Enter a number." : "Choose or enter the answer that decides."));
        return null;
    }

    private static string NameFor(LocalText? label, SurveyItem was, SurveyDefinition survey) =>
        was.Name.Length > 0 ? was.Name : Draft.FreshName(survey, FormReader.Code([], "question", label?.In("en", survey.Languages[0])));
}
