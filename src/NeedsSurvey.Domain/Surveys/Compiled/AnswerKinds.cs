using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Tells the Logic room what answers of each item look like to an expression.</summary>
internal static class AnswerKinds
{
    internal static NameInfo Of(CompiledItem item) =>
        item.Item switch
        {
            Question question => question.Kind(item),
            Calculate => new(AnswerKind.Any),
            Repeat => new(AnswerKind.Repeat),
            Group or Note => new(AnswerKind.NoAnswer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
