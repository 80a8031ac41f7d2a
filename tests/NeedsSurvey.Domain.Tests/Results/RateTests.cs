using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class RateTests
{
    private static readonly ResponseRates Worked = new(new(I: 200, P: 20, R: 100, NC: 60, O: 5, UH: 100, UO: 15), .6);

    [Fact]
    public void Response_rates_of_the_worked_example()
    {
        Assert.Equal(.400, Worked.RR1!.Value, 3);
        Assert.Equal(.440, Worked.RR2!.Value, 3);
        Assert.Equal(.4405, Worked.RR3!.Value, 4);
        Assert.Equal(.4846, Worked.RR4!.Value, 4);
        Assert.Equal(200.0 / 385, Worked.RR5!.Value, 12);
        Assert.Equal(220.0 / 385, Worked.RR6!.Value, 12);
    }

    [Fact]
    public void Cooperation_refusal_and_contact_rates_follow_the_definitions()
    {
        Assert.Equal<double?>(
            [200.0 / 325, 220.0 / 325, 200.0 / 320, 220.0 / 320],
            [Worked.COOP1, Worked.COOP2, Worked.COOP3, Worked.COOP4]
        );
        Assert.Equal<double?>([100.0 / 500, 100.0 / 454, 100.0 / 385], [Worked.REF1, Worked.REF2, Worked.REF3]);
        Assert.Equal<double?>([325.0 / 500, 325.0 / 454, 325.0 / 385], [Worked.CON1, Worked.CON2, Worked.CON3]);
    }

    [Fact]
    public void The_share_of_unknown_cases_that_are_eligible_is_estimated_from_the_known_ones()
    {
        Assert.Equal(.6, ResponseRates.EligibleShare(60, 40), 12);
        Assert.Equal(1, ResponseRates.EligibleShare(0, 0));
        Assert.Null(new ResponseRates(new(0, 0, 0, 0, 0, 0, 0), 1).RR1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseRates(new(1, 0, 0, 0, 0, 0, 0), 1.2));
    }

    [Fact]
    public void An_open_link_has_no_response_rate() =>
        Assert.StartsWith("No response rate can be calculated", ResponseRates.OpenLinkSentence, StringComparison.Ordinal);

    [Fact]
    public void Kish_of_the_worked_example_is_1_5556()
    {
        var effect = DesignEffect.Of([0, 1, 2, 3]);
        Assert.Equal(1.5556, effect.Deff, 4);
        Assert.Equal(4 / 1.5555555556, effect.EffectiveN, 8);
        Assert.Throws<ArgumentException>(() => DesignEffect.Of([0, 0]));
    }

    [Fact]
    public void Dissimilarity_of_the_worked_example_is_150() =>
        Assert.Equal(.150, Representation.DissimilarityOf([.50, .30, .20], [.35, .33, .32]), 10);

    [Fact]
    public void Participation_ratio_of_the_worked_example_is_75_per_cent() =>
        Assert.Equal(.75, Representation.ParticipationRatioOf([.10, .075, .08]), 10);

    [Fact]
    public void Bounds_for_an_absent_group_of_the_worked_example()
    {
        var bounds = Representation.AbsentGroupBounds(.52, .15);
        Assert.Equal(.442, bounds.Low, 10);
        Assert.Equal(.592, bounds.High, 10);
    }

    [Fact]
    public void One_empty_group_makes_the_participation_ratio_0_and_is_counted_as_absent()
    {
        var heard = Representation.Of([new("18–34", 50, 35), new("35–64", 50, 50), new("65+", 0, 15)]);
        Assert.Equal(0, heard.ParticipationRatio);
        Assert.Equal(.15, heard.AbsentShare, 10);
        Assert.Equal(.15, heard.Dissimilarity, 10);
        Assert.Equal(.5 / .35, heard.Rows[0].Ratio!.Value, 10);
        Assert.Throws<ArgumentException>(() => Representation.Of([new("a", 0, 1)]));
    }

    [Fact]
    public void The_display_rules_apply_in_order()
    {
        Assert.Equal(Reliability.TooFew, DisplayRule.Of(14, 29.9));
        Assert.Equal(Reliability.ShowNarrow, DisplayRule.Of(5, 5000));
        Assert.Equal(Reliability.TooWide, DisplayRule.Of(20, 40));
        Assert.Equal(Reliability.Show, DisplayRule.Of(10, 60));
        Assert.Equal(Reliability.TooWideForItsShare, DisplayRule.Of(5, 60));
        Assert.Equal(.324, ProportionIntervals.ClopperPearson(20, 40).Width, 3);
        Assert.Equal(1.214, ProportionIntervals.ClopperPearson(10, 60).Width / (10.0 / 60), 3);
        Assert.True(Reliability.Show.IsShown() && !Reliability.TooWide.IsShown());
    }
}
