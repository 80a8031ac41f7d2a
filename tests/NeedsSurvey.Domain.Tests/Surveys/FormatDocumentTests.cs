using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>The examples of src/docs/survey-format.md are surveys that the program takes as they stand.</summary>
public sealed partial class FormatDocumentTests
{
    [Fact]
    public void Every_example_survey_of_the_document_can_be_published()
    {
        var examples = Examples(Document());
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var reading = SurveyJson.Read(example);
            Assert.Empty(reading.Faults);
            Assert.DoesNotContain(DefinitionCheck.Check(reading.Definition!), fault => fault.IsError);
        }
    }

    [Fact]
    public void The_examples_hold_every_type_that_can_be_published()
    {
        var types = typeof(SurveyItem)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SurveyItem)) && !type.IsAbstract && type.BaseType!.Name != "MediaQuestion");
        var shown = Examples(Document())
            .SelectMany(example => Outline.Flatten(SurveyJson.Read(example).Definition!.Questions))
            .Select(entry => entry.Item.GetType())
            .ToHashSet();
        Assert.DoesNotContain(types, type => !shown.Contains(type));
    }

    private static IReadOnlyList<string> Examples(string document) => [.. Fence().Matches(document).Select(match => match.Groups[1].Value)];

    private static string Document([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "docs", "survey-format.md"));

    [GeneratedRegex("```json\r?\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();
}
