namespace NeedsSurvey.App;

/// <summary>
/// Who asks for a management operation. Every such operation takes one and calls <see cref="Require"/>, so no page, endpoint or
/// command can forget. Respondents have no actor: nothing about them is known.
/// </summary>
/// <param name="Kind">A signed-in account, an API key, the operator at the command line, or a guest of the demo.</param>
/// <param name="Id">Account (a guest's too) or key; null for the operator.</param>
/// <param name="Name">Shown in the audit log.</param>
/// <param name="Roles">Role by organisation. A key has exactly one.</param>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name, IReadOnlyDictionary<Guid, Role> Roles)
{
    /// <summary>Whoever may run commands on the machine owns everything on it.</summary>
    public static readonly Actor Operator = new(ActorKind.Operator, null, "operator", new Dictionary<Guid, Role>());

    /// <summary>
    /// Null when the actor may; else the refusal: <see cref="Problem.NotFound"/> for a stranger (a foreign id answers exactly like one that
    /// does not exist), <see cref="Problem.Forbidden"/> for a member whose role lacks it.
    /// </summary>
    /// <param name="what">What was looked for, in the words of the not-found message: "survey", "initiative"…</param>
    public Problem? Require(Permission permission, Guid organisationId, string what = "page") =>
        this switch
        {
            { Kind: ActorKind.Operator } => null,
            _ when !Roles.TryGetValue(organisationId, out _) => new Problem.NotFound(what),
            _ when Permissions.Of(Roles[organisationId]).Contains(permission) => null,
            _ => new Problem.Forbidden(permission),
        };

    /// <summary>Everything the actor may in an organisation; empty for a stranger.</summary>
    public IReadOnlySet<Permission> Granted(Guid organisationId) =>
        this switch
        {
            { Kind: ActorKind.Operator } => Permissions.Of(Role.Owner),
            _ when Roles.TryGetValue(organisationId, out var role) => Permissions.Of(role),
            _ => new HashSet<Permission>(),
        };

    /// <summary>Whether a page should offer it.</summary>
    public bool May(Permission permission, Guid organisationId) => Require(permission, organisationId) is null;

    /// <summary>
    /// Whether figures are true for the actor: who may take the answers away can count them anyway. Everybody else sees safe ones
    /// (decision 0027).
    /// </summary>
    public bool SeesTrueFigures(Guid organisationId) => May(Permission.Export, organisationId);
}

/// <summary>A guest looks around in the demo of an instance that nobody owns yet, and has nothing of their own.</summary>
public enum ActorKind
{
    Account,
    ApiKey,
    Operator,
    Guest,
}

/// <summary>Roles of an organisation (glossary.md).</summary>
public enum Role
{
    Owner,
    Organiser,
    Analyst,
    Coder,
    Translator,
    Viewer,
}

/// <summary>What a management operation asks for.</summary>
public enum Permission
{
    /// <summary>See the organisation, its initiatives, surveys, needs, goals and aggregate results.</summary>
    View,
    EditOrganisation,
    ManageMembers,
    ManageKeys,
    ReadAudit,
    EditInitiative,
    EditSurvey,
    TranslateSurvey,

    /// <summary>Publish, close, reopen.</summary>
    PublishSurvey,

    /// <summary>Read single responses.</summary>
    ReadResponses,

    /// <summary>Take data away: any export of responses.</summary>
    Export,

    /// <summary>Read open answers and code them, without the rest of the response.</summary>
    Code,
    EditNeeds,
    EditGoals,

    /// <summary>Pass a closed gate with a written reason.</summary>
    OverrideGate,
    PublishReport,
}

/// <summary>The one table of which role may what.</summary>
public static class Permissions
{
    private static readonly HashSet<Permission> All = [.. Enum.GetValues<Permission>()];

    private static readonly Dictionary<Role, HashSet<Permission>> ByRole = new()
    {
        [Role.Owner] = All,
        [Role.Organiser] = [.. All.Except([Permission.ManageMembers, Permission.ManageKeys])],
        [Role.Analyst] = [Permission.View, Permission.ReadResponses, Permission.Export, Permission.Code, Permission.EditNeeds],
        [Role.Coder] = [Permission.View, Permission.Code],
        [Role.Translator] = [Permission.View, Permission.TranslateSurvey],
        [Role.Viewer] = [Permission.View],
    };

    /// <summary>What <paramref name="role"/> may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => ByRole[role];

    /// <summary>What it lets people do, as the end of a sentence.</summary>
    public static string Words(Permission permission) =>
        permission switch
        {
            Permission.View => "see this organisation",
            Permission.EditOrganisation => "change the organisation's settings",
            Permission.ManageMembers => "invite people and change their roles",
            Permission.ManageKeys => "make and revoke API keys",
            Permission.ReadAudit => "read the organisation's history",
            Permission.EditInitiative => "change initiatives",
            Permission.EditSurvey => "change surveys",
            Permission.TranslateSurvey => "translate surveys",
            Permission.PublishSurvey => "publish, close or reopen surveys",
            Permission.ReadResponses => "read single responses",
            Permission.Export => "take answers away as files",
            Permission.Code => "read open answers and say which needs they tell of",
            Permission.EditNeeds => "change needs and hearing checks",
            Permission.EditGoals => "change goals and decisions",
            Permission.OverrideGate => "pass a stage before it is complete",
            Permission.PublishReport => "publish reports",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
