namespace NeedsSurvey.Domain.Surveys;

/// <summary>One person's changes of a draft, as far as undoing looks at them.</summary>
/// <param name="Revision">The draft's revision that the change made.</param>
/// <param name="Undoes">The revision whose change it took back; null for a change of its own. Doing again takes back an undoing.</param>
public readonly record struct EditStep(int Revision, int? Undoes);

/// <summary>What a person can take back, and do again: their own changes alone, newest first, whatever others did in between.</summary>
/// <param name="Undo">The change that is taken back next; null for none.</param>
/// <param name="Redo">The undoing that is taken back next; null for none, as after every change of one's own.</param>
public sealed record EditHistory(int? Undo, int? Redo)
{
    /// <summary>Follows the changes of one person.</summary>
    /// <param name="steps">In the order made.</param>
    public static EditHistory Of(IEnumerable<EditStep> steps)
    {
        var (undo, redo) = (new Stack<int>(), new Stack<int>());
        foreach (var step in steps)
        {
            if (step.Undoes is not { } undone)
            {
                undo.Push(step.Revision);
                redo.Clear();
            }
            else if (undo.TryPeek(out var top) && top == undone)
            {
                undo.Pop();
                redo.Push(step.Revision);
            }
            else if (redo.TryPeek(out top) && top == undone)
            {
                redo.Pop();
                undo.Push(step.Revision);
            }
        }
        return new(undo.TryPeek(out var newest) ? newest : null, redo.TryPeek(out var undoing) ? undoing : null);
    }
}
