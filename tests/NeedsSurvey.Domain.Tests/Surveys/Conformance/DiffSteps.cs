using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>What a change to a published question of the type does to its data.</summary>
internal static class DiffSteps
{
    internal static readonly IReadOnlyList<Step<Specimen>> All =
    [
        new("diff: no change is no change", NoChange),
        new("diff: another spelling is safe", SpellingIsSafe),
        new("diff: other words split the data", OtherWordsSplit),
        new("diff: another offer splits the data", OfferSplits, one => one.Splitting is not null),
        new("diff: moving into a repeat splits the data", MoveSplits),
        new("diff: no longer asking it retires it", Retires),
        new("diff: becoming another type is never silent", RetypeIsTold),
    ];

    private static IReadOnlyList<VersionChange> Between(string was, string now) =>
        VersionDiff.Between(Specimen.Read(was), Specimen.Read(now));

    private static Task NoChange(Specimen one)
    {
        Assert.Empty(Between(one.Named(one.Kind), one.Named(one.Kind)));
        return Task.CompletedTask;
    }

    private static Task SpellingIsSafe(Specimen one) => Reads(one, "what do yuo say", "words", ChangeEffect.Safe);

    // Field 21.
    private static Task OtherWordsSplit(Specimen one) => Reads(one, "What would you never say?", "reworded", ChangeEffect.SplitsData);

    private static Task Reads(Specimen one, string words, string code, ChangeEffect effect)
    {
        var change = Assert.Single(Between(one.Named(one.Kind), one.Edited(new(Specimen.Label, words, ""))));
        Assert.Equal((one.Kind, code, effect), (change.Name, change.Code, change.Effect));
        return Task.CompletedTask;
    }

    private static Task OfferSplits(Specimen one)
    {
        var change = Assert.Single(Between(one.Named(one.Kind), one.Edited(one.Splitting!)));
        Assert.Equal((one.Kind, one.Splitting!.Code, ChangeEffect.SplitsData), (change.Name, change.Code, change.Effect));
        return Task.CompletedTask;
    }

    private static Task MoveSplits(Specimen one)
    {
        var moved = $$"""{"type":"repeat","name":"things","label":"Things","questions":[{{one.Named(one.Kind)}}]}""";
        var change = Assert.Single(Between(one.Named(one.Kind), moved), change => change.Name == one.Kind);
        Assert.Equal(("moved_repeat", ChangeEffect.SplitsData), (change.Code, change.Effect));
        return Task.CompletedTask;
    }

    private static Task Retires(Specimen one)
    {
        var without = """{"type":"note","name":"left","label":"Thank you."}""";
        var change = Assert.Single(Between(one.Named(one.Kind), without), change => change.Name == one.Kind);
        Assert.Equal(("retired", ChangeEffect.SplitsData), (change.Code, change.Effect));
        return Task.CompletedTask;
    }

    // Whole numbers are decimals too: the one change of type that keeps the column.
    private static Task RetypeIsTold(Specimen one)
    {
        Assert.All(Specimens.ByKind.Values.Where(other => other.Kind != one.Kind), other =>
        {
            var changes = Between(one.Named("q"), other.Named("q"));
            var widened = (one.Kind, other.Kind) == ("integer", "decimal");
            var told = Assert.Single(changes, change => change.Name == "q" && change.Path == "questions[0].type");
            Assert.Equal(widened ? ("widened", ChangeEffect.Safe) : ("retyped", ChangeEffect.SplitsData), (told.Code, told.Effect));
        });
        return Task.CompletedTask;
    }
}
