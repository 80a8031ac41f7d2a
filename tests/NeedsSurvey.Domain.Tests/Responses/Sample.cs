using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Short ways to a survey and a verdict.</summary>
internal static class Sample
{
    internal static readonly ResponseContext Context = In("en");

    internal static ResponseContext In(string language) =>
        new()
        {
            Language = language,
            Now = new DateTimeOffset(2026, 3, 27, 10, 0, 0, TimeSpan.Zero),
            Random = new Random(1),
        };

    /// <summary>A survey of these questions, which must be free of errors.</summary>
    internal static CompiledSurvey Survey(string questions, string more = "")
    {
        var reading = SurveyJson.Read($$"""{"title":"Riverside",{{more}}"questions":[{{questions}}]}""");
        Assert.Empty(reading.Faults);
        Assert.DoesNotContain(DefinitionCheck.Check(reading.Definition!), fault => fault.IsError);
        return CompiledSurvey.Compile(reading.Definition!);
    }

    internal static CheckedAnswers Check(this CompiledSurvey survey, string answers) => AnswerCheck.Check(survey, answers, Context);

    /// <summary>The canonical answers, after checking that nothing was wrong.</summary>
    internal static string Accept(this CompiledSurvey survey, string answers)
    {
        var verdict = survey.Check(answers);
        Assert.Empty(verdict.Faults);
        return verdict.Json;
    }

    /// <summary>The code and path of the only fault.</summary>
    internal static (string Code, string Path) Refuse(this CompiledSurvey survey, string answers)
    {
        var fault = Assert.Single(survey.Check(answers).Faults);
        Assert.DoesNotContain("{0}", fault.Message, StringComparison.Ordinal);
        return (fault.Code, fault.Path);
    }

    internal static JsonElement Json(string json) => JsonElement.Parse(json);
}
