using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// A <see cref="NumberAnswer"/> that is a point of the question's scale; chosen from a list, so its field has the list's spelling.
/// </summary>
internal sealed class RangeAnswerType : NumberAnswerType
{
    internal static new readonly RangeAnswerType Instance = new();

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (ReadNumber(json, at, faults) is not { } answer)
            return null;
        var range = (RangeQuestion)at.Item.Item;
        var (low, high) = range.Start <= range.End ? (range.Start, range.End) : (range.End, range.Start);
        if (answer.Value < low || answer.Value > high)
            faults.Add(at, "off_scale", low, high);
        else if (range.HasPoints() && (answer.Value - range.Start) % range.Step != 0)
            faults.Add(at, "off_step", Math.Abs(range.Step));
        else
            return answer;
        return null;
    }

    private protected override void Fill(FilledQuestion form, NumberAnswer answer) =>
        form.Put([answer.Value.ToString(CultureInfo.InvariantCulture)]);

    internal override void MissInForm(FilledQuestion form, MissingAnswer missing)
    {
        form.Put([missing.Chosen]);
        base.MissInForm(form, missing);
    }
}
