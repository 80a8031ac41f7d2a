using System.Diagnostics;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Tests.Support;

namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>Sign-in gives nothing away and slows who guesses (safety.md 1 to 3).</summary>
public sealed class SignInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsRoom _room = new(database);

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_answer_alike_in_words_and_in_time()
    {
        var organisation = await _room.Organisation();
        var email = $"{organisation}@example.org";
        await _room.Join(organisation, Role.Viewer, email);
        var known = new List<double>();
        var unknown = new List<double>();
        Problem? wrong = null, nobody = null;
        for (var i = -2; i < 9; i++)
        {
            // A network address each, so that the throttle stays out of the measurement.
            var (knownTime, unknownTime) = (Stopwatch.StartNew(), new Stopwatch());
            wrong = (await _room.SignIn(email, "not the password", $"k{i}")).Problem;
            knownTime.Stop();
            unknownTime.Start();
            nobody = (await _room.SignIn($"nobody-{i}@example.org", "not the password", $"u{i}")).Problem;
            unknownTime.Stop();
            // The first rounds warm up.
            if (i < 0)
                continue;
            known.Add(knownTime.Elapsed.TotalMilliseconds);
            unknown.Add(unknownTime.Elapsed.TotalMilliseconds);
        }
        var (a, b) = (Assert.IsType<Problem.Invalid>(wrong), Assert.IsType<Problem.Invalid>(nobody));
        Assert.Equal(a.Faults, b.Faults);
        var (fastKnown, fastUnknown) = (known.Min(), unknown.Min());
        // Without the same work an unknown address would answer tens of times faster; the machine's noise is far less than half.
        Assert.InRange(fastUnknown / fastKnown, 0.5, 2);
    }

    [Fact]
    public async Task A_password_of_a_megabyte_is_refused_before_hashing()
    {
        var huge = new string('x', 1 << 20);
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var time = Stopwatch.StartNew();
            Assert.IsType<Problem.Invalid>((await _room.SignIn("somebody@example.org", huge, $"h{i}")).Problem);
            fastest = time.Elapsed < fastest ? time.Elapsed : fastest;
        }
        Assert.InRange(fastest.TotalMilliseconds, 0, 20);
        Assert.Equal("too_long", PasswordRule.Check("password", huge, null)?.Code);
    }

    [Fact]
    public async Task Who_guesses_is_slowed_and_others_are_not()
    {
        var organisation = await _room.Organisation();
        var (target, other) = ($"target-{organisation}@example.org", $"other-{organisation}@example.org");
        await _room.Join(organisation, Role.Viewer, target);
        await _room.Join(organisation, Role.Viewer, other);
        for (var i = 0; i < SignInThrottle.PairLimit; i++)
            Assert.IsType<Problem.Invalid>((await _room.SignIn(target, "guess " + i, "attacker")).Problem);
        var refused = Assert.IsType<Problem.TooMany>((await _room.SignIn(target, AccountsRoom.Password, "attacker")).Problem);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Null((await _room.SignIn(target, AccountsRoom.Password, "home")).Problem);
        Assert.Null((await _room.SignIn(other, AccountsRoom.Password, "attacker")).Problem);
        _room.Clock.Move(SignInThrottle.Window);
        Assert.Null((await _room.SignIn(target, AccountsRoom.Password, "attacker")).Problem);
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
    public void Many_addresses_trying_one_account_are_slowed_and_what_is_refused_does_not_lock_it()
    {
        var throttle = new SignInThrottle(new ManualClock());
        // One attacker runs into the narrow limit: the account is not locked by however many further tries.
        for (var i = 0; i < 1000; i++)
            throttle.Begin("owner@example.org", "attacker");
        Assert.Null(throttle.Begin("owner@example.org", "home"));
        for (var i = 0; i < SignInThrottle.AccountLimit; i++)
            throttle.Begin("owner@example.org", "bot " + i);
        Assert.NotNull(throttle.Begin("owner@example.org", "bot 0"));
    }

    [Fact]
    public void Two_hundred_people_behind_one_address_sign_in_without_noticing_each_other()
    {
        var throttle = new SignInThrottle(new ManualClock());
        for (var i = 0; i < 200; i++)
        {
            Assert.Null(throttle.Begin($"{i}@example.org", "nat"));
            throttle.Forgive($"{i}@example.org", "nat");
        }
    }

    [Fact]
    public void After_a_day_the_salt_is_another_and_nothing_is_remembered()
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
