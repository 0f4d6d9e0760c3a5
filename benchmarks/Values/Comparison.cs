using System.Globalization;

namespace Pytocs.Benchmarks;

/// <summary>Measures programs under CPython, as emitted C#, and as C# written by hand where there is such a form, in one run.</summary>
internal static class Comparison
{
    /// <param name="args">The rounds and the programs; or what a process of one program runs.</param>
    /// <param name="byHandPrograms">The programs that are written by hand.</param>
    public static void Run(string[] args, IReadOnlyDictionary<string, Action> byHandPrograms)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (args)
        {
            case ["--emitted", var script, var count]:
                Emitted.Run(script, int.Parse(count));
                return;
            case ["--by-hand", var program, var count]:
                Child.Time(int.Parse(count), byHandPrograms[program]);
                return;
        }
        var rounds = args.Length > 0 ? int.Parse(args[0]) : 5;
        var folder = Path.Combine(AppContext.BaseDirectory, "Programs");
        var names = args.Length > 1 ? args[1..] : [.. Directory.EnumerateFiles(folder, "*.py").Select(p => Path.GetFileNameWithoutExtension(p)!).Where(n => n != "empty").Order(StringComparer.Ordinal)];
        var python = Environment.GetEnvironmentVariable("PYTHON") ?? "python3.13";
        Console.WriteLine($"{"program",-16}{"CPython",9}{"emitted",9}{"first",9}{"by hand",9}{"CPython/emitted",17}{"emitted/by hand",17}");
        var ratios = new List<double>();
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name + ".py");
            var interpreted = Child.OfPython(python, Path.Combine(AppContext.BaseDirectory, "time_program.py"), path, rounds);
            var emitted = Child.OfThis("--emitted", path, rounds);
            var byHand = byHandPrograms.ContainsKey(name) ? Child.OfThis("--by-hand", name, rounds) : null;
            if (interpreted is not null)
                ratios.Add(interpreted.Best / emitted.Best);
            var differs = (interpreted is not null && interpreted.Output != emitted.Output) || (byHand is not null && byHand.Output != emitted.Output);
            Console.WriteLine($"{name,-16}{interpreted?.Best,9:F3}{emitted.Best,9:F3}{emitted.First,9:F3}{byHand?.Best,9:F3}{interpreted?.Best / emitted.Best,17:F1}{emitted.Best / byHand?.Best,17:F1}{(differs ? "  DIFFERENT OUTPUT" : "")}");
        }
        if (ratios.Count > 0)
            Console.WriteLine($"geometric mean of CPython/emitted: {Math.Exp(ratios.Average(Math.Log)):F1}");
    }
}
