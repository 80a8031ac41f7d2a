using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Needs;

/// <summary>Reads an initiative's needs with their definitions, merged ones included: what coders code to.</summary>
public sealed class ReadCodebook(Db db, FindInitiative find)
{
    public async Task<Result<IReadOnlyList<NeedEntry>>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return Result.Of(await ReadNeedAnswers.ReadCodebook(db, found.InitiativeId, cancellation));
    }
}
