namespace NeedsSurvey.Domain.Surveys;

/// <summary>Whether a fault stops a survey from being published.</summary>
public enum FaultSeverity { Error, Warning }

/// <summary>One thing wrong with a survey definition, for a person to mend.</summary>
/// <param name="Path">Where, as a JSON path without the root: <c>questions[3].choices[1].name</c>; empty for the whole definition.</param>
/// <param name="Code">Stable snake_case code for programs.</param>
/// <param name="Message">What is wrong and what to do, in one or two plain sentences.</param>
/// <param name="Severity">Errors stop publishing; warnings are shown and may be kept.</param>
public sealed record DefinitionFault(string Path, string Code, string Message, FaultSeverity Severity = FaultSeverity.Error)
{
    /// <summary>True when it stops publishing.</summary>
    public bool IsError => Severity == FaultSeverity.Error;

    /// <summary>For a caret or a command line: <c>path: message</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
