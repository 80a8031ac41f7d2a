using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.Domain.Tests.Initiatives;

/// <summary>What a closed gate says is true of the initiative that it is closed for.</summary>
public sealed class EvidenceGateTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, "Nobody has been asked yet: there is no survey.", "Start a survey")]
    [InlineData(0, 1, 0, 0, "Nobody has been asked yet: the survey is not published.", "Publish the survey")]
    [InlineData(0, 2, 0, 0, "Nobody has been asked yet: no survey is published.", "Publish a survey")]
    [InlineData(0, 1, 1, 0, "0 of at least 1,000 people have answered, and the survey is still open.", "Wait for answers")]
    [InlineData(
        2,
        1,
        1,
        0,
        "2 of at least 1,000 people have answered, and the survey is still open.",
        "Wait for more answers, close the survey"
    )]
    [InlineData(
        2,
        3,
        2,
        1,
        "2 of at least 1,000 people have answered, and a survey is still open.",
        "Wait for more answers, close the surveys"
    )]
    [InlineData(0, 1, 0, 1, "The survey was closed, and nobody has answered.", "Open the survey again")]
    [InlineData(0, 3, 0, 2, "The surveys were closed, and nobody has answered.", "Open a survey again")]
    public void A_closed_gate_says_why_and_what_opens_it(long responses, int surveys, int open, int closed, string why, string opens)
    {
        var gate = new EvidenceGate(responses, 1000, surveys, open, closed);
        Assert.Equal((false, why, opens), (gate.IsOpen, gate.Why(), gate.WhatOpensIt()));
    }
}
