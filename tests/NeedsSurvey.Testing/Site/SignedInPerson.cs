using NeedsSurvey.App;

namespace NeedsSurvey.Testing;

/// <summary>A member of an organisation with a browser in hand, of <see cref="TestSite.SignedIn"/>.</summary>
/// <param name="Org">The organisation's slug, as in addresses.</param>
/// <param name="Actor">The same person, to call operations directly.</param>
/// <param name="Session">What the cookie <c>needssurvey</c> carries.</param>
public sealed record SignedInPerson(PageClient Pages, string Org, Guid OrganisationId, Actor Actor, string Session);
