using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>The pages before sign-in: the front page, set-up, sign-in, joining by link, a new password by link.</summary>
public static class SignedOutPages
{
    public static void MapSignedOutPages(this IEndpointRouteBuilder app)
    {
        var pages = app.SignedOutPages();
        // Who is signed in has come to work: straight to the one organisation they belong to, or to the choice.
        pages.MapGet("/", async (HttpContext http, ReadFrontPage read, ListOrganisations list, CancellationToken cancellation) =>
            http.Features.Get<Actor>() is not { Kind: not ActorKind.Guest } actor
                ? HttpResults.Page<FrontPage>(new { Instance = await read.Run(cancellation) })
            : await list.Run(actor, cancellation) is [var only] ? HttpResults.RedirectTo($"/o/{only.Slug}")
            : HttpResults.RedirectTo("/organisations")
        );

        pages.MapGet("/setup", async (string? token, SetUpOwner setUp, CancellationToken cancellation) =>
            await setUp.Check(token, cancellation) is { } problem
                ? HttpResults.PageOf(problem)
                : HttpResults.Page<SetUpPage>(new { Form = FormWith("link", token) })
        );
        pages.MapPost("/setup", async (PostedForm form, HttpContext http, SetUpOwner setUp, CancellationToken cancellation) =>
        {
            var result = await setUp.Run(
                new(
                    form["link"],
                    form["name"],
                    form["email"],
                    form["password"],
                    form["organisationName"],
                    form.Choice("kind", OrganisationKind.Organisation)
                ),
                cancellation
            );
            return result.Succeeded(out var done, out var problem)
                ? Enter(http, done.Session, $"/o/{done.Slug}")
                : Again<SetUpPage>(problem, form);
        });

        pages.MapGet("/sign-in", (string? next, HttpContext http) =>
            http.Features.Get<Actor>() is not null
                ? HttpResults.RedirectTo(Local(next))
                : HttpResults.Page<SignInPage>(new { Form = FormWith("next", next) })
        );
        pages.MapPost("/sign-in", async (PostedForm form, HttpContext http, SignIn signIn, CancellationToken cancellation) =>
        {
            var result = await signIn.Run(new(form["email"], form["password"], http.Connection.RemoteIpAddress?.ToString()), cancellation);
            return result.Succeeded(out var session, out var problem)
                ? Enter(http, session, Local(form["next"]))
                : Again<SignInPage>(problem, form);
        });

        pages.MapGet("/join", async (string? token, HttpContext http, AcceptInvitation accept, CancellationToken cancellation) => (
                await accept.Read(token, cancellation)
            ).Succeeded(out var offer, out var problem)
                ? HttpResults.Page<JoinPage>(
                    new
                    {
                        Form = FormWith("link", token),
                        Offer = offer,
                        SignedInAs = http.Features.Get<Actor>()?.Name,
                    }
                )
                : HttpResults.PageOf(problem));
        pages.MapPost("/join", Join);

        pages.MapGet("/password", async (string? token, ChoosePassword choose, CancellationToken cancellation) =>
            await choose.Check(token, cancellation) is { } problem
                ? HttpResults.PageOf(problem)
                : HttpResults.Page<ChoosePasswordPage>(new { Form = FormWith("link", token) })
        );
        pages.MapPost("/password", async (PostedForm form, HttpContext http, ChoosePassword choose, CancellationToken cancellation) =>
        {
            var result = await choose.Run(new(form["link"], form["newPassword"]), cancellation);
            return result.Succeeded(out var session, out var problem)
                ? Enter(http, session, "/")
                : Again<ChoosePasswordPage>(problem, form);
        });
    }

    private static async Task<IResult> Join(PostedForm form, HttpContext http, AcceptInvitation accept, CancellationToken cancellation)
    {
        var actor = http.Features.Get<Actor>();
        var result = actor is not null
            ? await accept.Run(actor, form["link"], cancellation)
            : await accept.Run(new AcceptInvitation.Command(form["link"], form["name"], form["email"], form["password"]), cancellation);
        if (result.Succeeded(out var joined, out var problem))
        {
            var home = $"/o/{joined.OrganisationSlug}";
            return joined.Session is { } session ? Enter(http, session, home) : HttpResults.RedirectTo(home);
        }

        return PageFaults.StaysOnPage(problem) && (await accept.Read(form["link"], cancellation)).Succeeded(out var offer, out _)
            ? HttpResults.Page<JoinPage>(
                HttpResults.StatusOf(problem),
                new
                {
                    Form = form,
                    Offer = offer,
                    Faults = PageFaults.Of(problem),
                    SignedInAs = actor?.Name,
                }
            )
            : HttpResults.PageOf(problem);
    }

    private static IResult Enter(HttpContext http, OpenedSession session, string path)
    {
        SessionCookie.Set(http, session);
        return HttpResults.RedirectTo(path);
    }

    // The form comes back filled (but for passwords), with what needs attention.
    private static IResult Again<TPage>(Problem problem, PostedForm form)
        where TPage : FormPage =>
        PageFaults.StaysOnPage(problem)
            ? HttpResults.Page<TPage>(HttpResults.StatusOf(problem), new { Form = form, Faults = PageFaults.Of(problem) }).With(problem)
            : HttpResults.PageOf(problem);

    private static PostedForm FormWith(string name, string? value) => new(new FormCollection(new() { [name] = value }));

    // Only a path of our own: "//elsewhere" and "/\elsewhere" are addresses of others to a browser.
    private static string Local(string? next) => next is ['/', ..] and not ['/', '/' or '\\', ..] && !next.Any(char.IsControl) ? next : "/";
}
