using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>A need that a question may point to.</summary>
public sealed record NeedName(string Name, string Label);

/// <summary>
/// The needs to offer where a question can point to one: the initiative's own first, then those of the catalogue that the survey's
/// template uses (of all catalogues for a survey without template). Publishing brings the chosen ones into the initiative.
/// </summary>
public sealed class ListNeedNames(Db db, FindSurvey surveys)
{
    public async Task<Result<IReadOnlyList<NeedName>>> Run(Actor actor, string survey, string language, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.View, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var rows = await db.Query<NeedRow>(NeedsSql, new { found.InitiativeId }, cancellation);
        var template = await db.One<string?>(TemplateSql, new { found.Id }, cancellation);
        var own = rows.Select(row => new NeedName(
            row.Name,
            new LocalText(JsonSerializer.Deserialize<Dictionary<string, string>>(row.Label)!).In(language, "en")
        ));
        var catalogues =
            template is not null && SeedLibrary.FindTemplate(template) is { } begun
                ? SeedLibrary.Catalogues.Where(catalogue => catalogue.Key == begun.Catalogue)
                : SeedLibrary.Catalogues;
        var offered = catalogues
            .SelectMany(catalogue => catalogue.Needs)
            .Select(need => new NeedName(need.Name, need.Label.In(language, "en")));
        return own.Concat(offered).DistinctBy(need => need.Name).ToList();
    }

    private const string NeedsSql =
        "select name, label from need where initiative_id = @InitiativeId and merged_into is null order by position, name";

    private const string TemplateSql = "select template from survey where survey_id = @Id";

    private sealed record NeedRow
    {
        public required string Name { get; init; }
        public required string Label { get; init; }
    }
}
