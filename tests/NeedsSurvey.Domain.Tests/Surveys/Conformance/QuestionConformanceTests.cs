namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>Every question type takes each step that needs no site: a failure names the type and the step.</summary>
public sealed class QuestionConformanceTests
{
    private static readonly Step<Specimen>[] Steps =
    [
        .. DefinitionSteps.All,
        .. AnswerSteps.All,
        .. EvidenceSteps.All,
        .. RepeatSteps.All,
        .. DiffSteps.All,
    ];

    /// <summary>What types do not do yet. Each is asserted to fail, so that a mended one must leave the list.</summary>
    private static readonly KnownHole[] Holes = [];

    public static TheoryData<string, string> Table() => StepTable.Of(ItemKinds.Questions, Steps, Specimens.ByKind);

    [Theory]
    [MemberData(nameof(Table))]
    public Task A_question_type_takes_every_step(string type, string step) => StepTable.Take(type, step, Steps, Specimens.ByKind, Holes);

    [Fact]
    public void Every_question_type_has_a_specimen() => Assert.Equal(ItemKinds.Questions.Order(), Specimens.ByKind.Keys.Order());

    [Fact]
    public void Every_specimen_is_of_its_type() =>
        Assert.All(Specimens.ByKind.Values, one =>
            Assert.Equal(ItemKinds.All[one.Kind], Specimen.Read(one.Named("q")).Questions[0].GetType())
        );

    [Fact]
    public void Every_known_hole_is_about_a_step_that_is_taken() => StepTable.CheckHoles(Table(), Holes);
}
