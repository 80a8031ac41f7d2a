using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>A survey of a given size with typical conditions.</summary>
internal static class BigSurvey
{
    internal static SurveyDefinition Of(int questions, int conditions) =>
        new()
        {
            Title = "Large",
            Questions = [.. Enumerable.Range(0, questions).Select(number => Question(number, number > 0 && number <= conditions))],
        };

    private static Question Question(int number, bool conditional)
    {
        var relevant = !conditional
            ? null
            : (number % 3) switch
            {
                0 => $"${{q{number - 1}}} > 17 and ${{q{number - 1}}} < 66",
                1 => $"${{q{number - 1}}} = 'yes' or ${{q0}} = 'no'",
                _ => $"selected(${{q{number - 1}}}, 'food')",
            };
        return (number % 3) switch
        {
            0 => new SelectOneQuestion
            {
                Name = $"q{number}",
                Label = $"Question {number}",
                Relevant = relevant,
                Choices = List("yes", "no"),
            },
            1 => new SelectMultipleQuestion
            {
                Name = $"q{number}",
                Label = $"Question {number}",
                Relevant = relevant,
                Choices = List("food", "rent", "care"),
            },
            _ => new IntegerQuestion
            {
                Name = $"q{number}",
                Label = $"Question {number}",
                Relevant = relevant,
                Constraint = ". >= 0 and . < 120",
            },
        };
    }

    private static ChoiceSource.Inline List(params string[] names) =>
        new([.. names.Select(name => new Choice { Name = name, Label = name })]);
}
