using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.App.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData(null, "required")]
    [InlineData("", "required")]
    [InlineData("eleven char", "too_short")]
    public void A_new_password_is_long(string? password, string code) => Assert.Equal(code, Fault(password));

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password12345!")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("correct horse battery staple")]
    [InlineData("ana.rivera2026")]
    public void A_new_password_is_not_among_the_first_guesses(string password) => Assert.Equal("too_common", Fault(password));

    [Theory]
    [InlineData("seven quiet lanterns")]
    [InlineData("пароль из четырёх слов")]
    public void Words_in_a_row_of_ones_own_are_a_password(string password) => Assert.Null(Fault(password));

    private static string? Fault(string? password) => PasswordRule.Check("password", password, "ana.rivera@example.org")?.Code;

    [Fact]
    public void A_password_has_at_most_256_characters()
    {
        var long256 = string.Concat(Enumerable.Repeat("word and ", 29))[..256];
        Assert.NotEqual("too_long", PasswordRule.Check("password", long256, null)?.Code);
        Assert.Equal("too_long", PasswordRule.Check("password", long256 + "x", null)?.Code);
    }

    [Fact]
    public void A_password_is_verified_by_its_own_hash_alone()
    {
        var passwords = new Passwords(1);
        var hash = passwords.Hash("seven quiet lanterns");
        Assert.NotEqual(hash, passwords.Hash("seven quiet lanterns"));
        Assert.True(passwords.Verify(hash, "seven quiet lanterns"));
        Assert.False(passwords.Verify(hash, "seven quiet lantern"));
    }

    [Fact]
    public void Nobody_has_the_password_of_no_account() => Assert.False(new Passwords(1).Verify(null, "seven quiet lanterns"));

    // The framework's form: a byte of its version, four of the function (2 is SHA-512), four of the iterations.
    [Fact]
    public void The_program_hashes_as_often_as_OWASP_asks_for()
    {
        var program = new ServiceCollection().AddOperations().BuildServiceProvider().GetRequiredService<Passwords>();
        var hash = Convert.FromBase64String(program.Hash("seven quiet lanterns"));
        Assert.Equal(
            (2u, 210_000u),
            (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)))
        );
    }
}
