using FluentValidation;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Initiatives;

/// <summary>A response to an event or concern that ends, or friendship that stays (glossary.md).</summary>
public enum Stance
{
    Solidarity,
    Allyship,
}

/// <summary>What people fill in about an initiative, when it is made and later.</summary>
public sealed record InitiativeFields
{
    public required string Title { get; init; }

    /// <summary>What this effort is for, in a sentence or two.</summary>
    public string Purpose { get; init; } = "";
    public required Stance Stance { get; init; }

    /// <summary>Who the community is, in words it would use itself.</summary>
    public string Community { get; init; } = "";

    /// <summary>Where it lives or meets.</summary>
    public string Place { get; init; } = "";

    /// <summary>
    /// Its clock, an IANA name (Africa/Nairobi). Empty: as it was; in a new initiative what <see cref="Place"/> tells, else UTC.
    /// </summary>
    public string TimeZone { get; init; } = "";

    /// <summary>How many people it has, as far as anyone knows.</summary>
    public int? CommunitySize { get; init; }

    /// <summary>So many responses make the evidence that goals are adopted on.</summary>
    public int MinimumResponses { get; init; } = 30;
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }

    /// <summary>Where people with an urgent need are sent, shown while they answer.</summary>
    public string UrgentReferral { get; init; } = "";

    /// <summary>What happened, in the words of those it happened to; for solidarity.</summary>
    public string Happened { get; init; } = "";

    /// <summary>They agreed to these words; without that they are printed nowhere.</summary>
    public bool HappenedAgreed { get; init; }

    /// <summary>What stays when this is over.</summary>
    public string Stays { get; init; } = "";

    /// <summary>What people who answer read of it in other languages, by their codes. Null leaves what was said before.</summary>
    public IReadOnlyDictionary<string, InitiativeTexts>? Translations { get; init; }

    /// <summary>Without spaces around the texts.</summary>
    internal InitiativeFields Trimmed() =>
        this with
        {
            Title = Title.Trim(),
            Purpose = Purpose.Trim(),
            Community = Community.Trim(),
            Place = Place.Trim(),
            TimeZone = TimeZone.Trim(),
            UrgentReferral = UrgentReferral.Trim(),
            Happened = Happened.Trim(),
            Stays = Stays.Trim(),
            Translations = Translations?.ToDictionary(one => one.Key, one => one.Value.Trimmed()),
        };
}

/// <summary>The shape that every initiative has.</summary>
internal sealed class InitiativeShape : AbstractValidator<InitiativeFields>
{
    public static readonly InitiativeShape It = new();

    private const int MostLanguages = 50;

    private InitiativeShape()
    {
        RuleFor(fields => fields.Title).Line("Give the initiative a title.", "required", "title");
        RuleFor(fields => fields.Stance).IsInEnum().WithErrorCode("stance").WithMessage("Choose solidarity or allyship.");
        RuleFor(fields => fields.Purpose).Words(2_000);
        RuleFor(fields => fields.Community).Words(2_000);
        RuleFor(fields => fields.Place).Words(300);
        RuleFor(fields => fields.UrgentReferral).Words(2_000);
        RuleFor(fields => fields.Happened).Words(2_000);
        RuleFor(fields => fields.Stays).Words(2_000);
        RuleFor(fields => fields.Translations)
            .Must(texts =>
                texts is null || texts.Count <= MostLanguages && texts.All(one => LanguageCode.IsValid(one.Key) && one.Value is not null)
            )
            .WithErrorCode("unknown_language")
            .WithMessage("Translations stand by the code of their language: es, ar, pt-BR.");
        RuleFor(fields => fields.Translations)
            .Custom(
                (texts, context) =>
                {
                    foreach (var (language, told) in texts ?? new Dictionary<string, InitiativeTexts>())
                    foreach (var fault in told is null ? [] : TextsShape.It.Validate(told).Errors)
                    {
                        fault.PropertyName = $"translations.{language}.{fault.PropertyName}";
                        context.AddFailure(fault);
                    }
                }
            );
        RuleFor(fields => fields.TimeZone)
            .Must(zone => zone is not null && (zone.Trim() is var name && (name.Length == 0 || InitiativeClock.IsKnown(name))))
            .WithErrorCode("unknown_time_zone")
            .WithMessage("Enter the time zone as Region/City, such as Europe/London or Africa/Nairobi, or UTC.");
        RuleFor(fields => fields.CommunitySize)
            .Must(size => size is null or > 0)
            .WithErrorCode("not_positive")
            .WithMessage("Enter how many people the community has as a number above 0, or leave it empty.");
        RuleFor(fields => fields.MinimumResponses)
            .InclusiveBetween(1, 1_000_000)
            .WithErrorCode("out_of_range")
            .WithMessage("Enter how many responses you need, from 1 to 1,000,000.");
        RuleFor(fields => fields.EndsOn)
            .Must((fields, end) => end is null || fields.StartsOn is null || end >= fields.StartsOn)
            .WithErrorCode("before_start")
            .WithMessage("The last day is before the first. Change one of the two.");
    }
}

/// <summary>The same for the texts of one language.</summary>
internal sealed class TextsShape : AbstractValidator<InitiativeTexts>
{
    public static readonly TextsShape It = new();

    private TextsShape()
    {
        RuleFor(texts => texts.Title).Words(200);
        RuleFor(texts => texts.Purpose).Words(2_000);
        RuleFor(texts => texts.Community).Words(2_000);
        RuleFor(texts => texts.Place).Words(300);
        RuleFor(texts => texts.Values).Words(2_000);
        RuleFor(texts => texts.UrgentReferral).Words(2_000);
    }
}

/// <summary>Shapes of texts that may have several lines.</summary>
internal static class WordsShape
{
    /// <summary>Any text PostgreSQL can store, up to <paramref name="most"/> characters; it may be empty.</summary>
    public static IRuleBuilderOptions<T, string> Words<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => text is not null && text.Length <= most)
            .WithErrorCode("too_long")
            .WithMessage($"Keep this under {most} characters.")
            .Must(text => text is null || !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            .WithErrorCode("control_character")
            .WithMessage("This text holds a control character. Retype it.");
}
