using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.Domain.Tests.Goals;

public sealed class HearingCheckTests
{
    private static readonly HearingCheckTally Tally = new(Yes: 81, Partly: 100, No: 82);

    [Fact]
    public void You_heard_me_is_a_rate_of_all_replies()
    {
        Assert.Equal(263, Tally.N);
        Assert.Equal(81.0 / 263, Tally.HeardRate!.Value, 10);
    }

    [Fact]
    public void You_heard_me_has_a_Wilson_interval() =>
        Assert.Equal((.2553, .3662), (Math.Round(Tally.HeardInterval!.Value.Low, 4), Math.Round(Tally.HeardInterval.Value.High, 4)));

    [Fact]
    public void Before_the_first_answer_there_is_no_rate()
    {
        Assert.Null(new HearingCheckTally(0, 0, 0).HeardRate);
        Assert.Null(new HearingCheckTally(0, 0, 0).HeardInterval);
    }

    private static readonly DateOnly Closed = new(2026, 3, 1);

    private static readonly LoopClosure Closure = LoopClosure.Of([
        new(Closed, Closed.AddDays(10)),
        new(Closed, Closed.AddDays(30)),
        new(Closed, null),
        new(Closed, Closed.AddDays(20)),
    ]);

    [Fact]
    public void Loop_closure_is_the_share_of_closed_surveys_with_a_report() => Assert.Equal((4, .75), (Closure.Closed, Closure.Rate));

    [Fact]
    public void Loop_closure_takes_the_median_of_days() => Assert.Equal(20, Closure.MedianDays);

    [Fact]
    public void Nothing_closed_has_no_loop_closure() => Assert.Equal(new LoopClosure(0, null, null), LoopClosure.Of([]));
}
