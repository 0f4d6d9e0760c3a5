// Measures the converter: lines a second of a warm process for files of 1,000, 10,000 and 100,000 lines and for a folder, the memory
// that each takes, and, where PYTOCS names an installed tool, the processor time of a fresh process.
//   dotnet run -c Release --project benchmarks/Convert [-- ROUNDS]
// Figures are processor seconds of the fastest round, and of the same work's clock; memory is the most that lived at a collection.
using System.Diagnostics;
using System.Globalization;
using Pytocs.Benchmarks.Convert;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 3;
// Until the runtime has compiled anew what runs often.
for (var round = 0; round < 40; round++)
    Warm.File(10_000);
Console.WriteLine($"{"what",-28}{"lines",9}{"processor s",13}{"clock s",9}{"lines/s",10}{"MB",8}{"bytes/line",12}");
foreach (var lines in (int[])[1_000, 10_000, 100_000])
    Measure("one file", () => Warm.File(lines), lines, rounds);
Measure("a folder of 100 modules", () => Warm.Folder(100, 1_000), 100_000, rounds);
if (Environment.GetEnvironmentVariable("PYTOCS") is { } tool)
    Fresh.Measure(tool, rounds * 3);

static void Measure(string what, Func<object> action, int lines, int rounds)
{
    var (processor, clock, live) = (double.MaxValue, double.MaxValue, 0L);
    for (var round = 0; round < rounds; round++)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (started, watch) = (Cpu(), Stopwatch.StartNew());
        var result = action();
        (processor, clock) = (Math.Min(processor, Cpu() - started), Math.Min(clock, watch.Elapsed.TotalSeconds));
        live = Math.Max(live, GC.GetTotalMemory(forceFullCollection: true) - before);
        GC.KeepAlive(result);
    }
    Console.WriteLine($"{what,-28}{lines,9}{processor,13:F3}{clock,9:F3}{lines / processor,10:F0}{live / 1e6,8:F1}{live / (double)lines,12:F0}");
}

static double Cpu()
{
    using var process = Process.GetCurrentProcess();
    return process.TotalProcessorTime.TotalSeconds;
}
