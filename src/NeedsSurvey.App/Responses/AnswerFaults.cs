using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Responses;

/// <summary>What needs attention in answers, as operations tell it.</summary>
public static class AnswerFaults
{
    /// <param name="fault">Found in an answer.</param>
    /// <param name="path">Where the reader meets it: a form field's name or a JSON path.</param>
    public static Fault At(this AnswerFault fault, string path) =>
        new(path, fault.Code, fault.Message) { InSurveysWords = fault.InSurveysWords };
}
