using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Initiatives;

// "Kisumu, Kenya" tells its clock, "the valley" does not, and nothing is guessed where two clocks are named: "Portland, America" stays
// UTC, and the organiser chooses.

/// <summary>The time zone that a place in words tells.</summary>
public static class PlaceZone
{
    /// <summary>Countries that have one clock, by the English name and that in themselves; cities are in the names of zones.</summary>
    private static readonly FrozenDictionary<string, string> Countries = new Dictionary<string, string>
    {
        ["afghanistan"] = "Asia/Kabul",
        ["austria"] = "Europe/Vienna",
        ["osterreich"] = "Europe/Vienna",
        ["bangladesh"] = "Asia/Dhaka",
        ["belgium"] = "Europe/Brussels",
        ["bolivia"] = "America/La_Paz",
        ["burkina faso"] = "Africa/Ouagadougou",
        ["cameroon"] = "Africa/Douala",
        ["colombia"] = "America/Bogota",
        ["costa rica"] = "America/Costa_Rica",
        ["cote d'ivoire"] = "Africa/Abidjan",
        ["cuba"] = "America/Havana",
        ["czechia"] = "Europe/Prague",
        ["denmark"] = "Europe/Copenhagen",
        ["egypt"] = "Africa/Cairo",
        ["مصر"] = "Africa/Cairo",
        ["el salvador"] = "America/El_Salvador",
        ["england"] = "Europe/London",
        ["scotland"] = "Europe/London",
        ["wales"] = "Europe/London",
        ["united kingdom"] = "Europe/London",
        ["uk"] = "Europe/London",
        ["ethiopia"] = "Africa/Addis_Ababa",
        ["finland"] = "Europe/Helsinki",
        ["france"] = "Europe/Paris",
        ["germany"] = "Europe/Berlin",
        ["deutschland"] = "Europe/Berlin",
        ["ghana"] = "Africa/Accra",
        ["greece"] = "Europe/Athens",
        ["guatemala"] = "America/Guatemala",
        ["haiti"] = "America/Port-au-Prince",
        ["honduras"] = "America/Tegucigalpa",
        ["india"] = "Asia/Kolkata",
        ["iran"] = "Asia/Tehran",
        ["iraq"] = "Asia/Baghdad",
        ["العراق"] = "Asia/Baghdad",
        ["ireland"] = "Europe/Dublin",
        ["italy"] = "Europe/Rome",
        ["japan"] = "Asia/Tokyo",
        ["jordan"] = "Asia/Amman",
        ["الاردن"] = "Asia/Amman",
        ["kenya"] = "Africa/Nairobi",
        ["lebanon"] = "Asia/Beirut",
        ["لبنان"] = "Asia/Beirut",
        ["liberia"] = "Africa/Monrovia",
        ["malawi"] = "Africa/Blantyre",
        ["mali"] = "Africa/Bamako",
        ["morocco"] = "Africa/Casablanca",
        ["المغرب"] = "Africa/Casablanca",
        ["mozambique"] = "Africa/Maputo",
        ["myanmar"] = "Asia/Yangon",
        ["nepal"] = "Asia/Kathmandu",
        ["netherlands"] = "Europe/Amsterdam",
        ["nicaragua"] = "America/Managua",
        ["nigeria"] = "Africa/Lagos",
        ["norway"] = "Europe/Oslo",
        ["pakistan"] = "Asia/Karachi",
        ["peru"] = "America/Lima",
        ["philippines"] = "Asia/Manila",
        ["poland"] = "Europe/Warsaw",
        ["rwanda"] = "Africa/Kigali",
        ["senegal"] = "Africa/Dakar",
        ["sierra leone"] = "Africa/Freetown",
        ["somalia"] = "Africa/Mogadishu",
        ["south africa"] = "Africa/Johannesburg",
        ["sri lanka"] = "Asia/Colombo",
        ["sudan"] = "Africa/Khartoum",
        ["السودان"] = "Africa/Khartoum",
        ["south sudan"] = "Africa/Juba",
        ["sweden"] = "Europe/Stockholm",
        ["switzerland"] = "Europe/Zurich",
        ["schweiz"] = "Europe/Zurich",
        ["syria"] = "Asia/Damascus",
        ["سوريا"] = "Asia/Damascus",
        ["tanzania"] = "Africa/Dar_es_Salaam",
        ["thailand"] = "Asia/Bangkok",
        ["tunisia"] = "Africa/Tunis",
        ["تونس"] = "Africa/Tunis",
        ["turkey"] = "Europe/Istanbul",
        ["uganda"] = "Africa/Kampala",
        ["uruguay"] = "America/Montevideo",
        ["venezuela"] = "America/Caracas",
        ["viet nam"] = "Asia/Ho_Chi_Minh",
        ["vietnam"] = "Asia/Ho_Chi_Minh",
        ["yemen"] = "Asia/Aden",
        ["اليمن"] = "Asia/Aden",
        ["zambia"] = "Africa/Lusaka",
        ["zimbabwe"] = "Africa/Harare",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The zone of the last country or city that is named between commas; null when none or an unclear one is.</summary>
    /// <param name="place">A place in somebody's words: "Kibera, Nairobi".</param>
    /// <param name="zones">The IANA names that there are.</param>
    public static string? Of(string place, IEnumerable<string> zones)
    {
        var cities = zones.Where(zone => zone.Contains('/', StringComparison.Ordinal)).ToLookup(City, StringComparer.Ordinal);
        foreach (var part in place.Split([',', ';', '(', ')', '/', '،', '\n']).Reverse().Select(Plain))
        {
            if (part.Length == 0)
                continue;
            if (Countries.TryGetValue(part, out var country))
                return country;
            if (cities[part].ToList() is { Count: > 0 } found)
                return found.Count == 1 ? found[0] : null;
        }
        return null;
    }

    private static string City(string zone) => Plain(zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' '));

    /// <summary>Small letters without accents.</summary>
    private static string Plain(string words)
    {
        var plain = new StringBuilder();
        foreach (var c in TypedText.Trimmed(words).InForm(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
