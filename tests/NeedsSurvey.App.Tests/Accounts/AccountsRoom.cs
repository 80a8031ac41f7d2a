using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Tests.Support;

namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>The room's operations on a database of a test class, with a clock that the test moves.</summary>
internal sealed class AccountsRoom
{
    public const string Password = "seven quiet lanterns";

    private readonly ServiceProvider services;

    public AccountsRoom(TestDatabase database) =>
        services = new ServiceCollection().AddSingleton(database.Db).AddSingleton<TimeProvider>(Clock).AddOperations().BuildServiceProvider();

    public ManualClock Clock { get; } = new();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A new organisation; answers its slug.</summary>
    public async Task<string> Organisation(OrganisationKind kind = OrganisationKind.Organisation) =>
        (await Get<CreateOrganisation>().Run(Actor.Operator, new("Museum " + Guid.NewGuid().ToString()[..8], kind, "", []), default)).OrThrow().Slug;

    /// <summary>Somebody who joined by invitation, as they are now.</summary>
    public async Task<Actor> Join(string organisation, Role role, string? email = null)
    {
        var invited = (await Get<InviteMember>().Run(Actor.Operator, organisation, new(role), default)).OrThrow();
        email ??= $"{Guid.NewGuid()}@example.org";
        var joined = (await Get<AcceptInvitation>().Run(new AcceptInvitation.Command(invited.Token, role + " of " + organisation, email, Password), default)).OrThrow();
        return (await Get<ResolveSession>().Run(joined.Session!.Token, default))!;
    }

    public Task<Result<OpenedSession>> SignIn(string email, string password, string? address = "192.0.2.1") =>
        Get<SignIn>().Run(new(email, password, address), default);
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Move(TimeSpan by) => now += by;
}
