// Days are days on the initiative's clock: what a person east of here calls today is the day on which their answer came in. A zone that
// this machine does not know (no tz data installed) is UTC here rather than no day at all; such a name cannot be saved.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Initiatives;

/// <summary>Time zones of initiatives, by their IANA names.</summary>
public static class InitiativeClock
{
    /// <summary>Where nothing tells another one.</summary>
    public const string Standard = "UTC";

    /// <summary>The zone of a name; UTC for one that this machine does not know.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The day on the initiative's clock.</summary>
    public static DateOnly Today(string zone, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(zone)).DateTime);

    /// <summary>As <see cref="Today(string, DateTimeOffset)"/>, of a stored initiative.</summary>
    internal static async Task<DateOnly> Today(Tx tx, Guid initiative, TimeProvider clock) =>
        Today(await tx.Find<string>(ZoneSql, new { initiative }) ?? Standard, clock.GetUtcNow());

    /// <summary>An IANA name that this machine knows: Africa/Nairobi, UTC.</summary>
    internal static bool IsKnown(string name) =>
        (name == Standard || name.Contains('/', StringComparison.Ordinal)) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    /// <summary>The zone that a place tells; else UTC.</summary>
    internal static string Of(string place) =>
        PlaceZone.Of(place, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)) is { } told && IsKnown(told) ? told : Standard;

    private const string ZoneSql = "select time_zone from initiative where initiative_id = @initiative";
}
