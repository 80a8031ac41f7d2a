using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class EmptyPlacesTests
{
    [Theory]
    [InlineData(4, new[] { 1, 2 }, 3.5)]
    [InlineData(4, new int[0], 2.5)]
    [InlineData(5, new[] { 1 }, 3.5)]
    [InlineData(4, new[] { 1, 3 }, 3)]
    [InlineData(2, new[] { 1, 2 }, double.NaN)]
    public void N4_needs_left_out_share_the_mean_of_the_places_left(int offered, int[] placed, double shared) =>
        Assert.Equal(shared, EmptyPlaces.Shared(offered, placed));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_place_outside_is_refused(int place) => Assert.Throws<ArgumentException>(() => EmptyPlaces.Shared(4, [place]));

    [Fact]
    public void A_place_taken_twice_is_refused() => Assert.Throws<ArgumentException>(() => EmptyPlaces.Shared(4, [1, 1]));

    [Fact]
    public void N4_a_need_that_one_of_a_hundred_puts_first_comes_last_of_five()
    {
        var builder = new NeedAnswersBuilder(Given.Items(5), new(1, 5));
        for (var i = 0; i < 101; i++)
        {
            var r = builder.Add();
            for (var n = 0; n < 5; n++)
                builder.Set(r, n, NeedMeasure.Rank, 0);
            // The first four needs take turns at places 1 to 3; one person puts the fifth first.
            if (i == 100)
                builder.Set(r, 4, NeedMeasure.Rank, 1);
            else
                for (var place = 1; place <= 3; place++)
                    builder.Set(r, (i + place) % 4, NeedMeasure.Rank, place);
        }
        var means = EmptyPlaces.Scores(builder.Build()).Select(own => own.Average()).ToArray();
        Assert.Equal((4.5 * 100 + 1) / 101, means[4], 12);
        Assert.All(means.Take(4), mean => Assert.True(mean < 3));
    }

    [Fact]
    public void Who_was_not_asked_about_a_need_has_no_place_for_it()
    {
        var builder = new NeedAnswersBuilder(Given.Items(3), new(1, 5));
        builder.Add();
        builder.Set(0, 0, NeedMeasure.Rank, 2).Set(0, 1, NeedMeasure.Rank, 1).Set(0, 2, NeedMeasure.Rank, 0);
        builder.Add();
        builder.Set(1, 1, NeedMeasure.Rank, 1).Set(1, 2, NeedMeasure.Rank, 0);
        var scores = EmptyPlaces.Scores(builder.Build());
        Assert.Equal([2, 1, 3], scores.Select(own => own[0]));
        Assert.Equal([double.NaN, 1, 2], scores.Select(own => own[1]));
    }

    [Fact]
    public void Choices_that_are_no_needs_take_places_too()
    {
        // Six choices, three of them needs; place 1 went to a choice that is no need, place 2 to the first need: 3 to 6 are left.
        var builder = new NeedAnswersBuilder(Given.Items(3), new(1, 5));
        builder.Add();
        builder.Set(0, 0, NeedMeasure.Rank, 2).Set(0, 1, NeedMeasure.Rank, 0).Set(0, 2, NeedMeasure.Rank, 0);
        builder.Set(0, 1, NeedMeasure.EmptyPlace, 9).Set(0, 2, NeedMeasure.EmptyPlace, 9);
        Assert.Equal([2, 4.5, 4.5], EmptyPlaces.Scores(builder.Build()).Select(own => own[0]));
    }
}
