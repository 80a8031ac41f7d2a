using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// The needs that a version's questions name become the initiative's, so that they can be ranked, coded to and linked to goals;
/// definitions come from the template's catalogue. Needs that are there already keep their words: an organiser may have changed them.
/// </summary>
internal static class SurveyNeeds
{
    /// <returns>How many needs are new.</returns>
    public static async Task<int> Adopt(Tx tx, Guid surveyId, Guid initiativeId, SurveyDefinition definition)
    {
        var template = await tx.Find<string>(TemplateSql, new { surveyId });
        var catalogue =
            template is not null && SeedLibrary.FindTemplate(template) is { } seed ? SeedLibrary.FindCatalogue(seed.Catalogue) : null;
        var named = StatedNeeds
            .NamedIn(definition)
            .Select(
                (need, at) =>
                {
                    var known = catalogue?.Needs.FirstOrDefault(entry => entry.Name == need.Name);
                    return new
                    {
                        name = need.Name,
                        label = (known?.Label ?? need.Label).ByLanguageFrom(definition.Languages[0]).ByLanguage,
                        definition = Rule(known?.Definition),
                        include = Rule(known?.Include),
                        exclude = Rule(known?.Exclude),
                        example = Rule(known?.Example),
                        position = at + 1,
                    };
                }
            )
            .ToList();
        return named.Count == 0 ? 0 : await tx.Execute(InsertSql, new { initiativeId, needs = Jsonb.Of(JsonSerializer.Serialize(named)) });

        // In the language the survey was written in: those who wrote it read its answers.
        string Rule(LocalText? words) => words?.In(definition.Languages[0], "en") ?? "";
    }

    private const string TemplateSql = "select template from survey where survey_id = @surveyId";

    private const string InsertSql = """
        insert into need (initiative_id, name, label, definition, include, exclude, example, position, origin)
        select @initiativeId, n.name, n.label, n.definition, n.include, n.exclude, n.example,
               n.position + coalesce((select max(position) from need where initiative_id = @initiativeId), 0), 'survey'
        from jsonb_to_recordset(@needs) as n(name text, label jsonb, definition text, include text, exclude text, example text,
            position int)
        on conflict (initiative_id, name) do nothing
        """;
}
