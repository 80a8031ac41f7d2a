using System.Text.RegularExpressions;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// What the canvas is told when a question was saved while somebody types: the same form and the same operation as those of "Save",
/// answered with what the page needs to go on.
/// </summary>
internal static partial class KeptQuestion
{
    /// <summary>The button of who is still typing.</summary>
    public const string Keep = "keep";

    /// <summary>The button of who has left a field: a question that has no name of its own yet gets one, made of its words.</summary>
    public const string Settle = "settle";

    /// <summary>The code of a question that was begun without words.</summary>
    public const string NotNamedYet = "question";

    /// <param name="Revision">The draft's revision now.</param>
    /// <param name="Name">The question's code now.</param>
    /// <param name="Address">Where its page is now.</param>
    /// <param name="Began">
    /// What the form goes on from: what it shows. What somebody else wrote beside it is not in there, or the form's next save would take
    /// that back.
    /// </param>
    /// <param name="Rows">The codes of its choices or rows by the list, in order.</param>
    /// <param name="Note">What the check says of it now.</param>
    /// <param name="Flag">How that looks in the outline.</param>
    /// <param name="IsMerged">Somebody else changed it too: the form shows less than is stored.</param>
    internal sealed record Kept(
        int Revision,
        string Name,
        string Address,
        string Began,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Rows,
        string? Note,
        string? Flag,
        bool IsMerged
    );

    /// <param name="Code">Such as <c>draft_changed</c>.</param>
    /// <param name="Message">What happened and what to do.</param>
    /// <param name="Faults">What is wrong with which field.</param>
    internal sealed record NotKept(string Code, string Message, IReadOnlyList<Fault> Faults);

    /// <summary>It is stored.</summary>
    public static IResult Of(SurveyPlace place, EditDraft.Edited edited, SurveyItem typed)
    {
        var shown = ItemJson.Write(typed);
        var line = OutlineLine.Of(edited.Definition).FirstOrDefault(line => line.Item.Name == typed.Name);
        return TypedResults.Json(
            new Kept(
                edited.Revision,
                typed.Name,
                $"{place.Base}/questions/{Uri.EscapeDataString(typed.Name)}",
                shown,
                ItemJson.EntryNames(typed),
                line?.Note,
                line?.Flag,
                line is null || ItemJson.Write(line.Item) != shown
            )
        );
    }

    /// <summary>It is not, and the page still has all of it.</summary>
    public static IResult Not(Problem problem) =>
        TypedResults.Json(
            new NotKept(problem.Code, problem.Message, problem is Problem.Invalid invalid ? invalid.Faults : []),
            statusCode: HttpResults.StatusOf(problem)
        );

    /// <summary>With a name made of its words, where it has none of its own and no version was published that could hold it.</summary>
    public static SurveyItem Named(SurveyItem typed, SurveyView view) =>
        view.Versions.Count == 0
        && Unnamed().IsMatch(typed.Name)
        && typed.Label?.In("en", view.Draft.FirstLanguage) is { Length: > 0 } words
            ? typed with
            {
                Name = Draft.FreshName(view.Draft, FormReader.Code([], typed.Name, words)),
            }
            : typed;

    [GeneratedRegex(@"^question(_[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Unnamed();
}
