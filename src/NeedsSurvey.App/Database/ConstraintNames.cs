// What a violated constraint means to a person, by its name in migrations/. A constraint that is not here is a bug when it is violated.

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Translates constraint violations into problems. Add a line for each constraint that a person can meet.</summary>
public static class ConstraintNames
{
    private static readonly Dictionary<string, Problem> Problems = new()
    {
        ["organisation_slug_key"] = Taken("slug", "Another organisation has this short name. Choose another one."),
        ["account_email_key"] = Taken("email", "There is an account with this e-mail address already."),
        ["membership_pkey"] = new Problem.Conflict("already_member", "This person is a member already."),
        ["initiative_slug_key"] = Taken("slug", "Another initiative of this organisation has this short name. Choose another one."),
        ["survey_slug_key"] = Taken("slug", "Another survey has this short name. Choose another one."),
        ["hearing_check_slug_key"] = Taken("slug", "Another hearing check has this short name. Choose another one."),
        ["goal_hearing_slug_key"] = Taken("slug", "Another question about goals has this short name. Choose another one."),
        ["report_slug_key"] = Taken("slug", "Another report has this short name. Choose another one."),
        ["need_pkey"] = Taken("name", "This initiative has a need of this name already."),
        ["api_key_pkey"] = new Problem.Conflict(
            "already_made",
            "This key is made already, and was shown once. If it was not copied, revoke it and make another."
        ),
        ["one_time_link_id_key"] = new Problem.Conflict(
            "already_made",
            "This link is made already, and was shown once. If it was not copied, withdraw it and make another."
        ),
        ["prediction_pkey"] = new Problem.Conflict("prediction_locked", "The prediction is locked already."),
    };

    /// <summary>The problem behind a constraint violation, or null when the exception is something else.</summary>
    public static Problem? Translate(PostgresException exception) =>
        exception.ConstraintName is { } name && Problems.TryGetValue(name, out var problem) ? problem : null;

    /// <summary>Every constraint named here; a test checks that each exists.</summary>
    public static IReadOnlyCollection<string> Names => Problems.Keys;

    private static Problem.Invalid Taken(string path, string message) => new(path, "taken", message);
}
