using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Slows password guessing by counting failures in windows of a quarter of an hour: by account and network address together (someone who
/// forgot a password, or one attacker), by address alone (one attacker, many accounts), and by account alone with a far higher limit (many
/// attackers, one account), so that nobody can be locked out cheaply and people behind the same address do not notice each other. Only
/// HMACs of the keys exist, in memory, under a salt that lives for a day at most: nothing here can be surrendered. Each node counts for
/// itself; it does not replace a limiter in front of the program.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    public const int PairLimit = 8;
    public const int AddressLimit = 40;
    public const int AccountLimit = 100;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int MaxEntries = 200_000;
    private static readonly TimeSpan SaltLife = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<Key, Count> failures = new();
    private readonly Lock rotation = new();
    private Salt salt = new(RandomNumberGenerator.GetBytes(32), clock.GetUtcNow());

    /// <summary>
    /// Counts a try as failed until <see cref="DropFaults"/> says otherwise, so that parallel tries do not slip by. Null: go on; else how
    /// long to wait.
    /// </summary>
    /// <param name="email">As typed; whether an account has it makes no difference.</param>
    /// <param name="address">The network address of the connection; null when there is none.</param>
    public TimeSpan? Begin(string email, string? address)
    {
        var now = clock.GetUtcNow();
        if (failures.Count > MaxEntries)
            Sweep(now);

        // What is refused already counts nowhere: one attacker cannot lock an account, nor flood the memory with made-up accounts until it
        // forgets.
        var keys = KeysOf(email, address, now).ToList();
        foreach (var (key, limit) in keys)
        {
            if (failures.TryGetValue(key, out var count) && count.Failures >= limit && count.Since + Window > now)
                return count.Since + Window - now;
        }

        foreach (var (key, limit) in keys)
        {
            var count = failures.AddOrUpdate(
                key,
                _ => new Count(1, now),
                (_, old) => old.Since + Window > now ? old with { Failures = old.Failures + 1 } : new Count(1, now)
            );
            if (count.Failures > limit)
                return count.Since + Window - now;
        }

        return null;
    }

    /// <summary>The try was right after all: it does not count, and the pair starts afresh.</summary>
    public void DropFaults(string email, string? address)
    {
        foreach (var (key, limit) in KeysOf(email, address, clock.GetUtcNow()))
        {
            if (limit == PairLimit)
            {
                failures.TryRemove(key, out _);
            }
            else if (failures.TryGetValue(key, out var count))
            {
                failures.TryUpdate(key, count with { Failures = Math.Max(0, count.Failures - 1) }, count);
            }
        }
    }

    private IEnumerable<(Key Key, int Limit)> KeysOf(string email, string? address, DateTimeOffset now)
    {
        var salt = SaltAt(now);
        var account = email.Trim().ToUpperInvariant();
        if (address is not null)
        {
            var place = Place(address);
            yield return (Hmac(salt, $"pair\n{place}\n{account}"), PairLimit);
            yield return (Hmac(salt, $"address\n{place}"), AddressLimit);
        }

        yield return (Hmac(salt, $"account\n{account}"), AccountLimit);
    }

    // Whoever has one IPv6 address has all that share its first 64 bits.
    private static string Place(string address) =>
        IPAddress.TryParse(address, out var ip) switch
        {
            true when ip!.IsIPv4MappedToIPv6 => ip.MapToIPv4().ToString(),
            true when ip!.AddressFamily == AddressFamily.InterNetworkV6 => Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, 8)),
            _ => address,
        };

    private byte[] SaltAt(DateTimeOffset now)
    {
        lock (rotation)
        {
            if (salt.Since + SaltLife <= now)
            {
                failures.Clear();
                salt = new Salt(RandomNumberGenerator.GetBytes(32), now);
            }

            return salt.Bytes;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, count) in failures)
        {
            if (count.Since + Window <= now)
                failures.TryRemove(key, out _);
        }

        // A flood of distinct keys within one window: forgetting is better than growing without bound.
        if (failures.Count > MaxEntries)
            failures.Clear();
    }

    private static Key Hmac(byte[] salt, string text)
    {
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text));
        return new Key(BitConverter.ToInt64(hash, 0), BitConverter.ToInt64(hash, 8));
    }

    private readonly record struct Key(long High, long Low);

    private readonly record struct Count(int Failures, DateTimeOffset Since);

    private sealed record Salt(byte[] Bytes, DateTimeOffset Since);
}
