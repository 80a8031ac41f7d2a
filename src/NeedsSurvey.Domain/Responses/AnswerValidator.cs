using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Judges answers that were read and whose relevance is known: choice filter, constraint, required; and finds what to drop.</summary>
internal static class AnswerValidator
{
    internal static void ValidateAll(Evaluation response, FaultList faults, List<DroppedAnswer> dropped)
    {
        foreach (var item in response.Survey.Items)
        {
            if (!item.IsQuestion) continue;
            if (item.Repeat is null) Judge(response, item, -1, faults, dropped);
            else
                for (var instance = 0; instance < response.Room(item); instance++) Judge(response, item, instance, faults, dropped);
        }
    }

    internal static void ValidatePage(SurveyPage page, Evaluation response, FaultList faults)
    {
        foreach (var item in page.Items)
        {
            if (!item.IsQuestion) continue;
            if (item.Repeat is null) Judge(response, item, -1, faults, null, page.Part);
            else
                for (var instance = 0; instance < response.Count(item.Repeat); instance++) Judge(response, item, instance, faults, null);
        }
    }

    private static void Judge(
        Evaluation response, CompiledItem item, int instance, FaultList faults, List<DroppedAnswer>? dropped, int part = -1)
    {
        ref var cell = ref response.At(item, instance);
        var at = new Place(item, instance);
        var question = (Question)item.Item;
        if (!cell.Shown)
        {
            if (cell.Answer is not null) dropped?.Add(new(item.Name, at.Path));
            return;
        }
        if (question.Required && cell.Answer is not Answer.Declined) Require(question, cell.Answer, at, faults, part);
        if (cell.Answer is null or Answer.Declined) return;
        if (item.ChoiceFilter is not null && Picked(cell.Answer).Any(name => !response.Offers(item, instance, item.Choice(name)!)))
            faults.Add(at, "choice_not_offered");
        // A constraint that cannot be evaluated is its author's mistake; the person who answers is not held up by it.
        if (item.Constraint is { } constraint && response.Evaluate(constraint, item, instance) is { IsFault: false } met && !met.ToBoolean())
            faults.Add(at, "constraint", question.ConstraintMessage, "constraint");
    }

    /// <summary>Grids are complete when every row is; a page that shows one row or set asks for that one only.</summary>
    private static void Require(Question question, Answer? answer, Place at, FaultList faults, int part)
    {
        if (faults.Has(at)) return;
        switch (question)
        {
            case NeedGridQuestion grid:
                var ratings = (answer as Answer.NeedRatings)?.Rows ?? [];
                foreach (var row in Parts(grid.Rows, part))
                {
                    var rating = ratings.FirstOrDefault(given => given.Row == row.Name);
                    if (rating?.Importance is null) Missing(at.Row(row.Name, "importance"));
                    if (rating?.Satisfaction is null) Missing(at.Row(row.Name, "satisfaction"));
                }
                break;
            case MatrixQuestion matrix:
                var rows = (answer as Answer.MatrixRows)?.Rows ?? [];
                foreach (var row in matrix.Rows)
                    if (rows.All(given => given.Row != row.Name)) Missing(at.Row(row.Name));
                break;
            case BestWorstQuestion sets:
                var picks = (answer as Answer.BestWorst)?.Sets ?? [];
                foreach (var set in Parts([.. Enumerable.Range(0, sets.Sets.Count)], part))
                {
                    var pick = set < picks.Count ? picks[set] : null;
                    if (pick?.Best is null) Missing(at.Set(set, "best"));
                    if (pick?.Worst is null) Missing(at.Set(set, "worst"));
                }
                break;
            default:
                if (answer is null) Missing(at);
                break;
        }

        void Missing(Place where) =>
            faults.Add(where, "required", question.RequiredMessage, question.MayDecline ? "required_or_decline" : "required");
    }

    private static IEnumerable<T> Parts<T>(IReadOnlyList<T> all, int part) => part < 0 ? all : all.Skip(part).Take(1);

    private static IEnumerable<string> Picked(Answer answer) => answer switch
    {
        Answer.One one => [one.Choice],
        Answer.Many many => many.Choices,
        Answer.Ranking ranking => ranking.Choices,
        Answer.MatrixRows matrix => matrix.Rows.Select(row => row.Choice).OfType<string>(),
        Answer.BestWorst sets => sets.Sets.SelectMany(pick => new[] { pick?.Best, pick?.Worst }).OfType<string>(),
        _ => [],
    };
}
