using System.Diagnostics;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>Sign-in gives nothing away and slows who guesses (threat-model.md 1 to 3).</summary>
public sealed class SignInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestData data = TestData.On(database, new ManualClock());

    // Hashing is most of what a sign-in takes, as in the program.
    private readonly TestData hashing = TestData.On(database, new ManualClock(), new Passwords(iterations: 30_000));

    [Fact]
    public async Task An_unknown_address_is_answered_in_the_words_of_a_wrong_password()
    {
        var organisation = (await data.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        await data.Join(organisation, Role.Viewer, email);
        async Task<IReadOnlyList<Fault>> Refused(string address) =>
            Assert.IsType<Problem.Invalid>((await data.SignIn(address, "not the password")).Problem).Faults;
        Assert.Equal(await Refused(email), await Refused($"nobody-{organisation}@example.org"));
    }

    [Fact]
    public async Task An_unknown_address_takes_as_long_as_a_wrong_password()
    {
        var organisation = (await hashing.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        await hashing.Join(organisation, Role.Viewer, email);
        var (known, unknown) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        // The fastest of several each, until they are alike: without the same work an unknown address would be tens of times faster
        // however often one tries, and the noise of a busy machine goes away with trying.
        for (var i = 0; i < 9 || i < 100 && unknown / known is < 0.5 or > 2; i++)
        {
            // A network address each, so that the throttle stays out of the measurement.
            known = await Faster(known, () => hashing.SignIn(i % 2 == 0 ? email : email.ToUpperInvariant(), "not the password", $"k{i}"));
            unknown = await Faster(unknown, () => hashing.SignIn($"nobody-{i}@example.org", "not the password", $"u{i}"));
        }
        Assert.InRange(unknown / known, 0.5, 2);
    }

    [Fact]
    public async Task A_password_of_a_megabyte_is_refused_before_hashing()
    {
        var huge = new string('x', 1 << 20);
        var (hashed, refused) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        // Hashing is what takes the time; the fastest of several, until the refusal is far below it.
        for (var i = 0; i < 5 || i < 100 && refused > hashed / 3; i++)
        {
            hashed = await Faster(hashed, async () =>
                Assert.IsType<Problem.Invalid>((await hashing.SignIn("somebody@example.org", "not the password", $"n{i}")).Problem)
            );
            refused = await Faster(refused, async () =>
                Assert.IsType<Problem.Invalid>((await hashing.SignIn("somebody@example.org", huge, $"h{i}")).Problem)
            );
        }
        Assert.True(refused <= hashed / 3, $"Refused in {refused}, hashed in {hashed}.");
        Assert.Equal("too_long", PasswordRule.Check("password", huge, null)?.Code);
    }

    private static async Task<TimeSpan> Faster(TimeSpan fastest, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed < fastest ? watch.Elapsed : fastest;
    }

    [Fact]
    public async Task A_sign_in_that_was_checked_against_a_password_just_changed_opens_no_session()
    {
        var organisation = (await data.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        var member = await data.Join(organisation, Role.Viewer, email);
        await using var connection = await database.Sources.Writes.OpenConnectionAsync();
        await using var change = await connection.BeginTransactionAsync();
        await using (
            var command = new Npgsql.NpgsqlCommand("update account set password_hash = 'another' where account_id = $1", connection, change)
            {
                Parameters = { new() { Value = member.Id!.Value } },
            }
        )
            await command.ExecuteNonQueryAsync();

        // The old password is still right for who asks now; the session must not outlive the change.
        var signingIn = data.SignIn(email, TestData.Password);
        while (
            !signingIn.IsCompleted
            && await database.Db.One<int>(
                "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            ) == 0
        )
            await Task.Delay(10);
        Assert.False(signingIn.IsCompleted);
        await change.CommitAsync();
        Assert.IsType<Problem.Invalid>((await signingIn).Problem);
    }

    [Fact]
    public async Task Only_who_guesses_is_slowed()
    {
        var organisation = (await data.Organisation()).Slug;
        var (target, other) = ($"target-{organisation}@example.org", $"other-{organisation}@example.org");
        await data.Join(organisation, Role.Viewer, target);
        await data.Join(organisation, Role.Viewer, other);
        for (var i = 0; i < SignInThrottle.PairLimit; i++)
            Assert.IsType<Problem.Invalid>((await data.SignIn(target, "guess " + i, "attacker")).Problem);
        var refused = Assert.IsType<Problem.TooMany>((await data.SignIn(target, TestData.Password, "attacker")).Problem);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Null((await data.SignIn(target, TestData.Password, "home")).Problem);
        Assert.Null((await data.SignIn(other, TestData.Password, "attacker")).Problem);
        data.Clock.Move(SignInThrottle.Window);
        Assert.Null((await data.SignIn(target, TestData.Password, "attacker")).Problem);
    }

    [Fact]
    public void One_address_trying_many_accounts_is_slowed()
    {
        var throttle = new SignInThrottle(new ManualClock());
        for (var i = 0; i < SignInThrottle.AddressLimit; i++)
            Assert.Null(throttle.Begin($"{i}@example.org", "attacker"));
        Assert.NotNull(throttle.Begin("next@example.org", "attacker"));
        Assert.Null(throttle.Begin("next@example.org", "somebody else"));
    }

    [Fact]
    public void What_is_refused_does_not_lock_the_account()
    {
        var throttle = new SignInThrottle(new ManualClock());
        // One attacker runs into the narrow limit: the account is not locked by however many further tries.
        for (var i = 0; i < 1000; i++)
            throttle.Begin("owner@example.org", "attacker");
        Assert.Null(throttle.Begin("owner@example.org", "home"));
    }

    [Fact]
    public void Many_addresses_trying_one_account_are_slowed()
    {
        var throttle = new SignInThrottle(new ManualClock());
        for (var i = 0; i < SignInThrottle.AccountLimit; i++)
            throttle.Begin("owner@example.org", "bot " + i);
        Assert.NotNull(throttle.Begin("owner@example.org", "bot 0"));
    }

    [SlowFact]
    public void Made_up_accounts_from_one_address_do_not_make_the_throttle_forget()
    {
        var throttle = new SignInThrottle(new ManualClock());
        for (var i = 0; i < SignInThrottle.AccountLimit; i++)
            Assert.Null(throttle.Begin("owner@example.org", "bot " + i));
        Assert.NotNull(throttle.Begin("owner@example.org", "home"));
        for (var i = 0; i < 250_000; i++)
            throttle.Begin($"{i}@example.org", "attacker");
        Assert.NotNull(throttle.Begin("owner@example.org", "home"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void All_addresses_of_one_household_count_as_one(string first, string second, bool same)
    {
        var throttle = new SignInThrottle(new ManualClock());
        for (var i = 0; i < SignInThrottle.AddressLimit; i++)
            Assert.Null(throttle.Begin($"{i}@example.org", first));
        Assert.Equal(same, throttle.Begin("next@example.org", second) is not null);
    }

    [Fact]
    public void Two_hundred_people_behind_one_address_sign_in_without_noticing_each_other()
    {
        var throttle = new SignInThrottle(new ManualClock());
        for (var i = 0; i < 200; i++)
        {
            Assert.Null(throttle.Begin($"{i}@example.org", "nat"));
            throttle.DropFaults($"{i}@example.org", "nat");
        }
    }

    [Fact]
    public void After_a_day_the_throttle_remembers_nobody()
    {
        var clock = new ManualClock();
        var throttle = new SignInThrottle(clock);
        clock.Move(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        for (var i = 0; i <= SignInThrottle.PairLimit; i++)
            throttle.Begin("a@example.org", "x");
        Assert.NotNull(throttle.Begin("a@example.org", "x"));
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Null(throttle.Begin("a@example.org", "x"));
    }
}
