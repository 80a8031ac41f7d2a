using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Results;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>Which choice stands first, and which a headline may name.</summary>
public sealed class ShownWordsTests
{
    private static ChoiceCount Of(string code, ShownCount count, double? share, int? offeredTo = null) =>
        new(code, code, count, share, null) { OfferedTo = offeredTo is { } people ? ShownCount.Number(people) : null };

    private static readonly ChoiceCount Many = Of("many", ShownCount.Number(38), .5);

    private static readonly ChoiceCount NearlyAll = Of("nearly_all", ShownCount.NearlyAll(10), null, 12);

    [Fact]
    public void Words_of_few_who_were_offered_a_choice_stand_behind_numbers_and_make_no_headline()
    {
        ChoiceCount[] choices = [NearlyAll, Many];
        Assert.Equal(["many", "nearly_all"], choices.ByShare().Select(choice => choice.Code));
        Assert.Empty(choices.Top());
    }

    [Fact]
    public void Where_bases_differ_a_headline_names_what_has_most_people_and_the_greatest_share()
    {
        ChoiceCount[] choices = [Of("few_offered", ShownCount.Number(12), .3, 40), Many];
        Assert.Equal("many", choices.Top().Single().Code);
        Assert.Empty(new[] { Of("few_offered", ShownCount.Number(12), .9, 13), Many }.Top());
    }

    [Fact]
    public void Of_one_base_nearly_all_are_most() =>
        Assert.Equal("all", new[] { Many, Of("all", ShownCount.NearlyAll(10), null) }.Top().Single().Code);

    // figures, 19 of the fresh tester
    [Fact]
    public void Choices_that_as_many_made_stand_first_together() =>
        Assert.Equal(
            ["many", "as_many"],
            new[] { Of("fewer", ShownCount.Number(37), .49), Many, Of("as_many", ShownCount.Number(38), .5) }
                .Top()
                .Select(choice => choice.Code)
        );
}
