using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>One thing wrong with a survey definition, for a person to mend.</summary>
/// <param name="Path">Where, as a JSON path without the root: <c>questions[3].choices[1].name</c>; empty for the whole definition.</param>
/// <param name="Code">Stable snake_case code for programs.</param>
/// <param name="Message">What is wrong and what to do, in one or two plain sentences.</param>
/// <param name="Severity">Errors stop publishing; warnings are shown and may be kept.</param>
public sealed record DefinitionFault(string Path, string Code, string Message, FaultSeverity Severity = FaultSeverity.Error)
{
    /// <summary>For a fault of an expression: its line with carets under the place; null otherwise. Monospaced.</summary>
    public string? Caret { get; init; }

    /// <summary>True when it stops publishing.</summary>
    public bool IsError => Severity == FaultSeverity.Error;

    /// <summary>For a command line: <c>path: message</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

/// <summary>Collects faults while a definition is checked.</summary>
internal sealed class DefinitionFaults
{
    private readonly List<DefinitionFault> all = [];

    internal IReadOnlyList<DefinitionFault> All => all;

    internal void Error(string path, string code, string message) => all.Add(new(path, code, message));

    internal void Warning(string path, string code, string message) => all.Add(new(path, code, message, FaultSeverity.Warning));

    internal void Add(DefinitionFault fault) => all.Add(fault);
}
