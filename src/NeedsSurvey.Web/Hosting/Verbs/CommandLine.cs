// How verbs are read and how they end: 0 done, 1 fault of the program or environment, 2 bad input or usage. Data goes to stdout, words
// to stderr. Every exception of a verb ends here.

using System.CommandLine;
using System.Runtime.InteropServices;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>The program's command line.</summary>
public static class CommandLine
{
    /// <summary>Runs the verb named by the arguments; without one, <paramref name="serve"/>.</summary>
    public static async Task<int> Run(string[] args, Command serve, IEnumerable<Command> others)
    {
        var root = new RootCommand("Ascertains what a community needs, and shows afterwards that people were heard.")
        {
            Action = serve.Action,
        };
        root.Subcommands.Add(serve);
        foreach (var verb in others)
            root.Subcommands.Add(verb);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Add --help for the verbs and their options.");
            return 2;
        }

        using var stopping = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                stopping.Token
            );
        }
        catch (StartException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return fault.ExitCode;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done.");
            return 1;
        }
        catch (Exception e) when (Outage.Of(e) is { } outage)
        {
            await Console.Error.WriteLineAsync($"{outage.Message} ({e.Message})");
            return 1;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"This is a fault of the program; please report it.\n{e}");
            return 1;
        }
    }

    /// <summary>A verb's end: 0, or the problem's words on stderr and 2 (1 for an outage).</summary>
    public static async Task<int> Ended(App.Problem? problem)
    {
        if (problem is null)
            return 0;
        if (problem is App.Problem.Invalid { Faults: var faults })
            foreach (var fault in faults)
                await Console.Error.WriteLineAsync(fault.Path.Length > 0 ? $"{fault.Path}: {fault.Message}" : fault.Message);
        else
            await Console.Error.WriteLineAsync(problem.Message);
        return problem is App.Problem.Unavailable ? 1 : 2;
    }
}
