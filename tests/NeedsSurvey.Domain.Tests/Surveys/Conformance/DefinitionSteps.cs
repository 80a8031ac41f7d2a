using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>A type's definition: read, written, checked, laid out on pages, translated, used in conditions.</summary>
internal static class DefinitionSteps
{
    private const string Other = """{"type":"text","name":"after","label":"And why?","relevant":"${NAME} != ''"}""";

    internal static readonly IReadOnlyList<Step<Specimen>> All =
    [
        new("json: what is read is written again", ReadAndWritten),
        new("json: a key of no meaning is refused", UnknownKeyRefused),
        new("check: a sound definition passes", CheckPasses),
        new("check: a broken definition is refused", BrokenRefused),
        new("check: a definition without words is refused", WordlessRefused),
        new("page: it has pages", HasPages),
        new("texts: all its words can be translated", TextsTranslated),
        new("minutes: answering it takes time", TakesMinutes),
        new("condition: its answer decides a later question", DecidesCondition),
    ];

    private static Task ReadAndWritten(Specimen one)
    {
        var written = SurveyJson.Write(Specimen.Read(one.Named(one.Kind)));
        Specimen.SameJson(one.Named(one.Kind), JsonElement.Parse(written).GetProperty("questions")[0].GetRawText());
        Assert.Equal(written, SurveyJson.Write(SurveyJson.Read(written).Definition!));
        return Task.CompletedTask;
    }

    private static Task UnknownKeyRefused(Specimen one)
    {
        var coloured = one.Edited(new("\"label\":\"What", "\"colour\":\"red\",\"label\":\"What", "unknown_key"));
        var reading = SurveyJson.Read(Specimen.Survey(coloured));
        Assert.Contains("questions[0].colour", reading.Faults.Select(fault => fault.Path));
        return Task.CompletedTask;
    }

    private static Task CheckPasses(Specimen one)
    {
        Assert.Empty(DefinitionCheck.Check(Specimen.Read(one.Named(one.Kind))));
        return Task.CompletedTask;
    }

    private static Task BrokenRefused(Specimen one)
    {
        var faults = DefinitionCheck.Check(Specimen.Read(one.Edited(one.Broken)));
        Assert.Contains(one.Broken.Code, faults.Where(fault => fault.IsError).Select(fault => fault.Code));
        Assert.All(faults, fault => Assert.StartsWith("questions[0]", fault.Path, StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    private static Task WordlessRefused(Specimen one)
    {
        var faults = DefinitionCheck.Check(Specimen.Read(one.Edited(new($"\"{Specimen.Label}\"", "\"\"", "label_missing"))));
        Assert.Contains(("questions[0].label", "label_missing"), faults.Select(fault => (fault.Path, fault.Code)));
        return Task.CompletedTask;
    }

    private static Task HasPages(Specimen one)
    {
        var survey = CompiledSurvey.Compile(Specimen.Read(one.Named(one.Kind)));
        Assert.Equal(one.Pages, survey.Pages.Count(page => page.Holds(survey.Find(one.Kind)!)));
        Assert.Equal(survey.Pages.Count, survey.Pages.Select(page => page.Key).Distinct().Count());
        return Task.CompletedTask;
    }

    private static Task TextsTranslated(Specimen one)
    {
        var texts = SurveyTexts.In(Specimen.Read(one.Named(one.Kind)), "es");
        var offered = texts.Where(text => text.Item == one.Kind).Select(text => text.Original);
        Assert.Equal(Labels(JsonElement.Parse(one.Definition)).Distinct().Order(), offered.Distinct().Order());
        return Task.CompletedTask;

        static IEnumerable<string> Labels(JsonElement json) =>
            json.ValueKind switch
            {
                JsonValueKind.Array => json.EnumerateArray().SelectMany(Labels),
                JsonValueKind.Object => json.EnumerateObject()
                    .SelectMany(part =>
                        part.Value.ValueKind == JsonValueKind.String
                            ? part.Name.EndsWith("label", StringComparison.Ordinal)
                                ? [part.Value.GetString()!]
                                : []
                            : Labels(part.Value)
                    ),
                _ => [],
            };
    }

    // A note of the same words is read only. Sixty of them: as many minutes more as one takes seconds, and no type takes less than four.
    private static Task TakesMinutes(Specimen one)
    {
        var asked = CompiledSurvey.Compile(Specimen.Read([.. Enumerable.Range(0, 60).Select(number => one.Named($"q{number}"))]));
        var read = CompiledSurvey.Compile(
            Specimen.Read([
                .. Enumerable
                    .Range(0, 60)
                    .Select(number => $$"""{"type":"note","name":"q{{number}}","label":{{JsonSerializer.Serialize(Words(asked))}}}"""),
            ])
        );
        Assert.True(
            MinutesEstimate.Of(asked) >= MinutesEstimate.Of(read) + 4,
            $"{MinutesEstimate.Of(asked)} minutes to answer, {MinutesEstimate.Of(read)} to read."
        );
        return Task.CompletedTask;

        static string Words(CompiledSurvey survey) =>
            string.Join(' ', SurveyTexts.In(survey.Definition, "es").Where(text => text.Item is not null).Select(text => text.Original));
    }

    private static Task DecidesCondition(Specimen one)
    {
        var definition = Specimen.Read(one.Named(one.Kind), Specimen.Named(Other, one.Kind));
        Assert.DoesNotContain(DefinitionCheck.Check(definition), fault => fault.IsError);
        var survey = CompiledSurvey.Compile(definition);
        Assert.True(IsAsked($$"""{"{{one.Kind}}":{{one.Answer}}}"""));
        Assert.False(IsAsked("{}"));
        return Task.CompletedTask;

        bool IsAsked(string answers) => AnswerCheck.Check(survey, answers, AnswerSteps.Context).State.IsAsked(survey.Find("after")!);
    }
}
