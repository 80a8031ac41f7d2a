using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Initiatives;

/// <summary>
/// The gate before goals (methods.md 5): a goal is adopted only when there is evidence of needs: the survey reached its stated minimum of
/// responses, or was closed with at least one.
/// </summary>
/// <param name="Responses">Counted responses to all surveys of the initiative.</param>
/// <param name="MinimumResponses">What the organisation set itself before asking.</param>
/// <param name="Surveys">All surveys of the initiative, those that were never published too.</param>
public sealed record EvidenceGate(long Responses, int MinimumResponses, int Surveys, int OpenSurveys, int ClosedSurveys)
{
    public bool IsOpen => Responses >= MinimumResponses || (Responses > 0 && ClosedSurveys > 0 && OpenSurveys == 0);

    /// <summary>Why the gate is closed, in a sentence that is true of this initiative. For a gate that is closed.</summary>
    public string Why() =>
        this switch
        {
            { Surveys: 0 } => "Nobody has been asked yet: there is no survey.",
            { Surveys: 1, OpenSurveys: 0, ClosedSurveys: 0 } => "Nobody has been asked yet: the survey is not published.",
            { OpenSurveys: 0, ClosedSurveys: 0 } => "Nobody has been asked yet: no survey is published.",
            { OpenSurveys: 0 } => $"The {(ClosedSurveys == 1 ? "survey was" : "surveys were")} closed, and nobody has answered.",
            _ => $"{Figure(Responses)} of at least {Figure(MinimumResponses)} people have answered, and "
                + $"{(Surveys == 1 ? "the" : "a")} survey is still open.",
        };

    /// <summary>What opens a closed gate, as the beginning of a sentence: "Wait for more answers, close the survey".</summary>
    public string WhatOpensIt() =>
        this switch
        {
            { Surveys: 0 } => "Start a survey",
            { OpenSurveys: 0, ClosedSurveys: 0 } => $"Publish {(Surveys == 1 ? "the" : "a")} survey",
            { OpenSurveys: 0 } => $"Open {(ClosedSurveys == 1 ? "the" : "a")} survey again",
            { Responses: 0 } => "Wait for answers",
            { OpenSurveys: 1 } => "Wait for more answers, close the survey",
            _ => "Wait for more answers, close the surveys",
        };

    private static string Figure(long n) => ReaderCulture.Count(n, "en");
}
