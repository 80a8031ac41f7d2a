using System.CommandLine;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>create-password-link</c>: for an owner who forgot the password, when nobody else can make them a link.</summary>
public static class CreatePasswordLinkVerb
{
    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var email = new Option<string>("--email") { Description = "The address that the person signs in with.", Required = true };
        var verb = new Command(
            "create-password-link",
            "Prints a link with which somebody chooses a new password; it works once, for a day."
        )
        {
            email,
        };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var settings = Settings.Read();
                await using var instance = await Instance.OpenMigrated(settings, cancellation);
                var result = await instance.Get<CreatePasswordLink>().Run(Actor.Operator, parsed.GetRequiredValue(email), cancellation);
                if (result.Succeeded(out var created, out _))
                    await Console.Out.WriteLineAsync(PublicLinks.Of(settings, "/password?token=" + created.Token.Reveal()));
                return await CommandLine.Ended(result.Problem);
            }
        );
        return verb;
    }
}
