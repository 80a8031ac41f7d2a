using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.App;

/// <summary>
/// Everything that may be expected to go wrong, in one closed hierarchy with stable codes. The web storey translates it once
/// (problem details, a page, or an exit code); messages are plain sentences that say what happened and what to do.
/// </summary>
/// <param name="Code">Stable, snake_case; scripts may rely on it.</param>
/// <param name="Message">For people.</param>
public abstract record Problem(string Code, string Message)
{
    /// <summary>It does not exist, or belongs to an organisation that the actor is not a member of: one answer for both.</summary>
    public sealed record NotFound(string What) : Problem("not_found", $"There is no such {What}.");

    /// <summary>Nobody is signed in, or the key is not valid.</summary>
    public sealed record NotSignedIn(string Words = "Sign in first.") : Problem("not_signed_in", Words);

    /// <summary>The actor is a member, but the role does not include this, or is of a kind that may not.</summary>
    public sealed record Forbidden(string Message) : Problem("forbidden", Message)
    {
        public Forbidden(Permission permission)
            : this(
                $"Your role does not let you {Permissions.Words(permission)}. Ask an owner of the organisation to do it, or to give you a "
                    + "role that may."
            ) { }

        /// <summary>Only at the command line of the server.</summary>
        public static Forbidden OperatorsAlone { get; } = new("Only whoever runs this server can do this, at its command line.");

        /// <summary>Only those who look around in the demo.</summary>
        public static Forbidden VisitorsAlone { get; } = new("Only visitors of the demo can do this.");
    }

    /// <summary>What was sent is not in order; every fault says where.</summary>
    public sealed record Invalid(IReadOnlyList<Fault> Faults)
        : Problem("invalid", Faults.Count == 1 ? Faults[0].Message : $"{Faults.Count} things need attention.")
    {
        public Invalid(string path, string code, string message)
            : this([new Fault(path, code, message)]) { }
    }

    /// <summary>One text is longer than <paramref name="most"/> characters.</summary>
    public static Invalid TooLong(string path, int most) => new([Fault.TooLong(path, most)]);

    /// <summary>It clashes with what is stored: changed meanwhile, already there, or in the wrong state.</summary>
    public sealed record Conflict(string Code, string Message) : Problem(Code, Message)
    {
        /// <summary>The code of a conflict with what somebody else stored meanwhile: who saves again writes over it.</summary>
        public const string Meanwhile = "changed_meanwhile";
    }

    /// <summary>It was there and is over (a closed survey, a used or expired link).</summary>
    public sealed record Gone(string Code, string Message) : Problem(Code, Message);

    /// <summary>A gate of the roadmap is closed; it can be overridden with a written reason.</summary>
    public sealed record GateClosed(string Gate, string Message) : Problem("gate_closed", Message);

    /// <summary>Too many tries; wait.</summary>
    public sealed record TooMany(string Message, TimeSpan RetryAfter) : Problem("too_many_requests", Message);

    /// <summary>The request did not get as far as an operation: nothing in it was looked at.</summary>
    public sealed record Unread(RequestFault Fault, string Code, string Message) : Problem(Code, Message);

    /// <summary>A bug. What it is stands in the log, under the id of the request.</summary>
    public sealed record Broken()
        : Problem(
            "internal_error",
            "Something went wrong on our side, and it was noted. Please try again; if it happens again, tell the operator the time."
        );

    /// <summary>The database cannot take it now; nothing was stored.</summary>
    public sealed record Unavailable(string Message, TimeSpan RetryAfter) : Problem("unavailable", Message);
}

/// <summary>Why a request was not read.</summary>
public enum RequestFault
{
    Malformed,
    MethodNotAllowed,
    TooSlow,
    TooLarge,
    UnsupportedContent,
}

/// <summary>One thing that needs attention.</summary>
/// <param name="Path">Where: a form field's name or a JSON path.</param>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Message">What to do, in a sentence.</param>
public sealed record Fault(string Path, string Code, string Message)
{
    /// <summary>Words that are longer than <paramref name="most"/> characters.</summary>
    public static Fault TooLong(string path, int most) => new(path, "too_long", AtMost(most));

    /// <summary>What to do about them.</summary>
    internal static string AtMost(int most) => $"Write at most {ReaderCulture.Count(most, "en")} characters.";

    /// <summary>
    /// The message is the survey's own, in the language of the page; the program's may be in another, and then says so to whatever reads
    /// it aloud.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool InSurveysWords { get; init; }
}
