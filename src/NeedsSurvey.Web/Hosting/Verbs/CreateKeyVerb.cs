using System.CommandLine;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>create-key</c>: makes an API key and prints it, alone, on stdout.</summary>
public static class CreateKeyVerb
{
    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var organisation = new Option<string>("--organisation") { Description = "Slug of the organisation.", Required = true };
        var role = new Option<Role>("--role")
        {
            Description = "What the key may do: owner, organiser, analyst, coder, translator or viewer.",
            Required = true,
        };
        var name = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var verb = new Command("create-key", "Makes an API key for an organisation and prints it, this once.") { organisation, role, name };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var instance = await Instance.OpenMigrated(Settings.Read(), cancellation);
                var result = await instance
                    .Get<CreateKey>()
                    .Run(
                        Actor.Operator,
                        parsed.GetRequiredValue(organisation),
                        new(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role)),
                        cancellation
                    );
                if (result.Succeeded(out var created, out _))
                    await Console.Out.WriteLineAsync(created.Key.Reveal());
                return await CommandLine.Ended(result.Problem);
            }
        );
        return verb;
    }
}
