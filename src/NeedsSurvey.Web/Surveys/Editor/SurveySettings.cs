using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// Everything of a survey but its questions and lists, as a form and back: title, languages, start page, help, layout, thanks.
/// </summary>
internal static class SurveySettings
{
    public static PostedForm Of(SurveyDefinition survey)
    {
        var form = new FormWriter(survey.Languages)
            .Words("title", survey.Title)
            .Text("languages", string.Join(", ", survey.Languages.Select(LanguageName.ToEdit)))
            .Words("who_asks", survey.Start.WhoAsks)
            .Words("why", survey.Start.Why)
            .Words("who_sees", survey.Start.WhoSees)
            .Words("what_next", survey.Start.WhatNext)
            .Text("answers_until", Day(survey.Start.AnswersUntil))
            .Text("heard_by", Day(survey.Start.HeardBy))
            .Tick("show_values", survey.Start.ShowValues)
            .Number("minutes", survey.Start.Minutes)
            .Tick("requires_local_help", survey.RequiresLocalHelp)
            .Words("thanks", survey.Thanks)
            .Tick("all_on_one", survey.Layout == SurveyLayout.AllOnOne)
            .Tick("ask_to_quote", survey.AskToQuote);
        return form.Rows("support", survey.Support, (row, link) =>
            form.Words(row + ".label", link.Label)
                .Text(row + ".was", row.Split('.')[^1])
                .Text(row + ".url", link.Url)
                .Text(row + ".phone", link.Phone)
                .Tick(row + ".local", link.Local)
        ).Form;
    }

    /// <summary>The survey with these settings; its questions and lists as they were.</summary>
    public static Result<SurveyDefinition> Read(PostedForm form, SurveyDefinition was)
    {
        var reader = new FormReader(form, was.Languages);
        var languages = Languages(form["languages"], reader);
        var read = was with
        {
            Title = reader.Words("title", was.Title) ?? new LocalText(""),
            Languages = languages,
            Start = was.Start with
            {
                WhoAsks = reader.Words("who_asks", was.Start.WhoAsks),
                Why = reader.Words("why", was.Start.Why),
                WhoSees = reader.Words("who_sees", was.Start.WhoSees),
                WhatNext = reader.Words("what_next", was.Start.WhatNext),
                AnswersUntil = reader.Day("answers_until"),
                HeardBy = reader.Day("heard_by"),
                ShowValues = reader.Tick("show_values"),
                Minutes = reader.Whole("minutes"),
            },
            Support = reader.Rows("support", SupportAt),
            RequiresLocalHelp = reader.Tick("requires_local_help"),
            Layout = reader.Tick("all_on_one") ? SurveyLayout.AllOnOne : SurveyLayout.OnePerPage,
            AskToQuote = reader.Tick("ask_to_quote"),
            Thanks = reader.Words("thanks", was.Thanks),
        };
        return reader.Faults.Count > 0 ? new Problem.Invalid(reader.Faults) : read;

        SupportLink? SupportAt(string row)
        {
            var (label, url, phone) = (reader.Words(row + ".label", WasAt(row)), reader.Text(row + ".url"), reader.Text(row + ".phone"));
            return label is null && url is null && phone is null
                ? null
                : new SupportLink
                {
                    Label = label ?? "",
                    Url = url,
                    Phone = phone,
                    Local = reader.Tick(row + ".local"),
                };
        }

        // Its words in languages that have no field just now.
        LocalText? WasAt(string row) =>
            int.TryParse(form[row + ".was"], out var at) && at >= 0 && at < was.Support.Count ? was.Support[at].Label : null;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Languages(string typed, FormReader reader)
    {
        List<string> codes = [];
        foreach (var name in typed.Split([',', ';', '\n', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (LanguageName.Find(name) is { } code)
                codes.Add(code);
            else
            {
                reader.Faults.Add(
                    new(
                        "languages",
                        "unknown_language",
                        $"“{name}” is no language known here. Write its name with a comma after it, or its code, such as pt-BR."
                    )
                );
            }
        }
        if (codes.Count == 0 && reader.Faults.Count == 0)
            reader.Faults.Add(new("languages", "required", "Name at least one language, such as English."));
        return [.. codes.Distinct(StringComparer.Ordinal)];
    }
}
