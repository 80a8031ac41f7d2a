// What keeps the program from starting, in words for the person at the keyboard. Thrown by start-up code only (embedded server,
// migrations, server requirements) and caught once, by the command line, which prints the words and exits with the code.

namespace NeedsSurvey.App.Database;

/// <summary>The environment does not let the program start; <see cref="Exception.Message"/> says what happened and what to do.</summary>
public sealed class StartException : Exception
{
    /// <param name="words">What happened and what to do, in plain sentences.</param>
    /// <param name="exitCode">1 for a fault of the environment, 2 for wrong usage such as a second <c>serve</c>.</param>
    public StartException(string words, int exitCode = 1)
        : base(words) => ExitCode = exitCode;

    /// <param name="words">What happened and what to do, in plain sentences.</param>
    /// <param name="cause">The exception behind it.</param>
    public StartException(string words, Exception? cause)
        : base(words, cause) => ExitCode = 1;

    /// <summary>1 or 2: what the command line exits with.</summary>
    public int ExitCode { get; }
}
