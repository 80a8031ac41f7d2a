using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Initiatives;

/// <summary>A group question of an initiative's surveys: what population margins are entered for.</summary>
/// <param name="Role">The <c>group_role</c>.</param>
/// <param name="Label">The question, in the survey's first language.</param>
/// <param name="Categories">Its choices by code, in their order, with their words.</param>
public sealed record GroupQuestion(string Role, string Label, IReadOnlyList<(string Name, string Label)> Categories);

/// <summary>
/// The group questions asked by an initiative's surveys (drafts) that known shares can be held against, one a role; of
/// several with the same role the newest survey's.
/// </summary>
public sealed class ListGroupQuestions(Db db, FindInitiative initiatives)
{
    public async Task<Result<IReadOnlyList<GroupQuestion>>> Run(Actor actor, Guid initiative, CancellationToken cancellation)
    {
        if (!(await initiatives.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var drafts = await db.Query<string>(DraftsSql, new { found.InitiativeId }, cancellation);
        return drafts.Select(SurveyJson.ReadStored).SelectMany(In).DistinctBy(question => question.Role).ToList();
    }

    private static IEnumerable<GroupQuestion> In(SurveyDefinition survey)
    {
        var language = survey.Languages is [var first, ..] ? first : "en";
        return Outline
            .Flatten(survey.Questions)
            .Select(entry => entry.Item)
            .OfType<Question>()
            .Where(question =>
                question is { GroupRole.Length: > 0, ComparedWith: GroupComparison.Census } && question.ChoicesIn(survey).Count > 0
            )
            .Select(question => new GroupQuestion(
                question.GroupRole!,
                question.Label?.In(language) ?? question.Name,
                [.. question.ChoicesIn(survey).Select(choice => (choice.Name, choice.Label.In(language)))]
            ));
    }

    private const string DraftsSql = "select draft from survey where initiative_id = @InitiativeId order by created_at desc, survey_id";
}
