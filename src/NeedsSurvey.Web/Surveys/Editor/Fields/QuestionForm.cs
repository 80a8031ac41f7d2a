using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// A question as the fields of its edit page: those that all have, and its type's own. <see cref="QuestionReader"/> is the way back.
/// </summary>
internal static class QuestionForm
{
    public static PostedForm Of(SurveyItem item, SurveyDefinition survey)
    {
        var form = new FormWriter(survey.Languages) { Lists = survey.Choices }
            .Text("name", item.Name)
            .Words("label", item.Label)
            .Words("hint", item.Hint);
        Condition(form, item.Relevant);
        if (item is Question question)
        {
            form.Tick("required", question.Required)
                .Tick("may_decline", question.MayDecline)
                .Tick("may_not_know", question.MayNotKnow)
                .Text("group_role", question.GroupRole)
                .Tick("only_reading", question.ComparedWith == GroupComparison.Reading)
                .Text("constraint", question.Constraint)
                .Words("constraint_message", question.ConstraintMessage);
        }
        QuestionTypes.Of(item).Write(form, item);
        return form.Form;
    }

    /// <summary>The rows of a choice list, also of a shared one.</summary>
    public static FormWriter Choices(FormWriter form, IReadOnlyList<Choice> choices) => ChoiceRows.Write(form, choices);

    private static void Condition(FormWriter form, string? relevant)
    {
        var guided = GuidedCondition.Of(relevant);
        form.Text(
                "when",
                relevant is null ? "always"
                    : guided is null ? "expression"
                    : "guided"
            )
            .Text("when.expression", guided is null ? relevant : null)
            .Text("when.question", guided?.Question)
            .Text("when.is", guided?.Comparison.ToString())
            .Text("when.value", guided?.Value);
    }
}
