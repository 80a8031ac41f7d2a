namespace NeedsSurvey.Domain.Initiatives;

/// <summary>
/// The gate before goals (methods.md 5): a goal is adopted only when there is evidence of needs: the survey reached its stated minimum of
/// responses, or was closed with at least one.
/// </summary>
/// <param name="Responses">Counted responses to all surveys of the initiative.</param>
/// <param name="MinimumResponses">What the organisation set itself before asking.</param>
public sealed record EvidenceGate(long Responses, int MinimumResponses, int OpenSurveys, int ClosedSurveys)
{
    public bool IsOpen => Responses >= MinimumResponses || (Responses > 0 && ClosedSurveys > 0 && OpenSurveys == 0);
}
