using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// Gives the demo's visitor a copy of it to try everything on, as an Organiser: edit, code, export, publish. The demo itself stays as it
/// is. All visitors share one, as they share their account; it is gone when the last of them leaves (<see cref="LeaveDemo"/>).
/// </summary>
public sealed class PractiseDemo(Db db, TimeProvider clock)
{
    /// <summary>Enough for every figure, and made in a few seconds.</summary>
    private const int Responses = 150;

    private const string Name = "Riverside Neighbours (to try on)";

    /// <summary>The address of the copy's organiser's side.</summary>
    public Task<Result<string>> Run(Actor actor, CancellationToken cancellation) =>
        actor.Kind != ActorKind.Guest
            ? Task.FromResult<Result<string>>(Problem.Forbidden.VisitorsAlone)
            : db.Change<string>(
                actor,
                null,
                "demo.practise",
                "",
                async tx =>
                {
                    // Held until the end, so that a second visitor waits and then finds the copy there.
                    await tx.Execute(LockSql);
                    if (await tx.Find<string>(PlaceSql, new { actor.Id }) is { } there)
                        return there;
                    var story = DemoStory.Load();
                    story = story with { Organisation = story.Organisation with { Name = Name } };
                    var organisation = await CreateDemo.Tell(db, clock, story, Responses, cancellation);
                    await Members.Add(tx, organisation, actor.Id!.Value, Role.Organiser);
                    return await tx.One<string>(PlaceSql, new { actor.Id });
                },
                cancellation
            );

    private const string LockSql = "select pg_advisory_xact_lock(hashtext('needssurvey demo to try on'))";

    private const string PlaceSql = """
        select concat('/o/', o.slug, '/', i.slug) from membership m
        join organisation o using (organisation_id)
        join initiative i using (organisation_id)
        where m.account_id = @Id and m.role = 'Organiser' and i.is_demo
        """;
}
