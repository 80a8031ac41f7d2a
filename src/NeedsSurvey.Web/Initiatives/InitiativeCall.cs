using NeedsSurvey.App;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>The initiative that an address of the API names by its id, and who asks.</summary>
internal sealed record InitiativeCall(Guid Initiative, Actor Actor, CancellationToken Cancellation)
{
    /// <summary>What an operation reads, as JSON.</summary>
    public async Task<OkOrProblem<T>> Ok<T>(Func<Actor, Guid, CancellationToken, Task<Result<T>>> read) =>
        (await read(Actor, Initiative, Cancellation)).Ok();
}
