namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>What people read where their role ends.</summary>
public sealed class RefusalTests
{
    public static TheoryData<Permission> All => [.. Enum.GetValues<Permission>()];

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_role_lacks_is_said_in_words_and_not_in_a_name_of_the_code(Permission permission) =>
        Assert.DoesNotMatch("[a-z][A-Z]", new Problem.Forbidden(permission).Message);

    [Fact]
    public void Whoever_is_refused_is_told_what_is_missing_with_whom_to_ask()
    {
        var home = Guid.NewGuid();
        var viewer = new Actor(ActorKind.Account, Guid.NewGuid(), "Ana", new Dictionary<Guid, Role> { [home] = Role.Viewer });
        Assert.Equal(
            "Your role does not let you change surveys. Ask an owner of the organisation to do it, or to give you a role that may.",
            viewer.Require(Permission.EditSurvey, home)!.Message
        );
    }
}
