using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Saves the words that only people can write: title, lead, and the disclosure items nobody else knows; and publishes the report with them
/// where that is wanted, both or neither.
/// </summary>
public sealed class SaveReportDraft(Db db, FindInitiative find, AssembleReport assemble, TimeProvider clock)
{
    /// <param name="Title">The finding, as a headline.</param>
    /// <param name="Lead">One or two sentences under it.</param>
    /// <param name="Disclosure">Words by item code: <c>sponsor</c>, <c>recruitment</c>, <c>limitations</c>.</param>
    public sealed record Command(string Title, string Lead, IReadOnlyDictionary<string, string> Disclosure)
    {
        internal Command Trimmed() => new(Title.Trim(), Lead.Trim(), Disclosure.ToDictionary(item => item.Key, item => item.Value.Trim()));
    }

    public Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default) =>
        Run(actor, initiative, command, publish: false, null, cancellation);

    /// <param name="publish">Publishes a version with these words; refused as <see cref="PublishReport"/> refuses, and then nothing is
    /// saved.</param>
    /// <param name="reason">Why there is a new version; see <see cref="PublishReport"/>.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        Command command,
        bool publish,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (!(await find.Run(actor, Permission.PublishReport, initiative, cancellation)).Succeeded(out var found, out var problem))
        {
            return problem;
        }

        if (Faults(command) is { } invalid)
        {
            return invalid;
        }

        var words = command.Trimmed();
        ReportDraft? draft = null;
        if (publish && !(await assemble.Run(actor, initiative, words, cancellation)).Succeeded(out draft, out problem))
        {
            return problem;
        }

        if (draft is not null && PublishReport.Refusal(draft, reason) is { } refusal)
        {
            return refusal;
        }

        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            publish ? "report.publish" : "report.save",
            draft?.Content.Title ?? found.Title,
            async tx =>
            {
                await tx.Execute(
                    SaveSql,
                    new
                    {
                        initiative,
                        slug = $"{found.OrganisationSlug}-{found.Slug}",
                        words.Title,
                        words.Lead,
                        disclosure = Jsonb.Of(JsonSerializer.Serialize(words.Disclosure)),
                    }
                );
                return draft is null
                    ? Done.It
                    : (await PublishReport.Store(tx, initiative, draft, reason, actor.Name, clock.GetUtcNow())).Then(_ => Done.It);
            },
            cancellation
        );
    }

    private static Problem.Invalid? Faults(Command command) =>
        command switch
        {
            { Title.Length: > 200 } => new("title", "too_long", "The title may have 200 characters."),
            { Lead.Length: > 2_000 } => new("lead", "too_long", "The lead may have 2,000 characters."),
            _ => command.Disclosure.FirstOrDefault(item => item.Value is not { Length: <= 4_000 }) is { Key: { } code }
                ? new(code, "too_long", "This may have 4,000 characters.")
                : null,
        };

    private const string SaveSql = """
        insert into report (initiative_id, slug, title, lead, disclosure) values (@initiative, @slug, @Title, @Lead, @disclosure)
        on conflict (initiative_id) do update set title = excluded.title, lead = excluded.lead, disclosure = excluded.disclosure
        """;
}
