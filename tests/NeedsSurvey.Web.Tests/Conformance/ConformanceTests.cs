using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>Every type takes each step that needs a site with a database: a failure names the type and the step.</summary>
public sealed class ConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    // The steps' names are the same whatever site they are taken on.
    private static Step<Specimen>[] Steps(ConformanceSite site) =>
        [.. new AnsweringSteps(site).All, .. new ResultSteps(site).All, .. new EditorSteps(site).All<Specimen>(Edited.Of)];

    private static Step<ItemSpecimen>[] ItemSteps(ConformanceSite site) =>
        [.. new ItemPageSteps(site).All, .. new EditorSteps(site).All<ItemSpecimen>(Edited.Of)];

    public static TheoryData<string, string> Table() => StepTable.Of(ItemKinds.Questions, Steps(null!), Specimens.ByKind);

    public static TheoryData<string, string> ItemTable() => StepTable.Of(ItemKinds.Others, ItemSteps(null!), ItemSpecimens.ByKind);

    [Theory]
    [MemberData(nameof(Table))]
    public Task A_question_type_takes_every_step(string type, string step) =>
        StepTable.Take(type, step, Steps(site), Specimens.ByKind, KnownHoles.All);

    [Theory]
    [MemberData(nameof(ItemTable))]
    public Task An_item_that_nobody_answers_takes_every_step(string type, string step) =>
        StepTable.Take(type, step, ItemSteps(site), ItemSpecimens.ByKind, KnownHoles.All);

    [Fact]
    public void Every_known_hole_is_about_a_step_that_is_taken() => StepTable.CheckHoles([.. Table(), .. ItemTable()], KnownHoles.All);
}
