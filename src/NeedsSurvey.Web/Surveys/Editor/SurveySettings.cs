using NeedsSurvey.App;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys.Editor;

/// <summary>Everything of a survey but its questions and lists, as a form and back: title, languages, start page, help, layout, thanks.</summary>
internal static class SurveySettings
{
    public static PostedForm Of(SurveyDefinition survey)
    {
        var form = new FormWriter(survey.Languages).Words("title", survey.Title).Text("languages", string.Join(", ", survey.Languages))
            .Words("who_asks", survey.Start.WhoAsks).Words("why", survey.Start.Why).Words("who_sees", survey.Start.WhoSees).Words("what_next", survey.Start.WhatNext)
            .Number("minutes", survey.Start.Minutes).Words("thanks", survey.Thanks).Tick("all_on_one", survey.Layout == SurveyLayout.AllOnOne).Tick("ask_to_quote", survey.AskToQuote);
        return form.Rows("support", survey.Support, (row, link) => form.Words(row + ".label", link.Label).Text(row + ".url", link.Url).Text(row + ".phone", link.Phone)).Form;
    }

    /// <summary>The survey with these settings; its questions and lists as they were.</summary>
    public static Result<SurveyDefinition> Read(PostedForm form, SurveyDefinition was)
    {
        var reader = new FormReader(form, was.Languages);
        var languages = form["languages"].Split([',', ' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (languages.Count == 0) reader.Faults.Add(new("languages", "required", "Name at least one language, such as en."));
        var read = was with
        {
            Title = reader.Words("title", was.Title) ?? new LocalText(""),
            Languages = languages,
            Start = was.Start with
            {
                WhoAsks = reader.Words("who_asks", was.Start.WhoAsks), Why = reader.Words("why", was.Start.Why), WhoSees = reader.Words("who_sees", was.Start.WhoSees),
                WhatNext = reader.Words("what_next", was.Start.WhatNext), Minutes = reader.Whole("minutes"),
            },
            Support = reader.Rows<SupportLink>("support", row => reader.Words(row + ".label", null) is { } label
                ? new SupportLink { Label = label, Url = reader.Text(row + ".url"), Phone = reader.Text(row + ".phone") }
                : reader.Text(row + ".url") is null && reader.Text(row + ".phone") is null ? null
                : new SupportLink { Label = "", Url = reader.Text(row + ".url"), Phone = reader.Text(row + ".phone") }),
            Layout = reader.Tick("all_on_one") ? SurveyLayout.AllOnOne : SurveyLayout.OnePerPage,
            AskToQuote = reader.Tick("ask_to_quote"),
            Thanks = reader.Words("thanks", was.Thanks),
        };
        return reader.Faults.Count > 0 ? new Problem.Invalid(reader.Faults) : read;
    }
}
