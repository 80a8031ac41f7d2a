using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>Notes, calculations, groups and repeats walk through those steps of a question type that mean something for them.</summary>
public sealed class ItemConformanceTests
{
    private static readonly Step<ItemSpecimen>[] Steps =
    [
        new("json: what is read is written again", ReadAndWritten),
        new("check: a sound definition passes", CheckPasses),
        new("check: a broken definition is refused", BrokenRefused),
        new("page: it has its pages", HasPages),
        new("texts: its words can be translated", TextsTranslated),
        new("answer: what is stored", Stores),
        new("form: the fields give what is stored", FormStores),
        new("row: its columns and cells", HasRow),
        new("diff: other words are told, and ask where they stand above questions", WordsAreTold),
        new("diff: another meaning splits the data", MeaningSplits, one => one.Splitting is not null),
        new("diff: becoming a question is never silent", RetypeIsTold),
    ];

    private static readonly KnownHole[] Holes = [];

    public static TheoryData<string, string> Table() => StepTable.Of(ItemKinds.Others, Steps, ItemSpecimens.ByKind);

    [Theory]
    [MemberData(nameof(Table))]
    public Task An_item_that_nobody_answers_takes_every_step(string type, string step) =>
        StepTable.Take(type, step, Steps, ItemSpecimens.ByKind, Holes);

    [Fact]
    public void Every_other_type_has_a_specimen() => Assert.Equal(ItemKinds.Others.Order(), ItemSpecimens.ByKind.Keys.Order());

    [Fact]
    public void Every_known_hole_is_about_a_step_that_is_taken() => StepTable.CheckHoles(Table(), Holes);

    private static CompiledSurvey Survey(ItemSpecimen one) => CompiledSurvey.Compile(Specimen.Read(one.Questions));

    private static Task ReadAndWritten(ItemSpecimen one)
    {
        var written = SurveyJson.Write(Specimen.Read(one.Questions));
        Specimen.SameJson(one.Definition, JsonElement.Parse(written).GetProperty("questions")[0].GetRawText());
        Assert.Equal(written, SurveyJson.Write(SurveyJson.Read(written).Definition!));
        return Task.CompletedTask;
    }

    private static Task CheckPasses(ItemSpecimen one)
    {
        Assert.Empty(DefinitionCheck.Check(Specimen.Read(one.Questions)));
        return Task.CompletedTask;
    }

    private static Task BrokenRefused(ItemSpecimen one)
    {
        var faults = DefinitionCheck.Check(Specimen.Read(one.Edited(one.Broken))).Where(fault => fault.IsError);
        Assert.Contains(one.Broken.Code, faults.Select(fault => fault.Code));
        return Task.CompletedTask;
    }

    private static Task HasPages(ItemSpecimen one)
    {
        var survey = Survey(one);
        Assert.Equal(one.Pages, survey.Pages.Select(page => page.Key));
        Assert.Equal(one.IsShown, survey.Pages.Any(page => page.Holds(survey.Find(ItemSpecimen.Name)!)));
        return Task.CompletedTask;
    }

    private static Task TextsTranslated(ItemSpecimen one)
    {
        var texts = SurveyTexts.In(Specimen.Read(one.Questions), "es");
        Assert.Contains((ItemSpecimen.Name, Specimen.Label), texts.Select(text => (text.Item, text.Original)));
        return Task.CompletedTask;
    }

    private static Task Stores(ItemSpecimen one)
    {
        var verdict = AnswerCheck.Check(Survey(one), one.Answers, AnswerSteps.Context);
        Assert.Empty(verdict.Faults);
        Assert.Equal(one.Stored, verdict.Json);
        return Task.CompletedTask;
    }

    private static Task FormStores(ItemSpecimen one)
    {
        var (draft, faults) = AnswerSteps.Posted(Survey(one), one.Fields);
        Assert.Empty(faults);
        Assert.Equal(one.Stored, AnswerCheck.Check(Survey(one), draft, AnswerSteps.Context).Json);
        return Task.CompletedTask;
    }

    private static Task HasRow(ItemSpecimen one)
    {
        var file = AnswerTable.Of([(1, Survey(one))]).Files.Single(file => file.Repeat == one.File);
        Assert.Equal(one.Columns.Select(column => column.Header), file.Columns.Select(column => column.Name));
        var row = one.File is null ? one.Stored : JsonElement.Parse(one.Stored).GetProperty(one.File)[0].GetRawText();
        Assert.Equal(one.Columns.Select(column => column.Cell), AnswerSteps.Row(file, row));
        return Task.CompletedTask;
    }

    private static Task WordsAreTold(ItemSpecimen one)
    {
        var was = Specimen.Read(one.Questions);
        var reworded = Specimen.Read(one.Edited(new(Specimen.Label, "What would you say?", "")));
        var change = Assert.Single(VersionDiff.Between(was, reworded));
        var (code, effect) = was.Questions[0] is Container ? ("reworded", ChangeEffect.SplitsData) : ("words", ChangeEffect.Safe);
        Assert.Equal((ItemSpecimen.Name, code, effect), (change.Name, change.Code, change.Effect));
        return Task.CompletedTask;
    }

    private static Task MeaningSplits(ItemSpecimen one)
    {
        var change = Assert.Single(VersionDiff.Between(Specimen.Read(one.Questions), Specimen.Read(one.Edited(one.Splitting!))));
        Assert.Equal((ItemSpecimen.Name, one.Splitting!.Code, ChangeEffect.SplitsData), (change.Name, change.Code, change.Effect));
        return Task.CompletedTask;
    }

    private static Task RetypeIsTold(ItemSpecimen one)
    {
        Assert.All(Specimens.ByKind.Values, other =>
        {
            var changes = VersionDiff.Between(Specimen.Read(one.Questions), Specimen.Read(other.Named(ItemSpecimen.Name)));
            Assert.Equal(one.Retyped, Assert.Single(changes, change => change.Path == "questions[0].type").Code);
        });
        return Task.CompletedTask;
    }
}
