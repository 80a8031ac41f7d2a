using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>Saves the words that only people can write: title, lead, and the disclosure items nobody else knows. Publishes nothing.</summary>
public sealed class SaveReportDraft(Db db, FindInitiative find)
{
    /// <param name="Title">The finding, as a headline.</param>
    /// <param name="Lead">One or two sentences under it.</param>
    /// <param name="Disclosure">Words by item code: <c>sponsor</c>, <c>recruitment</c>, <c>limitations</c>.</param>
    public sealed record Command(string Title, string Lead, IReadOnlyDictionary<string, string> Disclosure);

    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.PublishReport, initiative, cancellation)).Succeeded(out var found, out var problem)) return problem;
        if (command.Title.Length > 200) return new Problem.Invalid("title", "too_long", "The title may have 200 characters.");
        if (command.Lead.Length > 2_000) return new Problem.Invalid("lead", "too_long", "The lead may have 2,000 characters.");
        foreach (var (code, words) in command.Disclosure)
            if (words is not { Length: <= 4_000 }) return new Problem.Invalid(code, "too_long", "This may have 4,000 characters.");

        return await db.Change<Done>(actor, found.OrganisationId, "report.save", found.Title, async tx =>
        {
            await tx.Execute(Sql, new
            {
                initiative, slug = $"{found.OrganisationSlug}-{found.Slug}", title = command.Title.Trim(), lead = command.Lead.Trim(),
                disclosure = Jsonb.Of(JsonSerializer.Serialize(command.Disclosure.ToDictionary(item => item.Key, item => item.Value.Trim()))),
            });
            return Done.It;
        }, cancellation);
    }

    private const string Sql = """
        insert into report (initiative_id, slug, title, lead, disclosure) values (@initiative, @slug, @title, @lead, @disclosure)
        on conflict (initiative_id) do update set title = excluded.title, lead = excluded.lead, disclosure = excluded.disclosure
        """;
}
