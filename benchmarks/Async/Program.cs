// Measures the programs of Programs under CPython, as emitted C#, and as C# written by hand, in one run.
//   dotnet run -c Release --project benchmarks/Async [-- ROUNDS [PROGRAM ...]]
// PYTHON names the interpreter; python3.13 unless it is set. Each is a process of its own that runs the program ROUNDS times;
// the figures are processor seconds of the fastest round, the just-in-time compiler's included, and of the first.
using Pytocs.Benchmarks;
using Pytocs.Benchmarks.Async;

Comparison.Run(args, ByHand.Programs);
