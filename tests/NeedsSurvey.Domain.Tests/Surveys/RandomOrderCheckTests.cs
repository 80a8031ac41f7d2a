namespace NeedsSurvey.Domain.Tests.Surveys;

// content, T4
public sealed class RandomOrderCheckTests
{
    private static string Question(string more, params string[] labels) =>
        $$"""{"type":"select_one","name":"a","label":"A",{{more}}"choices":[{{string.Join(
            ',',
            labels.Select((label, at) => $$"""{"name":"c{{at}}","label":"{{label}}"}""")
        )}}]}""";

    [Theory]
    [InlineData("\"appearance\":\"likert\",")]
    [InlineData("\"group_role\":\"age\",")]
    public void A_scale_in_random_order_is_refused(string scale)
    {
        var fault = Assert.Single(DefinitionCheckTests.Faults(Question(scale + "\"randomize\":true,", "Never", "At times", "Often")));
        Assert.Equal(("questions[0].randomize", "scale_in_random_order", true), (fault.Path, fault.Code, fault.IsError));
    }

    [Theory]
    [InlineData("Under 16", "16 to 24", "25 and more")]
    [InlineData("5 or more", "3 or 4", "1 or 2")]
    public void Choices_whose_numbers_only_rise_or_fall_are_warned_of(params string[] labels)
    {
        var fault = Assert.Single(DefinitionCheckTests.Faults(Question("\"randomize\":true,", labels)));
        Assert.Equal(("looks_ordered", false), (fault.Code, fault.IsError));
    }

    [Theory]
    [InlineData("Bus 7", "Bus 3", "Bus 12")]
    [InlineData("Rent", "Food", "A bus at 6")]
    public void Names_of_things_may_hold_numbers(params string[] labels) =>
        Assert.Empty(DefinitionCheckTests.Faults(Question("\"randomize\":true,", labels)));

    [Fact]
    public void An_anchor_where_nothing_moves_is_warned_of()
    {
        var fault = Assert.Single(
            DefinitionCheckTests.Faults(
                """{"type":"select_one","name":"a","label":"A","choices":["""
                    + """{"name":"x","label":"X"},{"name":"y","label":"Y","anchor":true}]}"""
            )
        );
        Assert.Equal(("questions[0].choices[1].anchor", "unused"), (fault.Path, fault.Code));
    }
}
