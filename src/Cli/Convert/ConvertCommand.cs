using System.Collections.Concurrent;
using System.CommandLine;
using System.Text;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Convert;

/// <summary>What to convert, and into what.</summary>
internal sealed record ConvertRequest(string[] Paths, string? Output, OutputForm Form, bool Force, string? Main, string StdinName, string[] Exclude, bool HasLines, bool Reports, TemplateSet Templates, ConversionOptions Options)
{
    /// <summary>The folder that no output may leave, where the output is a folder in it.</summary>
    public string? Root { get; init; }
}

/// <summary><c>pytocs convert PATH... [-o OUT] [--project | --single]</c>.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Python scripts, a folder that becomes one program or library, patterns, or - for the standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output", "-o") { Description = "The C# file or the folder to write; without it the C# goes to the standard output." };
        var project = new Option<bool>("--project") { Description = "Writes a project that 'dotnet run' builds and runs; of a folder without a script, a class library." };
        var single = new Option<bool>("--single") { Description = "Writes one file that 'dotnet run FILE.cs' runs without a project." };
        var force = new Option<bool>("--force") { Description = "Overwrites files that pytocs did not write." };
        var main = new Option<string?>("--main") { Description = "The script of a folder; by default its __main__.py." };
        var stdin = new Option<string>("--stdin-filename") { Description = "The name that the standard input has in messages and C#.", DefaultValueFactory = _ => "stdin.py" };
        var line = new Option<bool>("--line") { Description = "Writes #line directives: compile errors, debuggers and stack traces speak of the Python files." };
        var noLine = new Option<bool>("--no-line") { Description = "Writes no #line directives, whatever pyproject.toml says." };
        var report = new Option<bool>("--report", "--explain-tiers") { Description = "Also says on the standard error what each function and class became, and why." };
        var tests = new Option<string?>("--tests") { Description = "What becomes of Python tests: 'xunit' tests that run them, 'none'; by default xunit with --project." };
        tests.AcceptOnlyFromAmong("xunit", "none");
        var doctest = new Option<bool>("--doctest") { Description = "The examples in docstrings become xunit tests too." };
        var exclude = FileChoice.Exclude();
        var @namespace = Options.Namespace();
        var tier = Options.Tier();
        var search = Options.SearchPath();
        var library = Options.Library();
        var templates = TemplateSet.Option();
        var format = FindingFormats.Option();
        var command = new Command("convert", "Writes Python as C#.") { paths, output, project, single, force, main, stdin, line, noLine, report, tests, doctest, exclude, @namespace, tier, search, library, templates, format };
        command.Validators.Add(r =>
        {
            // What has no value is told of already.
            if (r.Errors.Any() || new Option[] { output, tests }.Any(o => r.GetResult(o) is { Implicit: false, Tokens.Count: 0 }))
                return;
            if (r.GetValue(project) && r.GetValue(single))
                r.AddError("--project and --single do not go together");
            if ((r.GetValue(tests) == "xunit" || r.GetValue(doctest)) && r.GetValue(output) is null)
                r.AddError("xunit tests need a folder to go to: -o DIR");
            if (r.GetValue(project) && r.GetValue(output) is null)
                r.AddError("--project needs a folder: -o DIR");
            if (r.GetResult(line) is { Implicit: false } && r.GetValue(noLine))
                r.AddError("--line and --no-line do not go together");
        });
        command.SetAction(parsed =>
        {
            Report.Use(parsed.GetValue(format)!, isResult: parsed.GetValue(output) is not null);
            var isProject = parsed.GetValue(project);
            if (TemplateSet.Open(parsed.GetValue(templates)) is not { } texts)
                return ExitCodes.WrongUse;
            return Run(new ConvertRequest(
                parsed.GetValue(paths)!, parsed.GetValue(output), isProject ? OutputForm.Project : parsed.GetValue(single) ? OutputForm.Single : OutputForm.Plain,
                parsed.GetValue(force), parsed.GetValue(main), parsed.GetValue(stdin)!, parsed.GetValue(exclude) ?? [], parsed.GetValue(line) && !parsed.GetValue(noLine), parsed.GetValue(report), texts,
                new ConversionOptions(parsed.GetValue(@namespace), parsed.GetValue(tier) == "exact")
                {
                    SearchPath = parsed.GetValue(search) ?? [],
                    Library = parsed.GetValue(library) ?? [],
                    Tests = (parsed.GetValue(tests) ?? (isProject ? "xunit" : "none")) == "xunit",
                    Doctests = parsed.GetValue(doctest),
                }));
        });
        return command;
    }

    private static int Run(ConvertRequest request)
    {
        if (request.Paths is [var one] && Directory.Exists(one))
            return Convert(request, one, () => ProgramSource.OfFolder(one, request.Main, request.Exclude));
        if (request.Paths is [SourceReader.StandardInput])
            return Convert(request, request.StdinName, () => SourceReader.ReadStandardInput(request.StdinName) is { } source ? ProgramSource.OfText(source) : null);
        if (ScriptFiles.Find(request.Paths, request.Exclude) is not { } files)
            return ExitCodes.WrongUse;
        if (request.Paths is [var path] && files is [var file] && (file.Path == path || request.Output is null || request.Output.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)))
            return Convert(request, file.Path, () => Source(request, file.Path));
        if (request.Output is null)
        {
            Report.Write(ToolCatalogue.WrongUse, null, "several files need a folder to go to: -o DIR");
            return ExitCodes.WrongUse;
        }
        var homes = files.Select(f => (File: f, Home: Home(request, f))).ToList();
        foreach (var same in homes.GroupBy(h => Path.Combine(h.Home, Path.GetFileNameWithoutExtension(h.File.Path)), StringComparer.OrdinalIgnoreCase).Where(static g => g.Count() > 1))
        {
            Report.Write(ToolCatalogue.CannotWrite, same.Key + (request.Form == OutputForm.Project ? "" : ".cs"), $"both {same.First().File.Path} and {same.ElementAt(1).File.Path} become this; convert them into folders of their own");
            return ExitCodes.WrongUse;
        }
        var writers = new ConcurrentDictionary<string, OutputWriter>();
        var worst = AllCores.Run(homes, script =>
        {
            return Convert(request with { Output = script.Home, Root = request.Output }, script.File.Path, () => Source(request, script.File.Path), writer => writers.TryAdd(script.File.Path, writer));
        });
        var shared = new SharedOutputs();
        foreach (var (script, _) in homes)
            if (writers.TryGetValue(script.Path, out var writer) && !writer.Commit(shared))
                worst = Math.Max(worst, ExitCodes.WrongUse);
        return worst;
    }

    /// <summary>The folder of one script among many: each is a program, and below the output folder it lies as below the folder that was named.</summary>
    private static string Home(ConvertRequest request, ScriptFile script)
    {
        var below = Path.GetDirectoryName(script.RelativePath)!;
        var home = Path.Combine(request.Output!, below.Split(Path.DirectorySeparatorChar).Contains("..") ? "" : below);
        return request.Form == OutputForm.Project ? Path.Combine(home, Path.GetFileNameWithoutExtension(script.Path)) : home;
    }

    private static ProgramSource? Source(ConvertRequest request, string path) => request.Options.Tests ? ProgramSource.OfScriptOrTests(path) : ProgramSource.OfScript(path);

    private static int Convert(ConvertRequest request, string name, Func<ProgramSource?> read) => Convert(request, name, read, static writer => writer.Commit());

    private static int Convert(ConvertRequest request, string name, Func<ProgramSource?> read, Func<OutputWriter, bool> commit)
    {
        var options = request.HasLines ? request.Options with { LinePath = static m => Path.GetFileName(m.RelativePath) } : request.Options;
        if (Conversion.Of(name, read, options) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
            return ExitCodes.Findings;
        if (request.Reports)
        {
            using var text = new StringWriter();
            Reports.TierReport.Write(conversion, text);
            Report.PrintError(text.ToString());
        }
        if (request.Form == OutputForm.Single && conversion.Modules.Count > 1)
        {
            Report.Write(ToolCatalogue.WrongUse, name, $"--single takes a program of one file, and this one has {conversion.Modules.Count} modules; --project takes all of them");
            return ExitCodes.WrongUse;
        }
        if (request.Output is null)
            return Print(request, conversion, name);
        return commit(Outputs.Of(request, conversion, name)) ? ExitCodes.Fine : ExitCodes.WrongUse;
    }

    private static int Print(ConvertRequest request, Conversion conversion, string name)
    {
        if (!conversion.HasScript)
        {
            Report.Write(ToolCatalogue.WrongUse, name, "a folder needs a folder to go to: -o DIR");
            return ExitCodes.WrongUse;
        }
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(Encoding.UTF8.GetBytes(request.Form == OutputForm.Single ? SingleFile.Head(conversion.UsesInterpreter, request.Templates) + conversion.Text : conversion.Text));
        foreach (var module in conversion.Modules.Skip(1))
            Console.Error.WriteLine($"{module.Module.Source.Path}: note: it is part of the program; -o FOLDER or --project writes all of it");
        return ExitCodes.Fine;
    }
}
