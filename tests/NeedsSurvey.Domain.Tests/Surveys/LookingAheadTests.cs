using static NeedsSurvey.Domain.Tests.Surveys.DefinitionCheckTests;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>Conditions that look at questions further on.</summary>
public sealed class LookingAheadTests
{
    private const string Ahead =
        """{"type":"text","name":"a","label":"A","relevant":"${b} = 'x'"},{"type":"text","name":"b","label":"B"}""";

    [Fact]
    public void A_condition_may_look_at_its_own_page() =>
        Assert.Empty(Faults($$"""{"type":"group","name":"g","appearance":"field-list","questions":[{{Ahead}}]}"""));

    [Fact]
    public void A_condition_may_look_anywhere_when_all_is_on_one_page() => Assert.Empty(Faults(Ahead, "\"layout\":\"all_on_one\","));

    [Fact]
    public void A_condition_on_a_calculation_looks_as_far_ahead_as_the_calculation_does() =>
        Assert.Equal(
            "looks_ahead",
            Assert
                .Single(
                    Faults(
                        """
                        {"type":"calculate","name":"c","calculation":"${b} + 1"},
                            {"type":"text","name":"a","label":"A","relevant":"${c} > 1"},{"type":"integer","name":"b","label":"B"}
                        """
                    )
                )
                .Code
        );
}
