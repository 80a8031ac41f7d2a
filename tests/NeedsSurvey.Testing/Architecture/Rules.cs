// The rules of src/README.md as functions from code to violations, in words. ArchitectureTests runs them on the program, and each on a
// sample that breaks it.

using System.Reflection;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Testing;

/// <summary>House rules; each answers what breaks it.</summary>
public static partial class Rules
{
    /// <summary>Storeys point downward: Domain uses nothing of ours, App only Domain, Web both.</summary>
    public static IEnumerable<string> Storeys(string storey, IEnumerable<string> references)
    {
        string[] allowed = storey switch
        {
            "NeedsSurvey.Domain" => [],
            "NeedsSurvey.App" => ["NeedsSurvey.Domain"],
            _ => ["NeedsSurvey.App", "NeedsSurvey.Domain"],
        };
        return references
            .Where(reference => reference.StartsWith("NeedsSurvey.", StringComparison.Ordinal) && !allowed.Contains(reference))
            .Select(reference => $"{storey} must not use {reference}");
    }

    /// <summary>The pure storey refers to the base class library only.</summary>
    public static IEnumerable<string> NoPackages(IEnumerable<string> references) =>
        references
            .Where(reference =>
                !reference.StartsWith("System.", StringComparison.Ordinal) && reference is not ("System" or "netstandard" or "mscorlib")
            )
            .Select(reference => $"Domain must not use the package {reference}");

    /// <summary>Rooms of one storey use only rooms to their left, and the common ones.</summary>
    public static IEnumerable<string> Leftward(IEnumerable<Type> types) =>
        from type in types
        let room = Rooms.Of(type)
        from used in TypeUses.Types(type)
        where used.Assembly == type.Assembly && !Rooms.MayUse(room, Rooms.Of(used)) && !NamesItsAnswers(type, used)
        select $"{type.FullName} in {room} must not use {used.FullName} in {Rooms.Of(used)}";

    /// <summary>Rooms use only rooms to their left on the storeys below too.</summary>
    public static IEnumerable<string> LeftwardBelow(IEnumerable<Type> types) =>
        from type in types
        let room = Rooms.Of(type)
        from used in TypeUses.Types(type)
        where
            used.Assembly != type.Assembly
            && used.Namespace?.StartsWith("NeedsSurvey.", StringComparison.Ordinal) == true
            && !Rooms.MayUse(room, Rooms.Of(used))
            && !Rooms.Reaches(room, Rooms.Of(used))
        select $"{type.FullName} in {room} must not use {used.FullName} in {Rooms.Of(used)}";

    /// <summary>Every table is written by SQL of its owner's room only.</summary>
    public static IEnumerable<string> Writers(IEnumerable<(string Name, string Sql)> constants) =>
        from constant in constants
        let room = Rooms.Of(constant.Name)
        from Match write in Write().Matches(constant.Sql)
        let table = write.Groups[1].Value
        where Rooms.Owners.GetValueOrDefault(table) is var owner && owner != room && !Erases(constant.Name, write.Value, table)
        select $"{constant.Name} writes {table}, which belongs to {Rooms.Owners.GetValueOrDefault(table, "no room (see Rooms.Owners)")}";

    /// <summary>Tables that no room owns.</summary>
    public static IEnumerable<string> Unowned(IEnumerable<string> tables) => tables.Where(table => !Rooms.Owners.ContainsKey(table));

    /// <summary>The pure storey has no clock, no randomness, no waiting and no input or output.</summary>
    public static IEnumerable<string> Pure(IEnumerable<Type> types) =>
        from type in types
        from used in TypeUses.Members(type)
        where Impure(used)
        select $"{type.FullName} uses {used.DeclaringType?.FullName ?? ""} {used.Name}";

    /// <summary>Names say what a thing is.</summary>
    public static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types.Where(type => EmptyName().IsMatch(type.Name.Split('`')[0])).Select(type => $"{type.FullName}: say what it does instead");

    /// <summary>An interface with one implementation is that class, opened twice.</summary>
    public static IEnumerable<string> LonelyInterfaces(IReadOnlyCollection<Type> types) =>
        types
            .Where(type => type.IsInterface && types.Count(other => !other.IsInterface && type.IsAssignableFrom(other)) == 1)
            .Select(type => $"{type.FullName} has a single implementation");

