using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// What a respondent reads when an answer cannot be accepted: what happened and what to do. A survey's own messages come before
/// <see cref="Constraint"/> and <see cref="Required"/>. Arguments are what a message is about: numbers as the reader writes them, names as
/// the survey has them.
/// </summary>
public sealed record MessageWords
{
    // The form of an answer
    public required string WrongForm { get; init; }
    public required string TextNeeded { get; init; }
    public required string WholeNumberNeeded { get; init; }
    public required string NumberNeeded { get; init; }

    /// <summary>What was typed, and the numbers seen in it.</summary>
    public required Func<string, string, string> SeveralNumbers { get; init; }

    /// <summary>What was typed, and the two numbers that it may mean.</summary>
    public required Func<string, string, string, string> EitherNumber { get; init; }

    /// <summary>The day, in words.</summary>
    public required Func<string, string> FarDate { get; init; }

    /// <summary>The day as a day of the Gregorian calendar, and what it would be if its year were of other calendars.</summary>
    public required Func<string, string, string> OtherCalendar { get; init; }
    public required string NumberTooLarge { get; init; }
    public required string NumberTooLong { get; init; }
    public required string DateNeeded { get; init; }
    public required string TimeNeeded { get; init; }
    public required string PointNeeded { get; init; }

    /// <summary>The most characters, and how many there are.</summary>
    public required Func<int, int, string> TooLong { get; init; }
    public required string BadText { get; init; }

    /// <summary>The lowest and the highest number.</summary>
    public required Func<string, string, string> OffScale { get; init; }

    /// <summary>The size of a step.</summary>
    public required Func<string, string> OffStep { get; init; }

    /// <summary>Limits that a question's constraint sets.</summary>
    public required LimitWords Limits { get; init; }

    // Choices
    public required string ChoiceNeeded { get; init; }
    public required string ChoicesNeeded { get; init; }
    public required string UnknownChoice { get; init; }
    public required string ChoiceNotOffered { get; init; }
    public required string ChosenTwice { get; init; }
    public required string PlaceMissing { get; init; }
    public required Func<int, string> TooFew { get; init; }
    public required Func<int, string> TooMany { get; init; }

    /// <summary>The choice that stands alone.</summary>
    public required Func<string, string> Exclusive { get; init; }
    public required string OtherNotChosen { get; init; }
    public required string AnsweredAndDeclined { get; init; }
    public required string AnsweredAndUnknown { get; init; }
    public required string SameBestWorst { get; init; }
    public required string NotInSet { get; init; }

    // What a survey asks for
    public required string CannotDecline { get; init; }
    public required string CannotBeUnknown { get; init; }
    public required string Required { get; init; }
    public required string RequiredOrDecline { get; init; }
    public required string Constraint { get; init; }

    /// <summary>The most instances of a repeated group.</summary>
    public required Func<int, string> TooManyInstances { get; init; }

    // What no form of ours sends; programs do
    public required Func<string, string> UnknownRow { get; init; }
    public required Func<string, string> UnknownPart { get; init; }
    public required Func<string, string> UnknownQuestion { get; init; }
    public required Func<string, string> NotAQuestion { get; init; }
    public required Func<string, string> DuplicateAnswer { get; init; }
    public required string NotAnswers { get; init; }

    /// <summary>The message of a fault's stable code, or null when there is none.</summary>
    /// <param name="code">The fault's code.</param>
    /// <param name="culture">How the reader writes numbers.</param>
    /// <param name="values">What the message is about, as many as its text takes.</param>
    public string? Of(string code, CultureInfo culture, params ReadOnlySpan<object> values) =>
        code switch
        {
            "wrong_form" => WrongForm,
            "text_needed" => TextNeeded,
            "whole_number_needed" => WholeNumberNeeded,
            "number_needed" => NumberNeeded,
            "several_numbers" => SeveralNumbers(Text(values[0], culture), Text(values[1], culture)),
            "either_number" => EitherNumber(Text(values[0], culture), Text(values[1], culture), Text(values[2], culture)),
            "far_date" => FarDate(Text(values[0], culture)),
            "other_calendar" => OtherCalendar(Text(values[0], culture), Text(values[1], culture)),
            "number_too_large" => NumberTooLarge,
            "number_too_long" => NumberTooLong,
            "date_needed" => DateNeeded,
            "time_needed" => TimeNeeded,
            "point_needed" => PointNeeded,
            "too_long" => TooLong((int)values[0], (int)values[1]),
            "bad_text" => BadText,
            "off_scale" => OffScale(Text(values[0], culture), Text(values[1], culture)),
            "off_step" => OffStep(Text(values[0], culture)),
            "choice_needed" => ChoiceNeeded,
            "choices_needed" => ChoicesNeeded,
            "unknown_choice" => UnknownChoice,
            "choice_not_offered" => ChoiceNotOffered,
            "chosen_twice" => ChosenTwice,
            "place_missing" => PlaceMissing,
            "too_few" => TooFew((int)values[0]),
            "too_many" => TooMany((int)values[0]),
            "exclusive" => Exclusive(Text(values[0], culture)),
            "other_not_chosen" => OtherNotChosen,
            "answered_and_declined" => AnsweredAndDeclined,
            "answered_and_unknown" => AnsweredAndUnknown,
            "same_best_worst" => SameBestWorst,
            "not_in_set" => NotInSet,
            "cannot_decline" => CannotDecline,
            "cannot_be_unknown" => CannotBeUnknown,
            "required" => Required,
            "required_or_decline" => RequiredOrDecline,
            "constraint" => Constraint,
            "too_many_instances" => TooManyInstances((int)values[0]),
            "unknown_row" => UnknownRow(Text(values[0], culture)),
            "unknown_part" => UnknownPart(Text(values[0], culture)),
            "unknown_question" => UnknownQuestion(Text(values[0], culture)),
            "not_a_question" => NotAQuestion(Text(values[0], culture)),
            "duplicate_answer" => DuplicateAnswer(Text(values[0], culture)),
            "not_answers" => NotAnswers,
            _ => null,
        };

    private static string Text(object value, CultureInfo culture) => Convert.ToString(value, culture) ?? "";
}

/// <summary>What is said of an answer outside the limits of its question. Limits are written as the reader writes them.</summary>
public sealed record LimitWords
{
    public required LimitsOf Number { get; init; }

    /// <summary>For limits that do not belong to the numbers allowed: greater than 0.</summary>
    public required Func<string, string> NumberOver { get; init; }
    public required Func<string, string> NumberUnder { get; init; }
    public required LimitsOf Date { get; init; }
    public required LimitsOf Time { get; init; }

    /// <summary>How long a text is, in characters.</summary>
    public required LimitsOf Characters { get; init; }

    /// <summary>How many choices are picked.</summary>
    public required LimitsOf Choices { get; init; }
}

/// <summary>The sentences for limits of one kind; both limits may be the same.</summary>
public sealed record LimitsOf(Func<string, string, string> Between, Func<string, string> AtLeast, Func<string, string> AtMost);
