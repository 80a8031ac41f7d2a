using NeedsSurvey.App;

namespace NeedsSurvey.Web.Accounts;

/// <summary>The organisation that an address of the API names by its slug or id, and who asks.</summary>
internal sealed record OrganisationCall(string Org, Actor Actor, CancellationToken Cancellation);
