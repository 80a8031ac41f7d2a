using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Begins a survey as a draft: from a template, from a definition, as a copy of another survey's draft, or blank. A draft may be as
/// unfinished as it likes; publishing is where it must stand.
/// </summary>
public sealed class CreateSurvey(Db db, FindInitiative initiatives, ReadSurvey surveys)
{
    /// <summary>What to begin from: at most one of template, definition and copy; none is a blank survey, which needs a title.</summary>
    /// <param name="Title">As lists show it; absent, the title that respondents see.</param>
    /// <param name="Template">Key of a template in <see cref="SeedLibrary"/>.</param>
    /// <param name="CopyOf">Id or slug of a survey of the same organisation.</param>
    /// <param name="IsNextRound">The copy asks the same again: it has a title that says so, and no days yet.</param>
    public sealed record Command(
        string? Title = null,
        SurveyDefinition? Definition = null,
        string? Template = null,
        string? CopyOf = null,
        bool IsNextRound = false
    );

    /// <summary>Made, and reachable under both.</summary>
    public sealed record Created(Guid Id, string Slug);

    public async Task<Result<Created>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation)
    {
        if (!(await initiatives.Run(actor, Permission.EditSurvey, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (command.CopyOf is { } original)
        {
            if (command is not { Template: null, Definition: null })
                return new Problem.Invalid("copyOf", "one_of", OneOf);
            if (!(await surveys.Run(actor, original, cancellation)).Succeeded(out var view, out problem))
                return problem;
            if (view.OrganisationId != found.OrganisationId)
                return new Problem.NotFound("survey");
            command = command with
            {
                Definition = command.IsNextRound
                    ? view.Draft with
                    {
                        Start = view.Draft.Start with { AnswersUntil = null, HeardBy = null },
                    }
                    : view.Draft,
                Title =
                    !TypedText.IsBlank(command.Title) ? command.Title
                    : command.IsNextRound ? SurveyTitle.NextRoundOf(view.Title)
                    : SurveyTitle.CopyOf(view.Title),
            };
        }
        if (!Beginning(command).Succeeded(out var draft, out var refusal))
            return refusal;
        var title = TypedText.IsBlank(command.Title) ? SurveyTitle.Of(draft) : command.Title.Trim();
        if (SurveyTitle.Fault(title) is { } invalid)
            return invalid;
        var id = Guid.NewGuid();
        return await db.Change<Created>(
            actor,
            found.OrganisationId,
            "survey.create",
            title,
            async tx =>
            {
                tx.Detail["template"] = command.Template;
                var wish = Slug.From(title, "survey");
                for (var slug = wish; ; slug = $"{wish}-{RandomEnding()}")
                {
                    var row = new
                    {
                        id,
                        found.InitiativeId,
                        found.OrganisationId,
                        slug,
                        title,
                        draft = Jsonb.Of(SurveyJson.WriteUtf8(draft)),
                        command.Template,
                    };
                    if (await tx.Execute(InsertSql, row) == 1)
                        return new Created(id, slug);
                }
            },
            cancellation
        );
    }

    private static Result<SurveyDefinition> Beginning(Command command) =>
        command switch
        {
            { Template: not null, Definition: not null } => new Problem.Invalid("template", "one_of", OneOf),
            { Definition: { } definition } => definition,
            { Template: { } key } => SeedLibrary.FindTemplate(key) is { } template
                ? SurveyJson.ReadStored(template.DefinitionJson())
                : new Problem.Invalid("template", "unknown", $"There is no template '{key}'. GET /api/v1/templates lists them."),
            { Title: { } title } when !TypedText.IsBlank(title) => new SurveyDefinition { Title = title.Trim() },
            _ => new Problem.Invalid("title", "required", "Give the survey a title."),
        };

    private const string OneOf = "Send a template, a definition or the survey to copy: one of them.";

    // Survey addresses are shared by all organisations, and a running number would tell how many surveys of that name exist.
    private static string RandomEnding() =>
        System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5);

    private const string InsertSql = """
        insert into survey (survey_id, initiative_id, organisation_id, slug, title, draft, template)
        values (@id, @InitiativeId, @OrganisationId, @slug, @title, @draft, @Template)
        on conflict (slug) do nothing
        """;
}
