// One command each. `micro` measures the pure storey with BenchmarkDotNet; the others start the program as people run it and print a ratio
// to a baseline of the same run. Exit codes: 0 measured, 2 not measured cleanly (or not asked for in a way that can be).

using BenchmarkDotNet.Running;
using NeedsSurvey.Benchmarks.Exchange;
using NeedsSurvey.Benchmarks.Hosting;
using NeedsSurvey.Benchmarks.Responses;
using NeedsSurvey.Benchmarks.Results;
using NeedsSurvey.Benchmarks.Support;

switch (args)
{
    case ["micro"]:
        BenchmarkSwitcher.FromAssembly(typeof(Measurement).Assembly).Run(["--filter", "*"]);
        return 0;
    case ["micro", .. var words]:
        BenchmarkSwitcher.FromAssembly(typeof(Measurement).Assembly).Run(words);
        return 0;
    case ["submit", .. var words]:
        return await Measurement.Run(SubmitBenchmark.Run, words);
    case ["export", .. var words]:
        return await Measurement.Run(ExportBenchmark.Run, words);
    case ["results", .. var words]:
        return await Measurement.Run(ResultsBenchmark.Run, words);
    case ["page", .. var words]:
        return await Measurement.Run(PageBenchmark.Run, words);
    case ["start", .. var words]:
        return await Measurement.Run(StartBenchmark.Run, words);
    default:
        await Console.Error.WriteLineAsync(
            "submit | export | results | page | start [--rows N] [--runs N] [--seconds N], or micro [BenchmarkDotNet's own words]"
        );
        return 2;
}
