using NeedsSurvey.App.Demo;

namespace NeedsSurvey.App.Accounts;

/// <summary>Statements of this room that stand in more than one operation.</summary>
internal static class AccountsSql
{
    /// <summary>
    /// Whether somebody has set the program up. The visitor of the demo (<see cref="EnterDemo"/>) is nobody in this sense.
    /// </summary>
    public const string IsSetUp = "select exists (select 1 from account where not is_guest)";
}
