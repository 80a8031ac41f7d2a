using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// Makes whoever owns an organisation on this instance an owner of the demo's too, so that they can look at its organiser's side and
/// change it at will. The first owner of a new instance gets it with the set-up (<see cref="SetUpOwner"/>).
/// </summary>
public sealed class ShareDemo(Db db)
{
    public Task<Result<Done>> Run(Actor actor, Guid demo, CancellationToken cancellation) =>
        actor.Kind != ActorKind.Operator
            ? Task.FromResult<Result<Done>>(Problem.Forbidden.OperatorsAlone)
            : db.Change<Done>(
                actor,
                demo,
                "demo.share",
                "owners",
                async tx =>
                {
                    await Members.AddEveryOwner(tx, demo);
                    return Done.It;
                },
                cancellation
            );
}
