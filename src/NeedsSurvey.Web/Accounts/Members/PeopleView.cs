using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>A link that is shown this once, to be copied.</summary>
public sealed record ShownOnce(string Text, string Label, DateTimeOffset? ExpiresAt);

/// <summary>Gathers what the people page shows, also when it comes back with a problem. One a request.</summary>
public sealed class PeopleView(Actor actor, FindOrganisation find, ListMembers members, ListInvitations invitations)
{
    public async Task<IResult> Show(
        string org,
        CancellationToken cancellation,
        Problem? problem = null,
        PostedForm? form = null,
        ShownOnce? link = null
    )
    {
        if (problem is not null && !PageFaults.StaysOnPage(problem))
            return HttpResults.PageOf(problem);

        if (!(await find.Run(actor, Permission.View, org, cancellation)).Succeeded(out var organisation, out var refusal))
            return HttpResults.PageOf(refusal);

        var manages = actor.May(Permission.ManageMembers, organisation.Id);
        return HttpResults.Page<PeoplePage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Organisation = organisation,
                Members = (await members.Run(actor, org, cancellation)).OrThrow(),
                Invitations = manages ? (await invitations.Run(actor, org, cancellation)).OrThrow() : [],
                Manages = manages,
                MayLeave = actor.Kind == ActorKind.Account,
                Self = actor.Id,
                Link = link,
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults.Of(problem),
            }
        );
    }

    /// <summary>Back to the page after a change, or the page with what was wrong.</summary>
    public async Task<IResult> Back(string org, Result<Done> result, CancellationToken cancellation) =>
        result.Problem is { } problem ? await Show(org, cancellation, problem) : HttpResults.RedirectTo($"/o/{org}/people");
}
