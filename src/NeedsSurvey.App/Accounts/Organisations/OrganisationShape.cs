using FluentValidation;

namespace NeedsSurvey.App.Accounts;

/// <summary>What creating and editing an organisation both ask of their fields.</summary>
internal sealed class OrganisationShape : AbstractValidator<EditOrganisation.Command>
{
    public const int MaxMission = 4_000;
    public const int MaxPillars = 30;
    public const int MaxDescription = 2_000;

    public static readonly OrganisationShape Edit = new();

    private OrganisationShape()
    {
        RuleFor(c => c.Name).OrganisationName();
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Mission)
            .Must(text => text is { Length: <= MaxMission })
            .WithErrorCode("too_long")
            .WithMessage(Fault.AtMost(MaxMission));
        RuleFor(c => c.Pillars)
            .Must(pillars => pillars is { Count: <= MaxPillars })
            .WithErrorCode("too_many")
            .WithMessage($"Keep to at most {MaxPillars}; fewer are easier to hold on to.");
        RuleFor(c => c.Pillars)
            .Must(pillars => pillars is null || pillars.Where(p => p.Id is not null).GroupBy(p => p.Id).All(same => same.Count() == 1))
            .WithErrorCode("twice")
            .WithMessage("The same id stands there twice.");
        RuleForEach(c => c.Pillars)
            .ChildRules(pillar =>
            {
                pillar.RuleFor(p => p.Name).Line("Enter a name, or remove this one.", "required", "name");
                pillar
                    .RuleFor(p => p.Description)
                    .Must(text => text is { Length: <= MaxDescription })
                    .WithErrorCode("too_long")
                    .WithMessage(Fault.AtMost(MaxDescription));
            });
    }
}
