// Each rule run on a sample that breaks it: a rule that finds nothing anywhere proves nothing.

using NeedsSurvey.App;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Tests.Architecture
{
    /// <summary>Every rule reports its violation.</summary>
    public sealed class ViolationTests
    {
        [Fact]
        public void A_storey_that_points_upward_is_reported()
        {
            Assert.Single(Rules.Storeys("NeedsSurvey.Domain", ["System.Runtime", "NeedsSurvey.App"]));
            Assert.Single(Rules.Storeys("NeedsSurvey.App", ["NeedsSurvey.Domain", "NeedsSurvey.Web"]));
        }

        [Fact]
        public void A_package_in_the_pure_storey_is_reported() => Assert.Single(Rules.NoPackages(["System.Runtime", "Dapper"]));

        [Fact]
        public void A_clock_and_randomness_in_the_pure_storey_are_reported() =>
            Assert.Equal(2, Rules.Pure([typeof(NeedsSurvey.Samples.Surveys.Impure)]).Count());

        [Fact]
        public void A_room_that_uses_one_to_its_right_is_reported_even_from_inside_an_async_lambda()
        {
            Assert.NotEmpty(Rules.Leftward([typeof(NeedsSurvey.Samples.Surveys.LooksRight)]));
            Assert.Empty(Rules.Leftward([typeof(NeedsSurvey.Samples.Goals.LooksLeft)]));
        }

        [Fact]
        public void A_write_into_another_rooms_table_is_reported()
        {
            Assert.Single(Rules.Writers([("NeedsSurvey.App.Results.Tally.Sql", "insert into response (survey_id) values (@id)")]));
            Assert.Single(
                Rules.Writers([("NeedsSurvey.App.Goals.Adopt.Sql", "with gone as (delete from need where name = @n returning 1) select 1")])
            );
            Assert.Single(Rules.Writers([("NeedsSurvey.App.Goals.Adopt.Sql", "insert into unheard_of (a) values (1)")]));
            Assert.Empty(
                Rules.Writers([
                    ("NeedsSurvey.App.Responses.Submit.Sql", "insert into response (a) values (1) on conflict (a) do update set a = 1"),
                ])
            );
            Assert.Empty(Rules.Writers([("NeedsSurvey.App.Results.Tally.Sql", "select 1 from response for update skip locked")]));
        }

        [Fact]
        public void A_table_without_an_owner_is_reported() => Assert.Single(Rules.Unowned(["response", "unheard_of"]));

        [Fact]
        public void An_empty_name_is_reported() =>
            Assert.Single(Rules.Names([typeof(NeedsSurvey.Samples.Surveys.SurveyManager), typeof(NeedsSurvey.Samples.Goals.LooksLeft)]));

        [Fact]
        public void An_interface_with_a_single_class_is_reported() =>
            Assert.Single(Rules.LonelyInterfaces([typeof(NeedsSurvey.Samples.Surveys.IThing), typeof(NeedsSurvey.Samples.Surveys.Thing)]));

        [Theory]
        [InlineData("await db.Query<int>(\"select 1 from \" + table)")]
        [InlineData("await tx.Execute($\"delete from {table}\")")]
        [InlineData("await db.Find<(int, string)>(ListSql + order)")]
        public void SQL_put_together_is_reported(string text) => Assert.Single(Rules.BuiltSql([("file.cs", text)]));

        [Fact]
        public void SQL_as_one_text_is_not_reported() =>
            Assert.Empty(
                Rules.BuiltSql([("file.cs", "await db.Query<int>(ListSql, new { a = \"b\" }); await db.One<int>(\"select 1\", new { })")])
            );

        [Fact]
        public void Talking_to_the_driver_is_reported() =>
            Assert.NotEmpty(Rules.DriverUses([typeof(NeedsSurvey.Samples.Surveys.OpensConnections)]));

        [Fact]
        public void A_write_without_an_audit_row_elsewhere_is_reported() =>
            Assert.NotEmpty(Rules.UnauditedWrites([typeof(NeedsSurvey.Samples.Goals.Sneaks)]));

        [Fact]
        public void A_handler_with_two_writing_operations_is_reported()
        {
            Assert.Single(Rules.TwoWrites([typeof(NeedsSurvey.Samples.Goals.WritesTwice)]));
            Assert.Empty(Rules.TwoWrites([typeof(NeedsSurvey.Samples.Goals.WritesOnce)]));
        }

        [Fact]
        public void A_page_that_runs_what_asks_for_no_permission_is_reported() =>
            Assert.Contains(
                "DrawResponses",
                Rules.OpenToAnybody([typeof(NeedsSurvey.Samples.Goals.LetsIn)]).Single(),
                StringComparison.Ordinal
            );

        [Theory]
        [InlineData("$\"{n:N0} people\"", 1)]
        [InlineData("$\"{100 * share:0.#} %\"", 1)]
        [InlineData("string.Create(CultureInfo.InvariantCulture, $\"{n:N0} people\")", 0)]
        [InlineData("string.Create(\n  CultureInfo.InvariantCulture,\n  $\"{n:N0} people\")", 0)]
        [InlineData("$\"{day:yyyy} of {n}\"", 0)]
        public void A_number_in_the_culture_of_the_machine_is_reported(string code, int found) =>
            Assert.Equal(found, Rules.MachineFigures([("One.cs", code)]).Count());

        [Fact]
        public void A_record_that_prints_a_password_is_reported() =>
            Assert.Single(Rules.PrintableSecrets([typeof(NeedsSurvey.Samples.Goals.Printable)]));

        [Fact]
        public void A_state_that_is_text_is_reported_wherever_it_is_taken_or_shown() =>
            Assert.Equal(
                ["NeedsSurvey.Samples.Goals.Told.HearingState", "NeedsSurvey.Samples.Goals.Told.kind"],
                Rules.TextStates([typeof(NeedsSurvey.Samples.Goals.Told)])
            );
    }
}

