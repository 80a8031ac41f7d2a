// After a survey is published (and whenever it is published again) the needs that its questions name become the initiative's needs, so
// that they can be ranked, coded to and linked to goals. Needs that are there already keep their words: an organiser may have changed them.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>Brings the needs named in a survey's newest version into the initiative; definitions come from the template's catalogue.</summary>
public sealed class AdoptSurveyNeeds(Db db)
{
    /// <returns>How many needs are new.</returns>
    public async Task<Result<int>> Run(Actor actor, Guid surveyId, CancellationToken cancellation = default)
    {
        var survey = await db.Find<SurveyRow>(SurveySql, new { surveyId }, cancellation);
        if (survey is null) return new Problem.NotFound("survey");
        if (actor.Require(Permission.PublishSurvey, survey.OrganisationId, "survey") is { } refusal) return refusal;

        var definition = SurveyJson.Read(survey.Definition).Definition
            ?? throw new InvalidOperationException("A published definition can no longer be read.");
        var catalogue = survey.Template is { } key && SeedLibrary.FindTemplate(key) is { } template ? SeedLibrary.FindCatalogue(template.Catalogue) : null;
        var named = StatedNeeds.NamedIn(definition).Select((need, at) =>
        {
            var known = catalogue?.Needs.FirstOrDefault(entry => entry.Name == need.Name);
            return new
            {
                name = need.Name,
                label = ByLanguage(known?.Label ?? need.Label, definition.Languages[0]),
                definition = known?.Definition ?? "",
                include = known?.Include ?? "",
                exclude = known?.Exclude ?? "",
                example = known?.Example ?? "",
                position = at + 1,
            };
        }).ToList();
        if (named.Count == 0) return 0;

        return await db.Change<int>(actor, survey.OrganisationId, "need.adopt_from_survey", survey.Title, async tx =>
            await tx.Execute(InsertSql, new { survey.InitiativeId, needs = Jsonb.Of(JsonSerializer.Serialize(named)) }), cancellation);
    }

    private static Dictionary<string, string> ByLanguage(LocalText text, string first) =>
        text.All().ToDictionary(words => words.Key.Length == 0 ? first : words.Key, words => words.Value);

    private const string SurveySql = """
        select s.organisation_id, s.initiative_id, s.title, s.template, v.definition
        from survey s join survey_version v using (survey_id)
        where s.survey_id = @surveyId
        order by v.version desc limit 1
        """;

    private const string InsertSql = """
        insert into need (initiative_id, name, label, definition, include, exclude, example, position, origin)
        select @initiativeId, n.name, n.label, n.definition, n.include, n.exclude, n.example,
               n.position + coalesce((select max(position) from need where initiative_id = @initiativeId), 0), 'survey'
        from jsonb_to_recordset(@needs) as n(name text, label jsonb, definition text, include text, exclude text, example text, position int)
        on conflict (initiative_id, name) do nothing
        """;

    private sealed record SurveyRow
    {
        public required Guid OrganisationId { get; init; }
        public required Guid InitiativeId { get; init; }
        public required string Title { get; init; }
        public required string? Template { get; init; }
        public required string Definition { get; init; }
    }
}
