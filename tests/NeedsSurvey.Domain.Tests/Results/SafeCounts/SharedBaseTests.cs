using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>What is said of several surveys together is the sum of what each says of itself, and nothing else.</summary>
public sealed class SharedBaseTests
{
    // Of each survey: how many people, and how many of them are in the part.
    private sealed record Surveys(Drawings Drawings, CountBase?[] Own, RecordCounter[] All, RecordCounter[] Part)
    {
        public SharedBase Base => Drawings.Base(All)!;
    }

    private static Surveys Of(SafeRule rule, params (int People, int Part)[] surveys)
    {
        var (all, part) = (new RecordCounter[surveys.Length], new RecordCounter[surveys.Length]);
        for (var survey = 0; survey < surveys.Length; survey++)
            foreach (var (key, i) in SafeCountTests.Keys(surveys[survey].People, survey + 1).Select((key, i) => (key, i)))
            {
                all[survey].Add(key);
                if (i < surveys[survey].Part)
                    part[survey].Add(key);
            }
        return new(new(rule, all), [.. all.Select(everyone => new Drawing(rule, everyone).Everyone)], all, part);
    }

    [Fact]
    public void Numbers_are_added()
    {
        var two = Of(SafeRule.Default, (60, 25), (80, 40));
        var (count, share) = two.Base.Part(two.Part);
        Assert.Equal(two.Own.Sum(own => own!.N), two.Base.N);
        Assert.Equal(two.Own.Zip(two.Part, (own, part) => own!.Part(part).Shown!.Value).Sum(), count.Shown);
        Assert.Equal(count.Shown!.Value / (double)two.Base.N, share.Value!.Value, 12);
        Assert.Equal(share.AtLeast, share.AtMost);
    }

    [Fact]
    public void True_numbers_add_up_to_those_of_all_people()
    {
        var three = Of(SafeRule.Off, (60, 3), (8, 8), (40, 0));
        var (count, share) = three.Base.Part(three.Part);
        Assert.Equal((108, 11), (three.Base.N, count.Shown));
        Assert.Equal(11 / 108.0, share.Value!.Value, 12);
    }

    // "Fewer than 10" of the second is 4½ of 0 to 9.
    [Fact]
    public void Words_beside_a_number_count_as_the_middle_of_what_they_allow()
    {
        var two = Of(SafeRule.Default, (60, 25), (60, 4));
        var first = two.Own[0]!.Part(two.Part[0]).Shown!.Value;
        var (count, share) = two.Base.Part(two.Part);
        Assert.InRange(count.Shown!.Value, first + 4, first + 5);
        Assert.Equal(first / (double)two.Base.N, share.AtLeast, 12);
        Assert.Equal((first + 9) / (double)two.Base.N, share.AtMost, 12);
    }

    [Fact]
    public void What_is_few_in_each_is_few_of_all() => Assert.Equal(ShownCount.Few(19), PartOf(Of(SafeRule.Default, (60, 9), (60, 9))));

    [Fact]
    public void What_is_nearly_all_of_each_is_nearly_all() =>
        Assert.Equal(ShownCount.NearlyAll(19), PartOf(Of(SafeRule.Default, (60, 58), (60, 60))));

    // Whether three or nobody is in it: the words are the same in each survey, and so is their sum.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(9, 9)]
    public void The_sum_of_words_tells_no_number_behind_them(int first, int second) =>
        Assert.Equal(ShownCount.Few(19), PartOf(Of(SafeRule.Default, (60, first), (60, second))));

    [Fact]
    public void A_survey_of_fewer_than_ten_is_not_in_it()
    {
        var two = Of(SafeRule.Default, (60, 25), (9, 9));
        Assert.Equal((true, false), (two.Base.Counts(0), two.Base.Counts(1)));
        Assert.Equal(two.Own[0]!.N, two.Base.N);
        Assert.Equal(two.Own[0]!.Part(two.Part[0]), PartOf(two));
    }

    [Fact]
    public void Of_surveys_of_fewer_than_ten_each_nothing_is_said()
    {
        var two = Of(SafeRule.Default, (9, 4), (9, 4));
        Assert.Null(two.Drawings.Base(two.All));
        Assert.Null(two.Drawings.Everyone);
    }

    // "All but fewer than 19" would say something of people who could not answer so.
    [Fact]
    public void What_one_survey_alone_offers_is_not_nearly_all_of_everybody()
    {
        var two = Of(SafeRule.Default, (60, 60), (60, 0));
        var count = two.Base.Part(two.Part, survey => survey == 0).Count;
        Assert.InRange(count.Shown!.Value, two.Own[0]!.N - 9, two.Own[0]!.N);
    }

    [Fact]
    public void Of_what_no_survey_offers_nobody_is_counted() =>
        Assert.Equal(
            SafeRule.Default.Nobody,
            Of(SafeRule.Default, (60, 25), (60, 25)) is var two ? two.Base.Part(two.Part, _ => false).Count : default
        );

    [Fact]
    public void One_survey_says_of_itself_what_its_own_page_says()
    {
        for (var part = 0; part <= 60; part++)
        {
            var one = Of(SafeRule.Default, (60, part));
            Assert.Equal(one.Own[0]!.Part(one.Part[0]), PartOf(one));
        }
    }

    [Fact]
    public void At_most_nine_of_each_survey_are_unknown_where_its_base_is_told_in_words()
    {
        var two = Of(SafeRule.Default, (60, 0), (60, 0));
        int Unknown(int first, int second) => two.Drawings.Base([FirstOf(60, first, 1), FirstOf(60, second, 2)])!.Unknown;
        Assert.Equal((0, 9, 18), (Unknown(30, 30), Unknown(57, 30), Unknown(57, 60)));
    }

    private static ShownCount PartOf(Surveys surveys) => surveys.Base.Part(surveys.Part).Count;

    // The first so many of the people that Of makes.
    private static RecordCounter FirstOf(int people, int first, int survey)
    {
        var part = new RecordCounter();
        foreach (var key in SafeCountTests.Keys(people, survey).Take(first))
            part.Add(key);
        return part;
    }
}
