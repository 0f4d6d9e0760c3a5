using System.CommandLine;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Verify;

/// <summary><c>pytocs verify FILE|DIR</c>: runs programs under CPython and as C#, and compares.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Python programs, folders of them, or patterns. x.in beside x.py is its standard input, x.args its arguments, one a line.", Arity = ArgumentArity.OneOrMore };
        var python = new Option<string?>("--python") { Description = "The interpreter to compare with; by default the first CPython 3.13 on the path." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "How many programs run at once; by default as many as there are processors.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var report = new Option<string?>("--report") { Description = "A Markdown file that gets the result, with what differs." };
        var templates = TemplateSet.Option();
        var time = new Option<double>("--timeout") { Description = "Seconds that each run may take; a conversion may take as long, and at least a minute.", DefaultValueFactory = _ => 30 };
        var memory = new Option<int>("--memory") { Description = "Megabytes that each run, and each conversion, may hold.", DefaultValueFactory = _ => 2048 };
        var inPlace = new Option<bool>("--in-place") { Description = "Runs programs in their own folder; by default each run has a new and empty one." };
        var record = new Option<bool>("--record") { Description = "Records what CPython does beside each program: x.out, x.err, x.exit." };
        var arguments = new Option<string[]>("--arg") { Description = "An argument for the programs; may be given several times." };
        var exclude = FileChoice.Exclude();
        var tier = Options.Tier();
        var search = Options.SearchPath();
        var command = new Command("verify", "Runs programs under CPython and as C#, and compares what they print and how they end. Addresses of objects, and the levels of tracebacks that are CPython's own library, do not count.")
        {
            paths, python, jobs, json, report, templates, time, memory, inPlace, record, arguments, exclude, tier, search,
        };
        foreach (var option in (Option[])[jobs, time, memory])
            option.Validators.Add(static r => { if (r.Tokens is [{ Value: var text }] && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var n) && n <= 0) r.AddError($"{r.Option.Name} must be above zero"); });
        command.SetAction(parsed =>
        {
            if (ScriptFiles.Find(parsed.GetValue(paths)!, parsed.GetValue(exclude)) is not { } files)
                return ExitCodes.WrongUse;
            if (files.FirstOrDefault(f => !File.Exists(f.Path)) is { } missing)
            {
                Report.Write(ToolCatalogue.CannotRead, missing.Path, "no such file");
                return ExitCodes.WrongUse;
            }
            if (TemplateSet.Open(parsed.GetValue(templates)) is not { } texts)
                return ExitCodes.WrongUse;
            var oracle = PythonOracle.Find(parsed.GetValue(python), out var isWrongUse);
            if (isWrongUse)
                return ExitCodes.WrongUse;
            var options = new VerifyOptions(
                oracle, new Limits(TimeSpan.FromSeconds(parsed.GetValue(time)), (long)parsed.GetValue(memory) << 20), parsed.GetValue(tier) == "exact",
                parsed.GetValue(search) ?? [], parsed.GetValue(arguments) ?? [], parsed.GetValue(inPlace), parsed.GetValue(record));
            var verdicts = Run([.. files.Select(f => f.Path)], options, parsed.GetValue(jobs));
            var replay = "pytocs " + string.Join(' ', parsed.Tokens.Select(t => t.Value).Where((t, i) => !parsed.GetValue(paths)!.Contains(t) && t is not ("--json" or "--record" or "--report") && (i == 0 || parsed.Tokens[i - 1].Value != "--report")));
            if (parsed.GetValue(json))
                VerifyReport.Json(verdicts, replay, Console.Out);
            else
                VerifyReport.Text(verdicts, replay, Console.Out);
            if (parsed.GetValue(report) is { } page && !Keep(page, MarkdownReport.Text(verdicts, oracle, texts)))
                return ExitCodes.WrongUse;
            if (!parsed.GetValue(json) && verdicts.Count == 1)
                VerifyReport.Differences(verdicts[0], Console.Out);
            return verdicts.Any(v => v.IsFailure) ? ExitCodes.Findings : ExitCodes.Fine;
        });
        return command;
    }

    private static bool Keep(string path, string text)
    {
        var writer = new OutputWriter(force: true, root: null);
        writer.AddBytes(path, System.Text.Encoding.UTF8.GetBytes(text), "the report");
        return writer.Commit();
    }

    private static IReadOnlyList<Verdict> Run(IReadOnlyList<string> scripts, VerifyOptions options, int jobs)
    {
        var scratch = Directory.CreateTempSubdirectory("pytocs-verify");
        using var progress = new Progress(scripts.Count);
        try
        {
            var verdicts = new Verdict[scripts.Count];
            var next = -1;
            var threads = Enumerable.Range(0, Math.Min(jobs, scripts.Count)).Select(_ => new Thread(() =>
            {
                using var worker = new Worker(options.Limits);
                var verification = new Verification(options, worker, scratch.FullName);
                for (int i; (i = Interlocked.Increment(ref next)) < scripts.Count;)
                {
                    verdicts[i] = verification.Of(scripts[i]);
                    progress.Advance();
                }
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            return verdicts;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
