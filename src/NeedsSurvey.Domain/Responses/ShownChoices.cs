using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// A question is seen with the choices that its filter let through when it was shown. Where an answer given later lets others through,
// nobody has seen those: the question counts as unseen again, with its answer, and is shown before anything is said about it. Fewer choices
// than before open nothing.

/// <summary>What was offered before a page's answers were taken in.</summary>
internal sealed class ShownChoices
{
    private readonly Evaluation before;

    private ShownChoices(Evaluation before) => this.before = before;

    /// <summary>Null where nothing is offered to some only.</summary>
    internal static ShownChoices? Of(Evaluation draft) => draft.Survey.Filtered.Count == 0 ? null : new(draft.Copy());

    /// <summary>Makes unseen what offers choices now that it did not offer before.</summary>
    internal void AskAgain(Evaluation now)
    {
        foreach (var item in now.Survey.Filtered)
        {
            if (!now.Survey.LookedAtBy(item).Any(looked => HasChanged(looked, now)))
                continue;
            if (item.Repeat is null)
                AskAgain(now, item, -1);
            else
                for (var instance = 0; instance < Math.Min(before.Room(item), now.Room(item)); instance++)
                    AskAgain(now, item, instance);
        }
    }

    private void AskAgain(Evaluation now, CompiledItem item, int instance)
    {
        if (now.At(item, instance).Seen && item.Choices.Any(choice => IsNew(now, item, instance, choice)))
            now.At(item, instance).Seen = false;
    }

    private bool IsNew(Evaluation now, CompiledItem item, int instance, Choice choice) =>
        now.Offers(item, instance, choice) && !before.Offers(item, instance, choice);

    private bool HasChanged(CompiledItem item, Evaluation now)
    {
        if (item.Repeat is null)
            return now.At(item, -1).Value != before.At(item, -1).Value || now.Count(item) != before.Count(item);
        var room = now.Room(item);
        if (room != before.Room(item))
            return true;
        for (var instance = 0; instance < room; instance++)
            if (now.At(item, instance).Value != before.At(item, instance).Value)
                return true;
        return false;
    }
}
