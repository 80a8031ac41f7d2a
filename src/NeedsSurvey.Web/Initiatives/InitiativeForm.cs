using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain;
using NeedsSurvey.Web.Components;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>
/// An initiative's fields from and to a form. Only what cannot be a number or a day is refused here; the rest is the operation's business.
/// </summary>
internal static class InitiativeForm
{
    /// <summary>Before anything was filled in.</summary>
    public static readonly PostedForm Blank = Forms.Of(new() { ["minimumResponses"] = "30" });

    public static PostedForm Of(InitiativeFields fields) =>
        Forms.Of(
            new()
            {
                ["title"] = fields.Title,
                ["purpose"] = fields.Purpose,
                ["stance"] = fields.Stance.ToString(),
                ["community"] = fields.Community,
                ["place"] = fields.Place,
                ["timeZone"] = fields.TimeZone,
                ["communitySize"] = Text(fields.CommunitySize),
                ["minimumResponses"] = Text(fields.MinimumResponses),
                ["startsOn"] = Text(fields.StartsOn),
                ["endsOn"] = Text(fields.EndsOn),
                ["urgentReferral"] = fields.UrgentReferral,
            }
        );

    public static Result<InitiativeFields> Read(PostedForm form)
    {
        List<Fault> faults = [];
        var fields = new InitiativeFields
        {
            Title = form["title"],
            Purpose = Forms.Lines(form["purpose"]),
            Stance = form.Choice("stance", (Stance)(-1)),
            Community = Forms.Lines(form["community"]),
            Place = form["place"],
            TimeZone = form["timeZone"],
            CommunitySize = Number(form, "communitySize", faults),
            MinimumResponses = Number(form, "minimumResponses", faults) ?? 0,
            StartsOn = Day(form, "startsOn", faults),
            EndsOn = Day(form, "endsOn", faults),
            UrgentReferral = Forms.Lines(form["urgentReferral"]),
        };
        return faults.Count > 0 ? new Problem.Invalid(faults) : fields;
    }

    private static int? Number(PostedForm form, string name, List<Fault> faults)
    {
        if (form[name].Trim() is not { Length: > 0 } text)
            return null;
        if (TypedNumber.Whole(text) is { } number)
            return number;
        faults.Add(new(name, "number", "Enter a whole number, such as 1200."));
        return null;
    }

    private static DateOnly? Day(PostedForm form, string name, List<Fault> faults)
    {
        if (form[name].Trim() is not { Length: > 0 } text)
            return null;
        if (TypedDate.Read(text) is { } day)
            return day;
        faults.Add(new(name, "day", TypedDate.Ask));
        return null;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
