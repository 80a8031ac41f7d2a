// One command: `micro` measures everything in the pure storey; any other words are BenchmarkDotNet's own (`--filter '*Raking*'`).

using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args is ["micro"] ? ["--filter", "*"] : args);
