using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Runs the examples of modules and tells what failed, as
/// <see href="https://docs.python.org/3.13/library/doctest.html#doctest.DocTestRunner">doctest.DocTestRunner</see> does.
/// </summary>
internal sealed class DoctestRunner(bool verbose, DoctestFlags flags)
{
    public static readonly string Divider = new('*', 70);

    private readonly List<(string Name, DoctestRun Run)> _done = [];

    public bool IsVerbose => verbose;

    public DoctestFlags Flags => flags;

    /// <summary>Runs a module's tests in the order of their names.</summary>
    /// <param name="module">The module; the converter gave it a list of its docstrings.</param>
    /// <param name="name">The name that its tests begin with.</param>
    /// <param name="only">The one object whose test is run; all if null.</param>
    public void RunModule(Any module, string name, string? only = null)
    {
        foreach (var test in DocTest.Of(module, name).Where(t => only is null || t.Own == only))
            Run(test);
    }

    /// <summary>Runs the examples of one docstring.</summary>
    public DoctestRun Run(DocTest test)
    {
        var run = new DoctestRun(this, test.Name, test.File, test.Line, test.Text);
        if (!test.Function.IsNone)
            test.Function.Call(run);
        _done.Add((test.Name, run));
        return run;
    }

    public PyTuple Results() => DoctestModule.Results(_done.Sum(d => d.Run.Failures), _done.Sum(d => d.Run.Tries), _done.Sum(d => d.Run.Skips));

    /// <summary>The closing report; nothing where all passed and nobody asked.</summary>
    public void Summarize()
    {
        var without = _done.Where(d => d.Run.Tries == 0).Select(d => d.Name).Order(StringComparer.Ordinal).ToList();
        var passed = _done.Where(d => d.Run.Tries > 0 && d.Run.Failures == 0).OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        var failed = _done.Where(d => d.Run.Failures > 0).OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        var (failures, tries, skips) = (_done.Sum(d => d.Run.Failures), _done.Sum(d => d.Run.Tries), _done.Sum(d => d.Run.Skips));
        if (verbose && without.Count > 0)
        {
            Builtins.Print($"{Items(without.Count)} had no tests:");
            foreach (var name in without)
                Builtins.Print($"    {name}");
        }
        if (verbose && passed.Count > 0)
        {
            Builtins.Print($"{Items(passed.Count)} passed all tests:");
            foreach (var (name, run) in passed)
                Builtins.Print($" {run.Tries,3} test{S(run.Tries)} in {name}");
        }
        if (failed.Count > 0)
        {
            Builtins.Print(Divider);
            Builtins.Print($"{Items(failed.Count)} had failures:");
            foreach (var (name, run) in failed)
                Builtins.Print($" {run.Failures,3} of {run.Tries,3} in {name}");
        }
        if (verbose)
        {
            Builtins.Print($"{tries} test{S(tries)} in {Items(_done.Count)}.");
            Builtins.Print($"{tries - failures} passed{(failures > 0 ? $" and {failures} failed" : "")}.");
        }
        if (failures > 0)
            Builtins.Print($"***Test Failed*** {failures} failure{S(failures)}{(skips > 0 ? $" and {skips} skipped test{S(skips)}" : "")}.");
        else if (verbose)
            Builtins.Print("Test passed.");
    }

    private static string Items(int count) => $"{count} item{S(count)}";

    private static string S(int count) => count == 1 ? "" : "s";
}
