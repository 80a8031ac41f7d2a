using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// The other way on from the front page of a new instance: makes the demo if it is not there, and lets the visitor look at its organiser's
/// side. Only while nobody has an account; afterwards the demo is made at the command line, and people sign in to see it.
/// </summary>
public sealed class ExploreDemo(ReadFrontPage front, CreateDemo create, EnterDemo enter)
{
    public async Task<Result<OpenedSession>> Run(CancellationToken cancellation)
    {
        if ((await front.Run(cancellation)).HasAccounts)
            return new Problem.Gone("demo_closed", "This installation has an owner now. Sign in to see the organiser’s side of the demo.");
        // Whoever meets an instance that is nobody's may make the demo on it, and only that.
        return (await create.Run(Actor.Operator with { Name = "front page" }, cancellation: cancellation)).Succeeded(
            out var made,
            out var problem
        )
            ? await enter.Run(made.Demo, cancellation)
            : problem;
    }
}
