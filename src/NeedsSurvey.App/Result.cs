using System.Diagnostics.CodeAnalysis;

namespace NeedsSurvey.App;

/// <summary>
/// What an operation came to: a value, or the <see cref="App.Problem"/> that was to be expected. Exceptions are left to bugs and outages.
/// </summary>
public readonly record struct Result<T>
{
    private Result(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; null (default) when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null when the operation succeeded.</summary>
    public Problem? Problem { get; }

    /// <summary>True with a value, false with a problem; the compiler then knows which of the two is there.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (Value, Problem);
        return problem is null;
    }

    /// <summary>The value for whoever knows that it is there (tests, the demo); a problem becomes an exception with its message.</summary>
    public T OrThrow() =>
        Problem is null
            ? Value!
            : throw new InvalidOperationException(
                Problem is Problem.Invalid invalid ? string.Join(" ", invalid.Faults) : $"{Problem.Code}: {Problem.Message}"
            );

    /// <summary>Carries the value on, or the problem.</summary>
    public Result<TNext> Then<TNext>(Func<T, TNext> next) => Problem is null ? next(Value!) : Problem;

    internal static Result<T> From(T value) => new(value, null);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}

/// <summary>The value of operations that have nothing to say but that it is done.</summary>
public readonly record struct Done
{
    public static readonly Done It;
}

/// <summary>Makes results of interface types, which C# does not convert to implicitly.</summary>
public static class Result
{
    public static Result<T> Of<T>(T value) => Result<T>.From(value);
}
