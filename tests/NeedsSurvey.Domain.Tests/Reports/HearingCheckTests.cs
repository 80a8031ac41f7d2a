using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Reports;

public sealed class HearingCheckTests
{
    private static RecordCounter People(int count, ulong sum = 0) => new(count, sum);

    private static HearingReplies Replied(int yes, int partly, int no, int corrected = 0, int takenUp = 0) =>
        new(People(yes, 11), People(partly, 222), People(no, 3333), People(corrected, 44), People(takenUp, 5));

    [Fact]
    public void You_heard_me_is_the_share_of_yes_of_all_who_replied()
    {
        var tally = HearingCheckTally.Of(SafeRule.Off, Replied(yes: 81, partly: 100, no: 82));
        Assert.Equal((263, 81.0 / 263), (tally.Replies!.Value.Shown, tally.HeardRate!.Value));
    }

    [Fact]
    public void Before_the_first_reply_there_is_no_rate() => Assert.Null(HearingCheckTally.Of(SafeRule.Off, Replied(0, 0, 0)).HeardRate);

    [Fact]
    public void Fewer_than_ten_replies_give_no_count()
    {
        var tally = HearingCheckTally.Of(SafeRule.Default, Replied(yes: 9, partly: 0, no: 0));
        Assert.All(new[] { tally.Replies, tally.Yes, tally.Partly, tally.No }, count => Assert.Null(count));
    }

    // Row P3: 12 yes, 2 partly, 1 no.
    [Fact]
    public void Two_who_said_partly_and_one_who_said_no_read_alike()
    {
        var tally = HearingCheckTally.Of(SafeRule.Default, Replied(yes: 12, partly: 2, no: 1));
        Assert.Equal((ShownCount.Few(10), ShownCount.Few(10)), (tally.Partly, tally.No));
    }

    [Fact]
    public void All_but_three_who_said_yes_have_no_number() =>
        Assert.Equal(ShownCount.NearlyAll(10), HearingCheckTally.Of(SafeRule.Default, Replied(yes: 57, partly: 2, no: 1)).Yes);

    [Fact]
    public void Corrections_that_were_taken_up_are_counted_among_those_that_came_in() =>
        Assert.Equal(
            ShownCount.NearlyAll(10),
            HearingCheckTally.Of(SafeRule.Default, Replied(yes: 100, partly: 60, no: 40, corrected: 50, takenUp: 48)).CorrectionsAccepted
        );

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
