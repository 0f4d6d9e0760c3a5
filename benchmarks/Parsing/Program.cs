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
var best = new Dictionary<string, double>();
Measure("warm up", () => Parse(new ParseOptions { TreeOnly = true }), 0);
for (var round = 1; round <= rounds; round++)
{
    var (processor, clock) = python.Time(paths);
    Note("ast.parse", round, processor, clock, null);
    Measure("tree", () => Parse(new ParseOptions { TreeOnly = true }), round);
    Measure("tree, comments and checks", () => Parse(ParseOptions.Default), round);
}
for (var round = 1; round <= rounds; round++) Note("cold start (ms)", round, 0, Cold(paths.First(path => path.EndsWith("argparse.py", StringComparison.Ordinal))), null);
Console.WriteLine($"tree: {best["ast.parse"] / best["tree"]:F1} times as fast as ast.parse, {megabytes / best["tree"]:F1} MB/s");
Console.WriteLine($"tree, comments and checks: {best["ast.parse"] / best["tree, comments and checks"]:F1} times as fast as ast.parse");

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
    best[what] = Math.Min(processor, best.GetValueOrDefault(what, double.MaxValue));
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
