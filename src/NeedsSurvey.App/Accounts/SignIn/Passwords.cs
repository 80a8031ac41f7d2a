using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Hashes and checks passwords with the framework's PBKDF2-HMAC-SHA512. <see cref="Verify"/> does the same work for an address that nobody
/// has, so that the time tells nothing. What a password must look like is <see cref="PasswordRule"/>'s business.
/// </summary>
public sealed class Passwords
{
    // OWASP's figure for PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet).
    private const int Iterations = 210_000;

    private readonly PasswordHasher<Passwords> hasher;

    private readonly Lazy<string> nobodys;

    /// <param name="iterations">Fewer than the program's only where nobody's real password is kept: in tests.</param>
    public Passwords(int iterations = Iterations)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        nobodys = new Lazy<string>(() => Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));
    }

    /// <summary>A salted hash to store.</summary>
    public string Hash(string password) => hasher.HashPassword(this, password);

    /// <summary>
    /// Whether the password is the one behind <paramref name="storedHash"/>; with null (no such account) false after the same work.
    /// </summary>
    public bool Verify(string? storedHash, string password) =>
        hasher.VerifyHashedPassword(this, storedHash ?? nobodys.Value, password) != PasswordVerificationResult.Failed
        && storedHash is not null;
}
