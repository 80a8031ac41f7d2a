using System.CommandLine;
using NeedsSurvey.App;
using NeedsSurvey.App.Demo;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>demo</c>: makes the demo, or says that it is there, and prints where to look.</summary>
public static class DemoVerb
{
    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var responses = new Option<int>("--responses")
        {
            Description = "How many invented people answer.",
            DefaultValueFactory = _ => DemoResponses.DefaultCount,
        };
        var verb = new Command("demo", "Makes an invented organisation that has gone through the whole roadmap, to look around in.")
        {
            responses,
        };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var settings = Settings.Read();
                await using var instance = await Instance.OpenMigrated(settings, cancellation);
                var result = await instance.Get<CreateDemo>().Run(Actor.Operator, parsed.GetValue(responses), cancellation: cancellation);
                if (result.Succeeded(out var made, out _))
                {
                    await Console.Error.WriteLineAsync(
                        made.IsNew
                            ? "The demo is ready. Everyone and everything in it is invented."
                            : "The demo is there already; nothing was changed."
                    );
                    await Console.Out.WriteLineAsync(
                        $"""
                        Start here        {PublicLinks.Of(settings, "/demo")}
                        Public report     {PublicLinks.Of(settings, made.Demo.ReportPath)}
                        Survey            {PublicLinks.Of(settings, made.Demo.SurveyPath)}
                        Organiser's side  {PublicLinks.Of(settings, made.Demo.InitiativePath)}
                        """
                    );
                }
                return await CommandLine.Ended(result.Problem);
            }
        );
        return verb;
    }
}
