using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// The shapes that several commands of this room ask of their fields (FluentValidation rules).
/// </summary>
internal static partial class Shapes
{
    private const int MaxName = 200;

    // 254 is the longest address that can be delivered to (RFC 5321 §4.5.3.1.3).
    private const int MaxEmail = 254;

    public static IRuleBuilderOptions<T, string> PersonName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Line("Enter a name.", "required", "name");

    public static IRuleBuilderOptions<T, string> OrganisationName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Line("Enter the name of the organisation, or the name you work under.", "required", "name");

    /// <summary>One line of text that is not empty, at most 200 characters, without control characters.</summary>
    public static IRuleBuilderOptions<T, string> Line<T>(
        this IRuleBuilder<T, string> rule,
        string missing,
        string missingCode,
        string what
    ) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text))
            .WithErrorCode(missingCode)
            .WithMessage(missing)
            .Must(text => text is null || text.Length <= MaxName)
            .WithErrorCode("too_long")
            .WithMessage($"Use a {what} of at most {MaxName} characters.")
            .Must(text => text is null || !text.Any(char.IsControl))
            .WithErrorCode("control_character")
            .WithMessage($"Use a {what} on one line, without control characters.");

    public static IRuleBuilderOptions<T, string> EmailShape<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text is { Length: > 0 and <= MaxEmail } && EmailPattern().IsMatch(text.Trim()))
            .WithErrorCode("email")
            .WithMessage("Enter an e-mail address, like name@example.org. It is only used to sign in; nothing is sent to it.");

    public static void NewPassword<T>(this IRuleBuilderInitial<T, SecretText> rule, Func<T, string?> email) =>
        rule.Custom(
            (password, context) =>
            {
                if (PasswordRule.Check(context.PropertyPath, password, email(context.InstanceToValidate)) is { } fault)
                    context.AddFailure(new ValidationFailure(fault.Path, fault.Message) { ErrorCode = fault.Code });
            }
        );

    [GeneratedRegex(@"^[^\s@<>""\p{C}]+@[^\s@<>""\p{C}]+\.[^\s@<>""\p{C}]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex EmailPattern();
}
