using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class AppearanceTests
{
    [Theory]
    [InlineData("multiline", true)]
    [InlineData("w2  multiline", true)]
    [InlineData("multiline-ish", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_item_looks_like_each_whole_word_of_its_appearance(string? appearance, bool looks) =>
        Assert.Equal(
            looks,
            new TextQuestion
            {
                Name = "q",
                Label = "Q",
                Appearance = appearance,
            }.Looks("multiline")
        );
}
