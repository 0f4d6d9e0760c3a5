using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The <see href="https://docs.python.org/3.13/library/timeit.html#command-line-interface">command line</see> of timeit.</summary>
internal static class TimeitCommand
{
    private static readonly (string Name, double Size)[] s_units = [("nsec", 1e-9), ("usec", 1e-6), ("msec", 1e-3), ("sec", 1.0)];

    private static readonly string[] s_options = ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"];

    private sealed class Settings
    {
        public long Number { get; set; }

        public List<string> Setup { get; } = [];

        public long Repeat { get; set; } = 5;

        public int Verbosity { get; set; }

        public int Precision => 3 + Math.Max(0, Verbosity - 1);

        public string? Unit { get; set; }

        public bool OfProcess { get; set; }
    }

    /// <summary>Times what the arguments say: an exit code, or None for success.</summary>
    public static Any Run(Any arguments, Any wrap)
    {
        var getopt = Modules.Import("getopt");
        Any parsed;
        try
        {
            parsed = getopt.Invoke("getopt", arguments.IsNone ? Lib.List(Operators.ToList(Modules.Import("sys").Get("argv")).Skip(1)) : arguments, "n:u:s:r:pvh", Lib.List(s_options));
        }
        catch (BaseException error) when (error.Class.Name == "GetoptError")
        {
            Print(Operators.Str(error));
            Print("use -h/--help for command line help");
            return 2;
        }
        var settings = new Settings { Repeat = Lib.Int(Modules.Import("timeit").Get("default_repeat")) };
        foreach (var option in Operators.ToList(parsed[0]))
            if (Read(settings, Lib.Text(option[0]), Lib.Text(option[1])) is { } code)
                return code;
        var statement = string.Join("\n", Operators.ToList(parsed[1]).Select(Operators.Str));
        return Measure(settings, statement.Length == 0 ? "pass" : statement, wrap);
    }

    private static int? Read(Settings settings, string option, string value)
    {
        switch (option)
        {
            case "-n" or "--number":
                settings.Number = Lib.Int(Builtins.Get("int").Call(value));
                break;
            case "-s" or "--setup":
                settings.Setup.Add(value);
                break;
            case "-u" or "--unit":
                if (!Array.Exists(s_units, u => u.Name == value))
                {
                    Modules.Import("sys").Get("stderr").Invoke("write", "Unrecognized unit. Please select nsec, usec, msec, or sec.\n");
                    return 2;
                }
                settings.Unit = value;
                break;
            case "-r" or "--repeat":
                settings.Repeat = Math.Max(1, Lib.Int(Builtins.Get("int").Call(value)));
                break;
            case "-p" or "--process":
                settings.OfProcess = true;
                break;
            case "-v" or "--verbose":
                settings.Verbosity++;
                break;
            default:
                Print("usage: timeit [-n N] [-r N] [-u U] [-s S] [-p] [-h] [-v] [--] [statement]");
                return 0;
        }
        return null;
    }

    private static Any Measure(Settings settings, string statement, Any wrap)
    {
        var clock = settings.OfProcess ? Modules.Import("time").Get("process_time") : Modules.Import("timeit").Get("default_timer");
        var setup = string.Join("\n", settings.Setup);
        Modules.Import("sys").Get("path").Invoke("insert", 0, ".");
        var timer = Modules.Import("timeit").Get("Timer").Call(statement, setup.Length == 0 ? "pass" : setup, wrap.IsNone ? clock : wrap.Call(clock));
        try
        {
            var number = settings.Number;
            if (number == 0)
            {
                var shows = new PyFunction("callback", "number, time_taken", (loops, taken) => Lib.Do(() => Print($"{Loops(Lib.Int(loops))} -> {General(Lib.Real(taken), settings.Precision)} secs")));
                number = Lib.Int(timer.Invoke("autorange", settings.Verbosity > 0 ? shows : Any.None)[0]);
                if (settings.Verbosity > 0)
                    Print("");
            }
            var taken = Operators.ToList(timer.Invoke("repeat", settings.Repeat, number)).Select(Lib.Real).ToArray();
            Report(settings, number, taken);
            return Any.None;
        }
        catch (PyException error)
        {
            Modules.Import("traceback").Invoke("print_exception", error);
            return 1;
        }
    }

    private static void Report(Settings settings, long number, double[] taken)
    {
        if (settings.Verbosity > 0)
            Print($"raw times: {string.Join(", ", taken.Select(t => Time(settings, t)))}\n");
        var (best, worst) = (taken.Min() / number, taken.Max() / number);
        Print($"{Loops(number)}, best of {settings.Repeat}: {Time(settings, best)} per loop");
        if (worst >= best * 4)
            Modules.Import("warnings").Invoke("warn_explicit", new Arguments { $"The test results are likely unreliable. The worst time ({Time(settings, worst)}) was more than four times slower than the best time ({Time(settings, best)}).", Builtins.Get("UserWarning"), "", 0 });
    }

    private static string Loops(long number) => number.ToString(CultureInfo.InvariantCulture) + (number == 1 ? " loop" : " loops");

    private static string Time(Settings settings, double time)
    {
        var fitting = Array.FindLast(s_units, u => time >= u.Size);
        var (name, size) = settings.Unit is { } unit ? Array.Find(s_units, u => u.Name == unit) : fitting.Name is null ? s_units[0] : fitting;
        return $"{General(time / size, settings.Precision)} {name}";
    }

    private static string General(double value, int precision) => Operators.Str(Builtins.Get("format").Call(value, $".{precision}g"));

    private static void Print(string line) => Builtins.Get("print").Call(line);
}
