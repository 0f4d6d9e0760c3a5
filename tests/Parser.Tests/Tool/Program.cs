// A window on the parser for the scripts beside it. It reads Python 3.13, as the oracle does.
//   dump FILE          the tree of a file as CPython's ast.dump writes it
//   hash               for each path on standard input, a line with the hash of its dump, or its first error
//   (dump and hash take --type-comments at the end)
//   errors             for each path on standard input, its diagnostics and an empty line
//   snippets           for each JSON string on standard input, the errors in it as JSON: message, line, column, end line, end column
//   comments FILE      where each comment of a file is attached
//   trivia             for each path on standard input, the comments that are not attached exactly once
//   fuzz FIRST COUNT   tries so many inputs from one number on, made from the files whose paths are on standard input
//   inputs FIRST COUNT writes those inputs as JSON strings
//   time               for the paths on standard input, the seconds that parsing them takes
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Pytocs.Parser;
using Pytocs.Parser.Dump;
using Pytocs.Parser.Tests.Tool;
using Pytocs.Parser.Text;

var thread = new Thread(() => Run(args), 512 * 1024 * 1024);
thread.Start();
thread.Join();

static void Run(string[] args)
{
    Console.OutputEncoding = new UTF8Encoding(false);
    switch (args)
    {
        case ["dump", var path, .. var options]:
            var source = SourceDecoder.Read(path, out _, isTolerant: true);
            var parsed = PythonParser.Parse(source, Options(options is ["--type-comments"]));
            foreach (var diagnostic in parsed.Diagnostics) Console.Error.WriteLine(diagnostic);
            Console.WriteLine(AstDump.Write(parsed.Module, source));
            break;
        case ["hash", .. var options]:
            while (Console.ReadLine() is { } line) Console.WriteLine(Hash(line, options is ["--type-comments"]));
            break;
        case ["errors"]:
            while (Console.ReadLine() is { } line)
            {
                var text = SourceDecoder.Read(line, out var error, isTolerant: true);
                if (error is not null) Console.WriteLine(error);
                foreach (var diagnostic in PythonParser.Parse(text).Diagnostics) Console.WriteLine(diagnostic);
                Console.WriteLine();
            }
            break;
        case ["snippets"]:
            while (Console.ReadLine() is { } line)
            {
                var text = new SourceText("f", System.Text.Json.JsonSerializer.Deserialize<string>(line)!);
                Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(Errors(text)));
            }
            break;
        case ["comments", var path]:
            foreach (var message in TriviaCheck.Show(PythonParser.Parse(SourceDecoder.Read(path, out _, isTolerant: true)))) Console.WriteLine(message);
            break;
        case ["trivia"]:
            while (Console.ReadLine() is { } line)
            {
                var text = SourceDecoder.Read(line, out _);
                var result = PythonParser.Parse(text);
                foreach (var message in TriviaCheck.Run(result)) Console.WriteLine($"{line}: {message}");
            }
            break;
        case ["fuzz", var first, var count]:
            FuzzCommand.Check(int.Parse(first), int.Parse(count));
            break;
        case ["inputs", var first, var count]:
            FuzzCommand.Write(int.Parse(first), int.Parse(count));
            break;
        case ["time"]:
            Time();
            break;
    }
}

static object[][] Errors(SourceText text)
{
    try
    {
        return
        [
            .. PythonParser.Parse(text, Options(false)).Diagnostics
                .Where(d => d.Severity == Pytocs.Parser.Diagnostics.Severity.Error)
                .Select(d => new object[] { d.Message, d.Start.Line, d.Start.Column, d.End.Line, d.End.Column })
        ];
    }
    catch (Exception exception)
    {
        return [[exception.ToString(), 0, 0, 0, 0]];
    }
}

static ParseOptions Options(bool typeComments) => new() { TypeComments = typeComments, MinorVersion = 13 };

static string Hash(string path, bool typeComments)
{
    try
    {
        var source = SourceDecoder.Read(path, out var error, isTolerant: true);
        if (error is not null) return "error " + error;
        var parsed = PythonParser.Parse(source, Options(typeComments));
        var failure = parsed.Diagnostics.FirstOrDefault(d => d.Severity == Pytocs.Parser.Diagnostics.Severity.Error);
        if (failure is not null) return "error " + failure.ToString().ReplaceLineEndings(" ");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(AstDump.Write(parsed.Module, source))));
    }
    catch (Exception exception)
    {
        return "exception " + exception.ToString().ReplaceLineEndings(" ");
    }
}

static void Time()
{
    var sources = new List<SourceText>();
    while (Console.ReadLine() is { } line) sources.Add(SourceDecoder.Read(line, out _));
    for (var round = 0; round < 5; round++)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        foreach (var source in sources) PythonParser.Parse(source, new ParseOptions { TreeOnly = round > 2 });
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:F3} s, {(GC.GetAllocatedBytesForCurrentThread() - before) / 1e6:F0} MB, {sources.Sum(s => s.Text.Length) / 1e6:F1} M characters");
    }
}
