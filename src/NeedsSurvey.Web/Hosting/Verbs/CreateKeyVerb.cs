using System.CommandLine;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>create-key</c>: makes an API key and prints it, alone, on stdout.</summary>
public static class CreateKeyVerb
{
    private const int MostNamed = 20;
    private const string Roles = "owner, organiser, analyst, coder, translator, viewer";

    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var organisation = new Option<string>("--organisation") { Description = "Slug of the organisation.", Required = true };
        var role = new Option<Role>("--role")
        {
            Description = $"What the key may do: {Roles}.",
            Required = true,
            CustomParser = given =>
            {
                if (Enum.TryParse<Role>(given.Tokens[0].Value, ignoreCase: true, out var known) && Enum.IsDefined(known))
                    return known;
                given.AddError($"There is no role “{given.Tokens[0].Value}”. It is one of: {Roles}.");
                return default;
            },
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
                if (result.Problem is Problem.NotFound)
                    await Console.Error.WriteLineAsync(Known(await instance.Get<ListOrganisations>().Run(Actor.Operator, cancellation)));
                return await CommandLine.Ended(result.Problem);
            }
        );
        return verb;
    }

    private static string Known(IReadOnlyList<ListOrganisations.Item> organisations) =>
        organisations.Count == 0
            ? "There is no organisation yet. Start the program and open the link that it prints."
            : "Organisations: "
                + string.Join(", ", organisations.Take(MostNamed).Select(one => one.Slug))
                + (organisations.Count > MostNamed ? " …" : "");
}
