// The second hand: what people said that they would gladly share. Asked and then printed nowhere, it made those who answered needy only.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>Something that people would share or do.</summary>
/// <param name="Label">In every language that the survey has it in.</param>
/// <param name="People">How many said so: a safe count, at least k.</param>
public sealed record Offer(LocalText Label, int People)
{
    /// <summary>
    /// All but fewer than k of those who answered said so: that is told in words, and <see cref="People"/> is the least that they allow.
    /// </summary>
    public bool IsNearlyAll { get; init; }
}

/// <summary>Counts what people offered, in safe figures; the caller has asked for permission.</summary>
public sealed class DrawOffers(Db db, DrawSurveyFigures drawn)
{
    /// <returns>Of the newest survey in which enough people said so, the most offered first; what few offered is left out.</returns>
    public async Task<IReadOnlyList<Offer>> Run(Guid initiative, CancellationToken cancellation)
    {
        foreach (var survey in await db.Query<SurveyRow>(SurveysSql, new { initiative }, cancellation))
        {
            var definition = SurveyJson.ReadStored(survey.Definition);
            var asked = Outline
                .Flatten(definition.Questions)
                .Select(entry => entry.Item)
                .OfType<Question>()
                .Where(question => question.AsksForOffers())
                .ToList();
            if (asked.Count == 0)
                continue;
            if ((await drawn.Run<SurveyResults>(survey.Name, DrawSurveyFigures.ResultsOf(null), cancellation)).Figures is not { } results)
                continue;
            Offer[] offers =
            [
                .. asked.SelectMany(question => OffersOf(question, definition, results)).OrderByDescending(offer => offer.People),
            ];
            if (offers.Length > 0)
                return offers;
        }
        return [];
    }

    private static IEnumerable<Offer> OffersOf(Question question, SurveyDefinition survey, SurveyResults results)
    {
        var result = results.Questions.FirstOrDefault(result => result.Name == question.Name);
        foreach (var choice in question.ChoicesIn(survey).Where(choice => !choice.Exclusive))
        {
            var label = choice.Label.ByLanguageFrom(survey.FirstLanguage);
            if (result?.Choices?.FirstOrDefault(one => one.Code == choice.Name)?.Count is not { } count)
                continue;
            if (count.Shown is > 0 and var people)
                yield return new(label, people);
            else if (count.Kind == ShownCountKind.NearlyAll)
                yield return new(label, Math.Max(count.Threshold, result.Base - (count.Threshold - 1))) { IsNearlyAll = true };
        }
    }

    private const string SurveysSql = """
        select s.survey_id as id, s.initiative_id, i.organisation_id, s.slug, s.title, s.state, v.definition
        from survey s join initiative i using (initiative_id)
        join lateral (select w.definition from survey_version w where w.survey_id = s.survey_id order by w.version desc limit 1) v on true
        where s.initiative_id = @initiative and s.state <> 'draft' order by s.opened_on desc, s.slug
        """;

    private sealed record SurveyRow
    {
        public required Guid Id { get; init; }
        public required Guid InitiativeId { get; init; }
        public required Guid OrganisationId { get; init; }
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required SurveyState State { get; init; }
        public required string Definition { get; init; }

        public SurveyName Name =>
            new()
            {
                Id = Id,
                InitiativeId = InitiativeId,
                OrganisationId = OrganisationId,
                Slug = Slug,
                Title = Title,
                State = State,
            };
    }
}
