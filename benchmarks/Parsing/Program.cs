// Measures the parser beside CPython's ast.parse, in turns, on the files of a folder (CPython's own library unless one is given).
//   dotnet run -c Release --project benchmarks/Parsing [-- FOLDER [ROUNDS]]
// PYTHON names the interpreter; python3.13 unless it is set.
using System.Diagnostics;
using System.Globalization;
using Pytocs.Benchmarks.Parsing;
using Pytocs.Parser;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--cold", var single])
{
    PythonParser.Parse(SourceDecoder.Read(single, out _));
    Console.WriteLine((DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds);
    return;
}
var python = new Python(Environment.GetEnvironmentVariable("PYTHON") ?? "python3.13");
var folder = args.Length > 0 ? args[0] : python.Library;
var rounds = args.Length > 1 ? int.Parse(args[1]) : 5;
var paths = Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
var sources = paths.Select(path => SourceDecoder.Read(path, out _)).ToArray();
var lexemes = sources.Sum(source => (long)CountLexemes(source));
var megabytes = paths.Sum(path => new FileInfo(path).Length) / 1e6;
Console.WriteLine($"{paths.Length} files, {megabytes:F1} MB, {lexemes / 1e6:F2} million tokens");
Console.WriteLine("what,round,processor seconds,clock seconds,bytes per token");
var seconds = new Dictionary<string, List<double>>();
Measure("warm up", () => Parse(new ParseOptions { TreeOnly = true }), 0);
for (var round = 1; round <= rounds; round++)
{
    var (processor, clock) = python.Time(paths);
    Note("ast.parse", round, processor, clock, null);
    Measure("tree", () => Parse(new ParseOptions { TreeOnly = true }), round);
    Measure("tree, comments and checks", () => Parse(ParseOptions.Default), round);
}
for (var round = 1; round <= rounds; round++) Note("cold start (ms)", round, 0, Cold(paths.First(path => path.EndsWith("argparse.py", StringComparison.Ordinal))), null);
foreach (var what in (string[])["tree", "tree, comments and checks"])
    Console.WriteLine($"{what}: {Median("ast.parse") / Median(what):F1} times as fast as ast.parse by the medians of processor time, {megabytes / Median(what):F1} MB/s");

double Median(string what) => seconds[what].Order().ElementAt(seconds[what].Count / 2);

static int CountLexemes(SourceText source)
{
    var lexemes = Lexer.Read(source, ParseOptions.Default);
    var count = lexemes.Count;
    lexemes.Release();
    return count;
}

void Parse(ParseOptions options)
{
    foreach (var source in sources) PythonParser.Parse(source, options);
}

void Measure(string what, Action action, int round)
{
    GC.Collect();
    var process = Process.GetCurrentProcess();
    var (processor, allocated, watch) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
    action();
    var clock = watch.Elapsed.TotalSeconds;
    process.Refresh();
    Note(what, round, (process.TotalProcessorTime - processor).TotalSeconds, clock, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)lexemes);
}

void Note(string what, int round, double processor, double clock, double? bytes)
{
    if (!seconds.TryGetValue(what, out var all)) seconds[what] = all = [];
    all.Add(processor);
    Console.WriteLine($"\"{what}\",{round},{processor:F3},{clock:F3},{bytes:F1}");
}

double Cold(string path)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
    if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Python).Assembly.Location);
    start.ArgumentList.Add("--cold");
    start.ArgumentList.Add(path);
    using var process = Process.Start(start)!;
    var answer = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return double.Parse(answer);
}
