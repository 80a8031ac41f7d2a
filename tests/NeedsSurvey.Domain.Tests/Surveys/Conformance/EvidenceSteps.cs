using System.Text.Json;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>What other rooms make of a type's answers: evidence of needs, and cells of a kind.</summary>
internal static class EvidenceSteps
{
    private const string Need = "\"need\":\"home\"";

    internal static readonly IReadOnlyList<Step<Specimen>> All =
    [
        new("needs: an answer that tells of one reaches the ranking", Reaches),
        new("needs: what answers can say of one at most is known", HasReach),
        new("columns: each is of its kind", HasKinds),
    ];

    private static Task Reaches(Specimen one)
    {
        foreach (var survey in NamingNeeds(one))
        {
            var builder = new NeedAnswersBuilder([new("home", "Home")], new(0, 4));
            Reader(survey).Read(JsonElement.Parse($$"""{"{{one.Kind}}":{{one.Answer}} }"""), builder, builder.Add());
            var answers = builder.Build();
            Assert.Contains(Enum.GetValues<NeedMeasure>(), measure =>
                measure != NeedMeasure.Left && answers.Column(0, measure).ToArray().Any(value => value != NeedAnswers.Missing)
            );
        }
        return Task.CompletedTask;
    }

    private static Task HasReach(Specimen one)
    {
        Assert.All(NamingNeeds(one), survey => Assert.NotNull(Reader(survey).Reach(0)));
        return Task.CompletedTask;
    }

    private static Task HasKinds(Specimen one)
    {
        var block = Assert.Single(AnswerTable.Of([(1, CompiledSurvey.Compile(Specimen.Read(one.Named(one.Kind))))]).Responses.Blocks);
        Assert.All(block.Columns, column =>
            Assert.Equal(column.Content == ColumnContent.OtherWords ? CellKind.Words : one.Cells, block.KindOf(column))
        );
        return Task.CompletedTask;
    }

    // The specimen as it is, with a need in its first choice, and with a need of its own, as far as the format knows them there.
    private static IEnumerable<SurveyDefinition> NamingNeeds(Specimen one) =>
        new[] { one.Definition, With(one, Specimen.Label), With(one, "Alder") }
            .Select(definition => SurveyJson.Read(Specimen.Survey(Specimen.Named(definition, one.Kind))).Definition)
            .OfType<SurveyDefinition>()
            .Where(survey => ((Question)survey.Questions[0]).NeedsIn(survey).Any());

    private static string With(Specimen one, string label) =>
        one.Definition.Replace($"\"label\":\"{label}\"", $"\"label\":\"{label}\",{Need}", StringComparison.Ordinal);

    private static StatedNeeds Reader(SurveyDefinition survey) =>
        new(CompiledSurvey.Compile(survey), new Dictionary<string, int> { ["home"] = 0 }, new(0, 4));
}
