// Stage 3: the summary is shown back to the community. What it says is written by people, in every language of the survey; the program
// offers a first draft from the ranking (Web) but never publishes words nobody has read.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Writes or changes the summary of a hearing check, which is made on first use. Words that people have replied to cannot change.
/// </summary>
public sealed class PrepareHearingCheck(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="Summary">"This is what we heard", by language; the first is the organiser's.</param>
    public sealed record Command(IReadOnlyDictionary<string, string> Summary);

    public Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default) =>
        Run(actor, initiative, command, open: false, cancellation);

    /// <param name="open">Opens it to the public with these words, in the same transaction.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, bool open, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (command.Summary.Count == 0 || command.Summary.Values.All(string.IsNullOrWhiteSpace))
            return new Problem.Invalid(
                "summary",
                "required",
                "Write what you heard, in the words you would use in front of the people who said it."
            );
        if (!command.Summary.Keys.All(LanguageCode.IsValid))
            return new Problem.Invalid("summary", "bad_language", "The summary has words by language code, such as en or pt-BR.");
        if (command.Summary.FirstOrDefault(words => words.Value is { Length: > 10_000 }) is { Key: { } language })
            return new Problem.Invalid($"summary.{language}", "too_long", "The summary may have 10,000 characters.");

        var summary = command
            .Summary.Where(words => !string.IsNullOrWhiteSpace(words.Value))
            .ToDictionary(words => words.Key, words => words.Value.Trim());
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            open ? "hearing_check.open" : "hearing_check.prepare",
            found.Title,
            async tx =>
            {
                // A reply that is being stored holds the row; without waiting for it, its words could change under it.
                await tx.Find<string>("select slug from hearing_check where initiative_id = @initiative for update", new { initiative });
                if (await tx.Find<bool>("select exists (select from hearing_reply where initiative_id = @initiative)", new { initiative }))
                    return new Problem.Conflict(
                        "replied_already",
                        "People have replied to this summary, so its words stay. Answer their corrections instead."
                    );
                await tx.Execute(
                    Sql,
                    new
                    {
                        initiative,
                        slug = $"{found.OrganisationSlug}-{found.Slug}",
                        summary = Jsonb.Of(JsonSerializer.Serialize(summary)),
                    }
                );
                if (open)
                    await OpenHearingCheck.Open(tx, initiative, clock);
                return Done.It;
            },
            cancellation
        );
    }

    private const string Sql = """
        insert into hearing_check (initiative_id, slug, summary) values (@initiative, @slug, @summary)
        on conflict (initiative_id) do update set summary = excluded.summary
        """;
}
