using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>
/// An initiative's fields from and to a form. Only what cannot be a number or a day is refused here; the rest is the operation's business.
/// </summary>
internal static class InitiativeForm
{
    /// <summary>Before anything was filled in.</summary>
    public static readonly PostedForm Blank = Forms.Of(new() { ["minimumResponses"] = "30" });

    /// <summary>Before the language and the name of a text that is told in another.</summary>
    public const string Told = "translations.";

    public static PostedForm Of(InitiativeFields fields)
    {
        var written = new Dictionary<string, string>
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
            ["happened"] = fields.Happened,
            ["happenedAgreed"] = fields.HappenedAgreed ? "on" : "",
            ["stays"] = fields.Stays,
        };
        foreach (var (language, texts) in fields.Translations ?? new Dictionary<string, InitiativeTexts>())
        {
            written[$"{Told}{language}.title"] = texts.Title;
            written[$"{Told}{language}.purpose"] = texts.Purpose;
            written[$"{Told}{language}.community"] = texts.Community;
            written[$"{Told}{language}.place"] = texts.Place;
            written[$"{Told}{language}.values"] = texts.Values;
            written[$"{Told}{language}.urgentReferral"] = texts.UrgentReferral;
        }
        return Forms.Of(written);
    }

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
            Happened = Forms.Lines(form["happened"]),
            HappenedAgreed = form["happenedAgreed"].Length > 0,
            Stays = Forms.Lines(form["stays"]),
            Translations = Texts(form),
        };
        return faults.Count > 0 ? new Problem.Invalid(faults) : fields;
    }

    // A form without these fields, as that of a new initiative, says nothing about other languages.
    private static Dictionary<string, InitiativeTexts>? Texts(PostedForm form)
    {
        var languages = form
            .Names.Where(name => name.StartsWith(Told, StringComparison.Ordinal))
            .Select(name => name[Told.Length..].Split('.')[0])
            .Distinct()
            .ToList();
        return languages.Count == 0
            ? null
            : languages.ToDictionary(
                language => language,
                language => new InitiativeTexts
                {
                    Title = form[$"{Told}{language}.title"],
                    Purpose = Forms.Lines(form[$"{Told}{language}.purpose"]),
                    Community = Forms.Lines(form[$"{Told}{language}.community"]),
                    Place = form[$"{Told}{language}.place"],
                    Values = form[$"{Told}{language}.values"],
                    UrgentReferral = Forms.Lines(form[$"{Told}{language}.urgentReferral"]),
                }
            );
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
