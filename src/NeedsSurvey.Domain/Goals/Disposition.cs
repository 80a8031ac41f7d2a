using System.Diagnostics;

namespace NeedsSurvey.Domain.Goals;

/// <summary>
/// What the organisation will do about a need. A high need outside the mission is never dropped: it is handed on, with a reason.
/// </summary>
public enum DispositionKind
{
    /// <summary>Serve it with a goal of our own.</summary>
    Act,

    /// <summary>Serve it together with another organisation.</summary>
    Partner,

    /// <summary>Send people to those who already serve it.</summary>
    Refer,

    /// <summary>Speak up so that whoever is responsible serves it.</summary>
    Advocate,

    /// <summary>Later; the reason says when it is looked at again.</summary>
    NotNow,

    /// <summary>Not by us; the reason is printed.</summary>
    Decline,
}

/// <summary>A need's disposition. Without a written reason it does not count.</summary>
public sealed record Disposition(DispositionKind Kind, string? Reason)
{
    /// <summary>Whether a reason is written.</summary>
    public bool HasReason => !string.IsNullOrWhiteSpace(Reason);
}

/// <summary>Stable words and printed labels of dispositions.</summary>
public static class Dispositions
{
    /// <summary>The word in JSON, CSV and the database.</summary>
    public static string Code(this DispositionKind kind) =>
        kind switch
        {
            DispositionKind.Act => "act",
            DispositionKind.Partner => "partner",
            DispositionKind.Refer => "refer",
            DispositionKind.Advocate => "advocate",
            DispositionKind.NotNow => "not_now",
            DispositionKind.Decline => "decline",
            _ => throw new UnreachableException(),
        };

    /// <summary>The label people read.</summary>
    public static string Label(this DispositionKind kind) =>
        kind switch
        {
            DispositionKind.Act => "Act",
            DispositionKind.Partner => "Partner",
            DispositionKind.Refer => "Refer",
            DispositionKind.Advocate => "Advocate",
            DispositionKind.NotNow => "Not now",
            DispositionKind.Decline => "Decline",
            _ => throw new UnreachableException(),
        };

    /// <summary>The disposition whose code this is, or null.</summary>
    public static DispositionKind? Parse(string? code) =>
        code switch
        {
            "act" => DispositionKind.Act,
            "partner" => DispositionKind.Partner,
            "refer" => DispositionKind.Refer,
            "advocate" => DispositionKind.Advocate,
            "not_now" => DispositionKind.NotNow,
            "decline" => DispositionKind.Decline,
            _ => null,
        };
}
