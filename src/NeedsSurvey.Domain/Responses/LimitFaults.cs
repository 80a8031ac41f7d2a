using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Says the limits that an answer does not keep.</summary>
internal static class LimitFaults
{
    private const double Minutes = 24 * 60;

    /// <summary>
    /// The limits in the respondent's language; null where the answer keeps all that are recognised, or one of them has no value.
    /// </summary>
    internal static string? Say(Evaluation response, CompiledItem item, int instance, AnswerLimits limits)
    {
        var self = response.At(item, instance).Value;
        foreach (var of in limits.All.Select(limit => limit.Of).Distinct())
        {
            if (Scale.For(of, self, item, response) is not { } scale)
                continue;
            var (low, high) = (default(Bound?), default(Bound?));
            foreach (var limit in limits.All.Where(limit => limit.Of == of))
            {
                if (scale.Read(response.Evaluate(limit.Bound, item, instance), limit) is not { } bound)
                    return null;
                if (limit.IsLowest && (low is null || bound.At >= low.Value.At))
                    low = bound;
                else if (!limit.IsLowest && (high is null || bound.At <= high.Value.At))
                    high = bound;
            }
            if (low?.Allows(scale.Self, true) == false || high?.Allows(scale.Self, false) == false)
                return scale.Say(low, high);
        }
        return null;
    }

    private readonly record struct Bound(double At, bool IsOutside)
    {
        internal bool Allows(double value, bool isLowest) =>
            isLowest ? value > At || !IsOutside && value == At : value < At || !IsOutside && value == At;
    }

    /// <summary>How values of one kind are counted and written.</summary>
    private sealed record Scale(double Self, LimitsOf Words, bool IsWhole, Func<double, string> Write, Func<Value, double> Count)
    {
        /// <summary>From the language's messages, where limits may stand outside: greater than 0.</summary>
        private LimitWords Limits { get; init; } = null!;

        internal static Scale? For(LimitOf of, in Value self, CompiledItem item, Evaluation response)
        {
            var words = KnownLanguages.For(response.Language).Messages.Limits;
            var language = response.Language;
            var zone = response.Zone;
            var isWhole = ((Question)item.Item).Kind(item).Kind == AnswerKind.Integer;
            string Number(double value) => ReaderCulture.Number((decimal)value, language);
            return of switch
            {
                LimitOf.Characters => new(self.ToText().Length, words.Characters, true, Number, AsNumber) { Limits = words },
                LimitOf.Choices => new(self.Choices.Count, words.Choices, true, Number, AsNumber) { Limits = words },
                _ => self.Kind switch
                {
                    ValueKind.Number => new(self.ToNumber(), words.Number, isWhole, Number, AsNumber) { Limits = words },
                    ValueKind.Date => new(
                        self.ToNumber(),
                        words.Date,
                        true,
                        day => ReaderCulture.Day(Day(day), language),
                        value => Days(value, zone)
                    )
                    {
                        Limits = words,
                    },
                    ValueKind.Time => new(
                        Math.Round(self.ToNumber() * Minutes),
                        words.Time,
                        true,
                        minute => CalendarText.FormatTime(minute / Minutes),
                        value => Fraction(value) * Minutes
                    )
                    {
                        Limits = words,
                    },
                    _ => null,
                },
            };
        }

        /// <summary>The bound; of what is counted in whole numbers, the last that is allowed. Null for no number.</summary>
        internal Bound? Read(in Value value, AnswerLimit limit)
        {
            var at = Count(value);
            if (!double.IsFinite(at) || Math.Abs(at) > 1e15)
                return null;
            if (!IsWhole)
                return new(at, limit.IsOutside);
            at = Math.Round(at, 6);
            return limit.IsLowest
                ? new(limit.IsOutside ? Math.Floor(at) + 1 : Math.Ceiling(at), false)
                : new(limit.IsOutside ? Math.Ceiling(at) - 1 : Math.Floor(at), false);
        }

        internal string? Say(Bound? low, Bound? high) =>
            (low, high) switch
            {
                ({ } a, { } b) when a.At > b.At => null,
                ({ IsOutside: false } a, { IsOutside: false } b) => Words.Between(Write(a.At), Write(b.At)),
                ({ } a, { } b) => $"{Lowest(a)} {Highest(b)}",
                ({ } a, null) => Lowest(a),
                (null, { } b) => Highest(b),
                _ => null,
            };

        private string Lowest(Bound a) => a.IsOutside ? Limits.NumberOver(Write(a.At)) : Words.AtLeast(Write(a.At));

        private string Highest(Bound b) => b.IsOutside ? Limits.NumberUnder(Write(b.At)) : Words.AtMost(Write(b.At));

        private static double AsNumber(Value value) => value.ToNumber();

        private static double Days(Value value, TimeZoneInfo zone) =>
            value.First is { Kind: ValueKind.Text } text
                ? CalendarText.TryParse(text.ToText(), zone, out var days, out _)
                    ? days
                    : double.NaN
                : value.ToNumber();

        private static double Fraction(Value value) =>
            value.First is { Kind: ValueKind.Text } text
                ? CalendarText.TryParseTime(text.ToText(), out var fraction, out _)
                    ? fraction
                    : double.NaN
                : value.ToNumber();

        private static DateOnly Day(double days) => DateOnly.FromDateTime(CalendarText.ToDateTime(days));
    }
}
