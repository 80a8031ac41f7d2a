using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>The same type asked once for each of several things.</summary>
internal static class RepeatSteps
{
    internal static readonly IReadOnlyList<Step<Specimen>> All =
    [
        new("repeat: it may stand in one", CheckPasses),
        new("repeat: answers of two things are accepted", Accepted),
        new("repeat: one that does not fit is refused", Refused),
        new("repeat: the fields give the answers", FormGivesAnswers),
        new("repeat: columns and cells of its own file", RowsOfTheRepeat),
    ];

    private static string Repeat(Specimen one) =>
        $$"""{"type":"repeat","name":"things","label":"Things","questions":[{{one.Named(one.NameInRepeat)}}]}""";

    private static CompiledSurvey Survey(Specimen one) => CompiledSurvey.Compile(Specimen.Read(Repeat(one)));

    private static string Two(Specimen one) =>
        $$"""{"things":[{"{{one.NameInRepeat}}":{{one.Answer}}},{"{{one.NameInRepeat}}":{{one.Declined}}}]}""";

    private static Task CheckPasses(Specimen one)
    {
        Assert.DoesNotContain(DefinitionCheck.Check(Specimen.Read(Repeat(one))), fault => fault.Code != "need_in_repeat");
        return Task.CompletedTask;
    }

    private static Task Accepted(Specimen one)
    {
        var verdict = AnswerCheck.Check(Survey(one), Two(one), AnswerSteps.Context);
        Assert.Empty(verdict.Faults);
        Assert.Equal(Two(one), verdict.Json);
        return Task.CompletedTask;
    }

    private static Task Refused(Specimen one)
    {
        var answers = $$"""{"things":[{"{{one.NameInRepeat}}":{{one.Answer}}},{"{{one.NameInRepeat}}":{{one.Wrong.Answer}}}]}""";
        var fault = Assert.Single(AnswerCheck.Check(Survey(one), answers, AnswerSteps.Context).Faults);
        Assert.Equal((one.NameInRepeat, one.Wrong.Code), (fault.Question, fault.Code));
        Assert.StartsWith($"things[1].{one.NameInRepeat}", fault.Path, StringComparison.Ordinal);
        Assert.StartsWith($"things:2:{one.NameInRepeat}", fault.Field, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static Task FormGivesAnswers(Specimen one)
    {
        var given = Specimen.Named(one.Fields, $"things:1:{one.NameInRepeat}");
        var declined = Specimen.Named(one.DeclineFields, $"things:2:{one.NameInRepeat}");
        var (draft, faults) = AnswerSteps.Posted(Survey(one), [.. given, .. declined]);
        Assert.Empty(faults);
        Assert.Equal(Two(one), draft);
        return Task.CompletedTask;
    }

    private static Task RowsOfTheRepeat(Specimen one)
    {
        var file = AnswerTable.Of([(1, Survey(one))]).Files.Single(file => file.Repeat == "things");
        var headers = one.Columns.Select(column => Specimen.Named(column.Header, one.NameInRepeat));
        Assert.Equal(headers, file.Columns.Select(column => column.Name));
        var things = JsonElement.Parse(Two(one)).GetProperty("things");
        Assert.Equal(one.Columns.Select(column => column.Cell), AnswerSteps.Row(file, things[0].GetRawText()));
        Assert.Equal(one.Columns.Select(_ => "REFUSED"), AnswerSteps.Row(file, things[1].GetRawText()));
        return Task.CompletedTask;
    }
}
