namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>One thing that every type must do.</summary>
/// <param name="Name">As the test's output names it.</param>
/// <param name="Run">Throws when the type of the specimen does not do it.</param>
/// <param name="Applies">For which specimens; null for all.</param>
internal sealed record Step<T>(string Name, Func<T, Task> Run, Func<T, bool>? Applies = null);

/// <summary>Something that a type does not do yet.</summary>
/// <param name="Kind">The type, in the format's words.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Reason">What is missing.</param>
internal sealed record KnownHole(string Kind, string Step, string Reason);

/// <summary>The table of kinds and steps.</summary>
internal static class StepTable
{
    /// <summary>Each kind with each step that applies to it; a kind without a specimen has all of them, so that it fails.</summary>
    internal static TheoryData<string, string> Of<T>(
        IEnumerable<string> kinds,
        IReadOnlyList<Step<T>> steps,
        IReadOnlyDictionary<string, T> specimens
    )
        where T : class
    {
        var table = new TheoryData<string, string>();
        foreach (var kind in kinds)
        {
            var specimen = specimens.GetValueOrDefault(kind);
            foreach (var step in steps.Where(step => specimen is null || step.Applies?.Invoke(specimen) != false))
                table.Add(kind, step.Name);
        }
        return table;
    }

    /// <summary>Takes the step. One that is known to fail must fail, so that a mended hole leaves the list.</summary>
    internal static async Task Take<T>(
        string kind,
        string step,
        IReadOnlyList<Step<T>> steps,
        IReadOnlyDictionary<string, T> specimens,
        IReadOnlyList<KnownHole> holes
    )
        where T : class
    {
        Assert.True(specimens.ContainsKey(kind), $"There is no specimen of the type '{kind}'. Write one beside the others.");
        var run = steps.Single(one => one.Name == step).Run;
        if (holes.FirstOrDefault(hole => hole.Kind == kind && hole.Step == step) is not { } known)
        {
            await run(specimens[kind]);
            return;
        }
        var fault = await Record.ExceptionAsync(() => run(specimens[kind]));
        Assert.True(fault is not null, $"'{kind}' does '{step}' now. Take it out of the list of known holes ({known.Reason}).");
    }

    /// <summary>Every known hole is about a kind and a step that exist; one that is not would never be asserted.</summary>
    internal static void CheckHoles(IEnumerable<object[]> table, IReadOnlyList<KnownHole> holes) =>
        Assert.All(holes, hole => Assert.Contains(table, row => (string)row[0] == hole.Kind && (string)row[1] == hole.Step));
}
