using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>
/// The fields of a page as a browser would send them for the answers given so far: the way back from <see cref="FormAnswers"/>, for Back,
/// Change and a change of language.
/// </summary>
public static class FilledFields
{
    public static Dictionary<string, IReadOnlyList<string>> Of(ResponseState state, SurveyPage page, string language)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var item in page.Items)
        {
            if (!item.IsQuestion) continue;
            if (item.Repeat is null) Fill(fields, state, item, -1, language);
            else
                for (var instance = 0; instance < state.Instances(item.Repeat); instance++) Fill(fields, state, item, instance, language);
        }
        return fields;
    }

    private static void Fill(Dictionary<string, IReadOnlyList<string>> fields, ResponseState state, CompiledItem item, int instance, string language)
    {
        var field = FormFields.Prefix(item, instance);
        switch (state.AnswerTo(item, instance))
        {
            case null:
                if (state.DefaultOf(item, instance) is { Length: > 0 } beginning) fields[field] = item.Item is SelectMultipleQuestion ? beginning.Split(' ') : [beginning];
                break;
            case Answer.Declined:
                if (item.Item is SelectOneQuestion or SelectMultipleQuestion or RangeQuestion) fields[field] = [FormFields.Declined];
                fields[field + ":declined"] = ["yes"];
                if (item.Item is NeedGridQuestion)
                    foreach (var row in item.Rows) Put($"{row.Name}:importance", FormFields.Declined, $"{row.Name}:satisfaction");
                break;
            case Answer.Text text: fields[field] = [text.Words]; break;
            case Answer.Whole whole: fields[field] = [whole.Value.ToString(CultureInfo.InvariantCulture)]; break;
            case Answer.Number number: fields[field] = [item.Item is RangeQuestion ? number.Value.ToString(CultureInfo.InvariantCulture) : Typed(number.Value, language)]; break;
            case Answer.Day day:
                Put("day", day.Value.Day.ToString(CultureInfo.InvariantCulture));
                Put("month", day.Value.Month.ToString(CultureInfo.InvariantCulture));
                Put("year", day.Value.Year.ToString(CultureInfo.InvariantCulture));
                break;
            case Answer.Clock clock: fields[field] = [clock.Value.ToString("HH:mm", CultureInfo.InvariantCulture)]; break;
            case Answer.One one:
                fields[field] = [one.Choice];
                Put("other", one.Other);
                break;
            case Answer.Many many:
                fields[field] = many.Choices;
                Put("other", many.Other);
                break;
            case Answer.Ranking ranking:
                for (var place = 0; place < ranking.Choices.Count; place++) Put((place + 1).ToString(CultureInfo.InvariantCulture), ranking.Choices[place]);
                break;
            case Answer.NeedRatings grid:
                foreach (var row in grid.Rows)
                {
                    Put(row.Row + ":importance", Rated(row.Importance));
                    Put(row.Row + ":satisfaction", Rated(row.Satisfaction));
                }
                break;
            case Answer.MatrixRows matrix:
                foreach (var row in matrix.Rows) Put(row.Row, row.Choice ?? FormFields.Declined);
                break;
            case Answer.BestWorst sets:
                for (var set = 0; set < sets.Sets.Count; set++)
                {
                    Put($"{set + 1}:best", sets.Sets[set]?.Best);
                    Put($"{set + 1}:worst", sets.Sets[set]?.Worst);
                }
                break;
            case Answer.Point point:
                Put("lat", point.Latitude.ToString(CultureInfo.InvariantCulture));
                Put("lon", point.Longitude.ToString(CultureInfo.InvariantCulture));
                Put("accuracy", point.Accuracy?.ToString(CultureInfo.InvariantCulture));
                break;
            default: throw new System.Diagnostics.UnreachableException();
        }

        void Put(string part, string? value, string? and = null)
        {
            if (value is null) return;
            fields[$"{field}:{part}"] = [value];
            if (and is not null) fields[$"{field}:{and}"] = [value];
        }
    }

    /// <summary>With the reader's decimal mark, and never with exactly three decimals, which would read as thousands when it is sent again.</summary>
    private static string Typed(decimal number, string language)
    {
        var text = number.ToString(ReaderCulture.Of(language));
        return number.Scale == 3 ? text + "0" : text;
    }

    private static string? Rated(Rating? rating) => rating is not { } given ? null : given.Declined ? FormFields.Declined : given.Value.ToString(CultureInfo.InvariantCulture);
}
