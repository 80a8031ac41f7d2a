using System.Collections.Frozen;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// What a new password must look like: long, and not one of those that every attacker tries first. No rules about capitals or digits:
/// length does more (NIST SP 800-63B §3.1.1.2). Checked before anything is hashed, so a password of a megabyte costs nothing.
/// </summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    /// <summary>Whether it may be hashed at all; sign-in asks only this, so that an older, shorter rule never locks anyone out.</summary>
    public static bool MayBeHashed(SecretText password) => password.Reveal() is { Length: > 0 and <= MaxLength };

    /// <summary>What is wrong with a new password, or null.</summary>
    /// <param name="path">The form field or JSON path to report.</param>
    /// <param name="email">The account's address: a password made of it is refused.</param>
    public static Fault? Check(string path, SecretText password, string? email) =>
        password.Reveal() switch
        {
            "" => new Fault(path, "required", "Enter a password."),
            { Length: < MinLength } => new Fault(
                path,
                "too_short",
                $"Use a password of at least {MinLength} characters. Three or four unrelated words work well."
            ),
            { Length: > MaxLength } => new Fault(path, "too_long", $"Use a password of at most {MaxLength} characters."),
            var text when IsCommon(text, email) => new Fault(
                path,
                "too_common",
                "This password is among the first that people guess. Choose another, such as three or four unrelated words."
            ),
            _ => null,
        };

    private static bool IsCommon(string password, string? email)
    {
        var folded = Fold(password);
        return folded.Distinct().Count() < 4
            || Common.Contains(folded)
            || Common.Contains(folded.TrimEnd("0123456789!.".ToCharArray()))
            || IsRepeated(folded)
            || (
                email is { Length: > 2 }
                && (folded == Fold(email) || folded.TrimEnd("0123456789!".ToCharArray()) == Fold(email.Split('@')[0]))
            );
    }

    // "passwordpassword", "abcabcabcabc": a short piece over and over.
    private static bool IsRepeated(string text) =>
        Enumerable
            .Range(1, text.Length / 2)
            .Any(length =>
                text.Length % length == 0
                && Enumerable.Range(0, text.Length).All(i => text[i] == text[i % length])
                && (length < 6 || Common.Contains(text[..length]))
            );

    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    // The commonest that are long enough to pass, and the stems that people lengthen to get past a minimum.
    private static readonly FrozenSet<string> Common = """
        password passwort contrasena motdepasse passphrase letmein welcome admin administrator qwerty qwertyuiop asdfghjkl zxcvbnm
        iloveyou sunshine princess football baseball superman batman starwars pokemon dragon monkey shadow master michael
        changeme changemenow default secret secretpassword mypassword yourpassword thepassword newpassword testpassword
        adminadmin adminpassword rootroot toortoor passw0rd p@ssw0rd p@ssword pa$$word pa55word
        1234567890 12345678901 123456789012 1234567890123 123456789123 1234567891011 0123456789 01234567890 012345678901 098765432109
        0987654321 987654321 9876543210 987654321098 123123123 123123123123 121212121212 111111111111 000000000000 123412341234
        1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv zaq12wsxcde3 q1w2e3r4t5y6
        qwertyqwerty qwertyuiopasdfghjkl qwertyuiop123 asdfghjklzxcvbnm qwerty123456 123456qwerty qwer1234qwer abcdefghijkl abcdefghijklm
        abcd12345678 abc123456789 abcdef123456 a1b2c3d4e5f6 password1234 password12345 password123456 passwordpassword
        iloveyou1234 iloveyouforever welcomewelcome letmeinletmein trustno1trustno1 correcthorsebatterystaple
        needssurvey needssurveyneedssurvey museum community nonprofit organisation organization
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
