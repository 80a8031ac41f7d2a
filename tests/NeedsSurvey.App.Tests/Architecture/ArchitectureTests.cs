using System.Reflection;
using System.Runtime.CompilerServices;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Tests.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>The program keeps the house rules.</summary>
public sealed class ArchitectureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Assembly App = typeof(Db).Assembly;
    private static readonly Assembly Domain = typeof(SurveyDefinition).Assembly;

    [Fact]
    public void Storeys_point_downward()
    {
        None(Rules.Storeys("NeedsSurvey.Domain", References(Domain)));
        None(Rules.Storeys("NeedsSurvey.App", References(App)));
    }

    [Fact]
    public void The_pure_storey_uses_no_package() => None(Rules.NoPackages(References(Domain)));

    [Fact]
    public void The_pure_storey_has_no_clock_no_randomness_and_no_io() => None(Rules.Pure(TypeUses.Outer(Domain)));

    [Fact]
    public void Rooms_use_only_rooms_to_their_left()
    {
        None(Rules.Leftward(TypeUses.Outer(Domain)));
        None(Rules.Leftward(TypeUses.Outer(App)));
    }

    [Fact]
    public void Rooms_use_only_rooms_to_their_left_on_the_storey_below() => None(Rules.LeftwardBelow(TypeUses.Outer(App)));

    [Fact]
    public void Only_the_owning_room_writes_a_table() => None(Rules.Writers(SqlTests.Statements(TypeUses.Outer(App))));

    [Fact]
    public async Task Every_table_has_an_owner() =>
        None(Rules.Unowned(await database.Db.Query<string>("select tablename from pg_tables where schemaname = 'public'")));

    [Fact]
    public void Names_say_what_things_are() => None(Rules.Names(TypeUses.Outer(Domain).Concat(TypeUses.Outer(App))));

    [Fact]
    public void No_interface_stands_beside_a_single_class() => None(Rules.LonelyInterfaces([.. Domain.GetTypes(), .. App.GetTypes()]));

    [Fact]
    public void SQL_is_never_put_together() => None(Rules.BuiltSql(Sources("src")));

    [Fact]
    public void Numbers_in_words_name_their_culture() => None(Rules.MachineFigures(Sources("src")));

    [Fact]
    public void Only_the_database_room_talks_to_the_driver() => None(Rules.DriverUses(TypeUses.Outer(App)));

    [Fact]
    public void Writes_without_an_audit_row_are_the_respondents_and_housekeeping() => None(Rules.UnauditedWrites(TypeUses.Outer(App)));

    [Fact]
    public void What_carries_a_secret_cannot_be_printed() => None(Rules.PrintableSecrets(TypeUses.Outer(App)));

    // Text: what a form sent or left out, refused in words where it is none of the three.
    private static readonly string[] TextStates = ["NeedsSurvey.App.Reports.ReplyToHearingCheck+Command.Verdict"];

    [Fact]
    public void States_are_enums() => None(StatesInText().Except(TextStates));

    [Fact]
    public void No_state_is_excused_that_is_an_enum_by_now() => None(TextStates.Except(StatesInText()));

    private static IEnumerable<string> StatesInText() => Rules.TextStates(TypeUses.Outer(Domain).Concat(TypeUses.Outer(App)));

    private static void None(IEnumerable<string> violations)
    {
        var all = violations.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    public static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    public static IEnumerable<(string File, string Text)> Sources(string folder, [CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        return Directory
            .EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(root, file), File.ReadAllText(file)));
    }
}
