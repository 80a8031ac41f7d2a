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

    [Theory]
    [InlineData("\"type\":\"text\"", "w2 multiline", "'w2'")]
    [InlineData("\"type\":\"text\"", "rating", "'rating'")]
    [InlineData("\"type\":\"select_one\",\"choices\":[{\"name\":\"x\",\"label\":\"X\"}]", "quick", "'quick'")]
    [InlineData("\"type\":\"note\"", "multiline", "'multiline'")]
    public void A_word_of_an_appearance_that_changes_nothing_is_warned_of(string type, string appearance, string told)
    {
        var faults = DefinitionCheckTests.Faults($$"""{ {{type}},"name":"a","label":"A","appearance":"{{appearance}}"},{{Asked}}""");
        var fault = Assert.Single(faults);
        Assert.Equal(("questions[0].appearance", "unknown_appearance", false), (fault.Path, fault.Code, fault.IsError));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"type\":\"text\"", "multiline")]
    [InlineData("\"type\":\"range\"", "rating")]
    [InlineData("\"type\":\"select_one\",\"choices\":[{\"name\":\"x\",\"label\":\"X\"}]", "likert minimal autocomplete")]
    [InlineData("\"type\":\"group\",\"questions\":[{\"type\":\"text\",\"name\":\"c\",\"label\":\"C\"}]", "field-list")]
    public void A_word_that_changes_something_is_not(string type, string appearance) =>
        Assert.Empty(DefinitionCheckTests.Faults($$"""{ {{type}},"name":"a","label":"A","appearance":"{{appearance}}"},{{Asked}}"""));

    private const string Asked = """{"type":"text","name":"b","label":"B"}""";
}