namespace NeedsSurvey.Samples.Surveys
{
    internal sealed class Impure
    {
        public DateTime Time { get; } = DateTime.UtcNow;
        public Guid Id { get; } = Guid.NewGuid();
    }

    internal sealed class LooksRight
    {
        public static Func<Task<int>> Later { get; } =
            async () =>
            {
                await Task.Yield();
                return Goals.LooksLeft.Number();
            };
    }

    internal sealed class SurveyManager;

    internal interface IThing;

    internal sealed class Thing : IThing;

    internal sealed class OpensConnections
    {
        public static string Name() => new Npgsql.NpgsqlConnectionStringBuilder("Host=a").Host!;
    }
}

namespace NeedsSurvey.Samples.Goals
{
    internal sealed class LooksLeft
    {
        public static int Number() => new Surveys.Thing().GetHashCode();
    }

    internal sealed class Sneaks(Db db)
    {
        public Task<Result<Done>> Run() => db.Collect(_ => Task.FromResult<Result<Done>>(Done.It));
    }

    internal sealed class WritesTwice
    {
        public static Delegate Handler { get; } = async (Sneaks first, Sneaks second) => (await first.Run(), await second.Run());
    }

    internal sealed class WritesOnce
    {
        public static Delegate Handler { get; } = async (Sneaks one, LooksLeft other) => (await one.Run(), other);
    }

    internal sealed class LetsIn
    {
        public static Delegate Handler { get; } = (NeedsSurvey.App.Results.DrawResponses drawn) => drawn.GetHashCode();

        public static Delegate Open { get; } = (NeedsSurvey.App.Responses.SubmitResponse submit) => submit.GetHashCode();
    }

    public sealed record Printable(string Email, string Password);

    public sealed class Told
    {
        public string HearingState { get; init; } = "";
        public int Design { get; init; }
        public string Distance { get; init; } = "";

        public bool Is(string kind) => HearingState == kind;
    }
}
