using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.Domain.Tests.Goals;

/// <summary>A quiet question where words speak over people.</summary>
public sealed class SpokenOverTests
{
    // M8
    [Theory]
    [InlineData("We give them a voice and empower the vulnerable.", "give them a voice, empower, vulnerable")]
    [InlineData("Queremos ayudarles y dar voz.", "ayudarles, dar voz")]
    [InlineData("نريد تمكينهم", "تمكينهم")]
    public void Words_that_speak_over_people_are_found(string words, string found) =>
        Assert.Equal(found, string.Join(", ", SpokenOver.In([words])));

    // M8
    [Theory]
    [InlineData("They hold the key and the budget.")]
    [InlineData("Helpline, every evening.")]
    public void Words_that_do_not_are_left_alone(string words) => Assert.Empty(SpokenOver.In([words]));
}
