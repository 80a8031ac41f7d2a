// What was typed, could not be read and was left by going back stands in no answer. It waits on its page, is told on the check-answers
// page, and is shown once more before anything is stored.

using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

public sealed partial class AnsweringFlow
{
    /// <summary>Whatever nobody has seen, or could not be read, is shown before anything is stored.</summary>
    private AnsweringView Send(ResponseState draft) =>
        FirstUnseen(draft) is { } unseen ? At(unseen, Opened(unseen, state), opened: [.. draft.Unseen(unseen)])
        : Unread(state, draft).ToLookup(unread => unread.Page).FirstOrDefault() is { } unread
            ? At(unread.Key, state with { Checking = true }) with
            {
                Faults = [.. unread.Select(one => one.Fault)],
            }
        : new AnsweringView.Submit(state, draft);

    /// <summary>What waits on pages that are asked and still cannot be read.</summary>
    private IEnumerable<UnreadAnswer> Unread(AnsweringState there, ResponseState draft)
    {
        if (there.Typed is not { } typed)
            yield break;
        foreach (var waiting in draft.Pages())
        {
            var fields = typed.Where(field => IsOn(waiting, field.Key) && !IsAway(field.Key, draft)).ToList();
            if (fields.TrueForAll(field => field.Value.All(TypedText.IsBlank)))
                continue;
            var form = FormAnswers.Read(waiting, At(waiting, there).Fields);
            foreach (var fault in AnswerCheck.CheckPage(survey.Survey, there.Draft, waiting, form, Context(there)).Faults)
            {
                // What is missing is complained about when it is sent, and was not typed.
                var about = AnswerLines.QuestionAt(survey.Survey, fault.Field);
                var words = fields
                    .Where(field => AnswerLines.QuestionAt(survey.Survey, field.Key) == about)
                    .SelectMany(field => field.Value);
                if (fault.Code != "required" && string.Join(' ', words.Where(value => !TypedText.IsBlank(value))) is { Length: > 0 } said)
                    yield return new(waiting, fault.Path, said, fault.At(fault.Field));
            }
        }
    }
}

/// <summary>What was typed on a page and is no answer.</summary>
/// <param name="Page">Where it waits.</param>
/// <param name="Path">Where an answer would stand in the answers' JSON.</param>
/// <param name="Words">As it was typed.</param>
/// <param name="Fault">What is wrong with it, at its field.</param>
public sealed record UnreadAnswer(SurveyPage Page, string Path, string Words, Fault Fault);