    /// <summary>SQL is never put together: neither interpolated nor added up in the call.</summary>
    public static IEnumerable<string> BuiltSql(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        from Match call in SqlCall().Matches(source.Text)
        select $"{source.File}: {call.Value.ReplaceLineEndings(" ")}…";

    /// <summary>A number that is put into words names the culture it is written in: the machine's own writes 1.204 for 1,204.</summary>
    public static IEnumerable<string> MachineFigures(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        let lines = source.Text.Split('\n')
        from line in lines.Index()
        where FormattedNumber().IsMatch(line.Item)
        // The call that it stands in begins at most two lines above.
        where !lines[Math.Max(0, line.Index - 2)..(line.Index + 1)].Any(NamesCulture().IsMatch)
        select $"{source.File}: {line.Item.Trim()}";

    /// <summary>Only the database room talks to the driver.</summary>
    public static IEnumerable<string> DriverUses(IEnumerable<Type> types) =>
        from type in types
        where Rooms.Of(type) != "Database"
        from used in TypeUses.Types(type)
        where used.Assembly.GetName().Name is "Npgsql" or "Dapper"
        select $"{type.FullName} uses {used.FullName}; go through Db";

    /// <summary>Writes without an audit row are for respondents and for housekeeping (figures that are drawn are kept).</summary>
    public static IEnumerable<string> UnauditedWrites(IEnumerable<Type> types) =>
        from type in types
        from used in TypeUses.Members(type)
        where
            used.DeclaringType?.Name == "Db"
            && (
                used.Name == "Collect" && Rooms.Of(type) is not ("Responses" or "Reports" or "Database")
                || used.Name == "Maintenance"
                    && Rooms.Of(type) is not ("Accounts" or "Database")
                    && type.Name
                        is not (
                            "DrawResponses"
                            or "DrawnFigures"
                            or "DrawStories"
                            or "DrawHearingReplies"
                            or "DrawGoalReplies"
                            or "RedrawReport"
                        )
            )
        select $"{type.FullName} must not use Db.{used.Name}";

    /// <summary>
    /// Operations that take no actor let anybody in. What pages may run of them is listed; the others (what draws figures for reports and
    /// results) are for operations that have asked for a permission.
    /// </summary>
    public static IEnumerable<string> OpenToAnybody(IEnumerable<Type> types) =>
        from type in types
        from used in TypeUses.Types(type)
        where
            used.Namespace?.StartsWith("NeedsSurvey.App.", StringComparison.Ordinal) == true
            && AsksNobody(used)
            && !ForAnybody.Contains(used.Name)
        select $"{type.FullName} must not use {used.FullName}, which asks for no permission";

    /// <summary>Operations that are listed as open to anybody, and are not.</summary>
    public static IEnumerable<string> NotOpenToAnybody(IEnumerable<Type> types) =>
        ForAnybody.Except(types.SelectMany(TypeUses.Types).Where(AsksNobody).Select(type => type.Name));

    // People without an account, whoever is signing in, and the front page.
    private static readonly string[] ForAnybody =
    [
        "ChoosePassword",
        "CreateSetupLink",
        "ExploreDemo",
        "FindPublishedReport",
        "FindSubmission",
        "FollowReceipt",
        "FollowReply",
        "ReadDemo",
        "ReadFrontPage",
        "ReadOpenGoalHearing",
        "ReadOpenHearingCheck",
        "ReadPublishedSurvey",
        "ReadReport",
        "ReplyToGoals",
        "ReplyToHearingCheck",
        "ResolveKey",
        "ResolveSession",
        "SetUpOwner",
        "SignIn",
        "SubmitResponse",
        "TakeBack",
    ];

    private static bool AsksNobody(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any()
        && type.GetMethods() is var methods
        && methods.Any(method => method.Name == "Run")
        && !methods.Any(method => method.GetParameters().Any(parameter => parameter.ParameterType.Name == "Actor"));

    /// <summary>
    /// A request is one operation, hence one transaction: no handler takes two operations that write. Between two, a failure would leave
    /// half of what was wanted.
    /// </summary>
    public static IEnumerable<string> TwoWrites(IEnumerable<Type> types) =>
        from type in types
        from method in WithNested(type).SelectMany(TypeUses.Declared)
        let writing = method.GetParameters().Select(parameter => parameter.ParameterType).Where(Writes).ToList()
        where writing.Count > 1
        select $"{type.FullName} takes {string.Join(" and ", writing.Select(one => one.Name))} at once; make it one operation";

    /// <summary>
    /// What a record carries is printed with it, into a log too: passwords (in a connection string too), tokens, keys and receipts are of a
    /// type that prints nothing.
    /// </summary>
    public static IEnumerable<string> PrintableSecrets(IEnumerable<Type> types) =>
        from type in types.SelectMany(WithNested)
        where type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null
        from property in type.GetProperties()
        where
            property.PropertyType == typeof(string)
            && (SecretName().IsMatch(property.Name) || property.Name == "Key" && Rooms.Of(type) == "Accounts")
        select $"{type.FullName}.{property.Name} is a string; make it a SecretText";

    /// <summary>A value out of few is an enum: the compiler then knows the others, and the document of the API names them.</summary>
    public static IEnumerable<string> TextStates(IEnumerable<Type> types) =>
        from type in types.SelectMany(WithNested)
        where type.IsVisible
        let properties = type.GetProperties().Select(property => (property.Name, Type: property.PropertyType))
        let parameters = type.GetConstructors()
            .Concat<MethodBase>(type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => (Name: parameter.Name ?? "", Type: parameter.ParameterType))
        from named in properties.Concat(parameters)
        where named.Type == typeof(string) && StateName().IsMatch(named.Name)
        select $"{type.FullName}.{named.Name}";

    /// <summary>
    /// An operation that changes something, itself or by another one it is made with; housekeeping (sessions seen) is no change.
    /// </summary>
    private static bool Writes(Type type) =>
        type.GetMethods().Any(method => method.Name == "Run")
        && (
            TypeUses.Members(type).Any(used => used.DeclaringType?.Name == "Db" && used.Name is "Change" or "Collect")
            || type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => Writes(parameter.ParameterType)))
        );

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(WithNested).Prepend(type);

    // A question type names the shape of its answers, so that leaving it out does not compile: the one step to the right.
    private static bool NamesItsAnswers(Type type, Type used) =>
        Inherits(type, "NeedsSurvey.Domain.Surveys.Question") && Inherits(used, "NeedsSurvey.Domain.Responses.AnswerType");

    private static bool Inherits(Type? type, string name) => type is not null && (type.FullName == name || Inherits(type.BaseType, name));

    private static bool Impure(MemberInfo used) =>
        (used.DeclaringType?.FullName ?? (used as Type)?.FullName) switch
        {
            "System.DateTime" or "System.DateTimeOffset" => used.Name is "get_Now" or "get_UtcNow" or "get_Today",
            "System.Guid" => used.Name is "NewGuid" or "CreateVersion7",
            "System.Random" => used.Name is "get_Shared" or ".ctor"
                && used is ConstructorInfo constructor
                && constructor.GetParameters().Length == 0,
            "System.Environment" => used.Name is not ("get_CurrentManagedThreadId" or "get_NewLine" or "Environment"),
            "System.Console" or "System.Diagnostics.Stopwatch" or "System.TimeProvider" => true,
            "System.Security.Cryptography.RandomNumberGenerator" => true,
            { } name => name.StartsWith("System.IO.File", StringComparison.Ordinal)
                || name.StartsWith("System.IO.Directory", StringComparison.Ordinal)
                || name.StartsWith("System.Net.", StringComparison.Ordinal)
                || name is "System.Threading.Tasks.Task" or "System.Threading.Thread",
            null => false,
        };

    // A person who withdraws takes every trace of their words along, in one transaction; the one deletion across rooms.
    private static bool Erases(string name, string write, string table) =>
        // What was tried on a copy of the demo is deleted whole.
        name == "NeedsSurvey.App.Demo.LeaveDemo.UndoSql"
            && write.StartsWith("delete", StringComparison.Ordinal)
        || name.StartsWith("NeedsSurvey.App.Responses.WithdrawResponse.", StringComparison.Ordinal)
            && (
                write.StartsWith("delete", StringComparison.Ordinal)
                    ? table is "coding" or "reading" or "drawn_story" or "quote" or "report_quote"
                    : write.StartsWith("update", StringComparison.Ordinal) && (table is "report_version" or "report")
            );

    [GeneratedRegex(
        @"\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+(?!set\b|skip\b|of\b|nowait\b)([a-z_]+)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Write();

    [GeneratedRegex(
        @"^(?:.*State|.*Status|.*Stance|.*Kind|.*Verdict|.*Decision|.*Origin|.*Design|.*Disposition)$"
            + @"|^(?:state|status|stance|kind|verdict|decision|origin|design|disposition)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex StateName();

    [GeneratedRegex("(Password|Token|Secret|Receipt|KeyText|ConnectionString)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"(Manager|Helpers?|Services?|Impl|Utils?|Utilities)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\{[^{}""\n]*:(?:[NnFfPp]\d?|[#0][#0.,]*)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormattedNumber();

    [GeneratedRegex(@"CultureInfo\.\w+,|Invariant\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamesCulture();

    [GeneratedRegex(
        @"\b(?:db|tx|Db|Tx)\.(?:Query|Find|One|Execute|Stream)(?:<[^;\n]{0,80}?>)?\(\s*(?:\$|[A-Za-z.]+\s*\+|""[^""]*""\s*\+)[^\n]{0,40}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex SqlCall();
}
