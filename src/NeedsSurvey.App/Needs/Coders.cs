namespace NeedsSurvey.App.Needs;

/// <summary>Codings belong to whoever made them, so that two coders can be compared.</summary>
internal static class Coders
{
    /// <summary>The actor's id as a coder; the operator at the command line codes as nobody in particular.</summary>
    public static Guid CoderId(this Actor actor) => actor.Id ?? Guid.Empty;
}
