using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// Makes the demo: invented organisations that have carried an initiative through all five stages. It has no way of its own into the
/// database: <see cref="DemoTelling"/> calls the operations that people call, with a clock that stands where the story is. Run again, or
/// twice at once, it finds the demo there and changes nothing. A demo that was interrupted half-way belongs to nobody,
/// and the next run makes a whole one beside it.
/// </summary>
public sealed class CreateDemo(Db db, ReadDemo readDemo, TimeProvider clock)
{
    /// <summary>More than this is a benchmark, not a demo.</summary>
    public const int MostResponses = 1_000_000;

    /// <param name="Demo">Where to look.</param>
    /// <param name="IsNew">False when it was there already.</param>
    public sealed record Created(DemoPlaces Demo, bool IsNew);

    /// <param name="responses">How many invented people answer, at least 1.</param>
    /// <param name="onlyFirst">The neighbourhood's story alone, without the two that come after it.</param>
    public async Task<Result<Created>> Run(
        Actor actor,
        int responses = DemoResponses.DefaultCount,
        bool onlyFirst = false,
        CancellationToken cancellation = default
    )
    {
        if (actor.Kind != ActorKind.Operator)
            return Problem.Forbidden.OperatorsAlone;
        if (responses is < 1 or > MostResponses)
            return new Problem.Invalid("responses", "out_of_range", $"Ask for 1 to {ReaderCulture.Count(MostResponses, "en")} responses.");

        return await db.Change<Created>(
            actor,
            null,
            "demo.create",
            "demo",
            async tx =>
            {
                // Held until the end, so that a second maker waits and then finds the demo there.
                await tx.Execute(LockSql);
                if (await readDemo.Run(cancellation) is { } there)
                    return new Created(there, IsNew: false);

                // The first one last: the demo is there when its report is.
                foreach (var story in DemoStory.All().Take(onlyFirst ? 1 : int.MaxValue).Reverse())
                    await new ShareDemo(db).Run(actor, await Tell(db, clock, story, responses, cancellation), cancellation);
                tx.Detail["responses"] = responses;
                return new Created(
                    await readDemo.Run(cancellation) ?? throw new InvalidOperationException("The demo was told and is not there."),
                    IsNew: true
                );
            },
            cancellation
        );
    }

    /// <summary>Tells a story and answers the organisation that it made.</summary>
    internal static async Task<Guid> Tell(Db db, TimeProvider clock, DemoStory story, int responses, CancellationToken cancellation)
    {
        var storyClock = new DemoClock(story.OpenedOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        await using var operations = new ServiceCollection()
            .AddSingleton(db)
            .AddSingleton<TimeProvider>(storyClock)
            .AddOperations()
            .BuildServiceProvider();
        return await new DemoTelling(new(story, storyClock, operations)).Tell(responses, cancellation);
    }

    private const string LockSql = "select pg_advisory_xact_lock(hashtext('needssurvey demo'))";
}

/// <summary>Stands still at noon of a day of the story, until it is moved.</summary>
internal sealed class DemoClock(DateOnly opened) : TimeProvider
{
    /// <summary>Days since the survey opened.</summary>
    public int Day { get; set; }

    /// <summary>The date of a day of the story.</summary>
    public DateOnly DateOf(int day) => opened.AddDays(day);

    /// <summary>Another clock, which stays on this day.</summary>
    public DemoClock StoppedAt(int day) => new(opened) { Day = day };

    public override DateTimeOffset GetUtcNow() => new(DateOf(Day), new TimeOnly(12, 0), TimeSpan.Zero);
}
