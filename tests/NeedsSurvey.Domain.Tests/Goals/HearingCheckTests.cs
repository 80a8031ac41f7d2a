using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.Domain.Tests.Goals;

public sealed class HearingCheckTests
{
    [Fact]
    public void You_heard_me_is_a_rate_with_a_Wilson_interval_and_n()
    {
        var tally = new HearingCheckTally(Yes: 81, Partly: 100, No: 82);
        Assert.Equal(263, tally.N);
        Assert.Equal(81.0 / 263, tally.HeardRate!.Value, 10);
        Assert.Equal((.2553, .3662), (Math.Round(tally.HeardInterval!.Value.Low, 4), Math.Round(tally.HeardInterval.Value.High, 4)));
    }

    [Fact]
    public void Before_the_first_answer_there_is_no_rate()
    {
        Assert.Null(new HearingCheckTally(0, 0, 0).HeardRate);
        Assert.Null(new HearingCheckTally(0, 0, 0).HeardInterval);
    }

    [Fact]
    public void Loop_closure_counts_reports_and_takes_the_median_of_days()
    {
        var closed = new DateOnly(2026, 3, 1);
        var closure = LoopClosure.Of([
            new(closed, closed.AddDays(10)),
            new(closed, closed.AddDays(30)),
            new(closed, null),
            new(closed, closed.AddDays(20)),
        ]);
        Assert.Equal(new LoopClosure(4, .75, 20), closure);
        Assert.Equal(new LoopClosure(0, null, null), LoopClosure.Of([]));
    }
}
