using FluentValidation;

namespace NeedsSurvey.App;

/// <summary>
/// The one way from FluentValidation to <see cref="Fault"/>: camelCase paths as in JSON and forms, codes and words of the rule.
/// </summary>
internal static class Validation
{
    /// <summary>Null when the command is in shape.</summary>
    public static Problem.Invalid? Faults<T>(this IValidator<T> validator, T command)
    {
        var result = validator.Validate(command);
        return result.IsValid
            ? null
            : new Problem.Invalid([.. result.Errors.Select(e => new Fault(CamelCase(e.PropertyName), e.ErrorCode, e.ErrorMessage))]);
    }

    /// <summary>No more characters than <paramref name="most"/>; nothing is asked of null.</summary>
    public static IRuleBuilderOptions<T, string> AtMost<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => text is null || text.Length <= most).WithErrorCode("too_long").WithMessage(Fault.AtMost(most));

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
