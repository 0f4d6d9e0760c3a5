using System.Diagnostics;
using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>Runs tests and prints their story. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.TextTestRunner">TextTestRunner</see>.</summary>
internal static class TextTestRunner
{
    public static readonly PyType Type = new ClassMaker("TextTestRunner", "unittest.runner")
        .Attribute("resultclass", TextTestResult.Type)
        .Method("__init__", "self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *, tb_locals=False, durations=None", static a => Lib.Do(() =>
        {
            var self = a[0];
            self.Set("stream", new WritelnStream(a[1].IsNone ? StdIO.CurrentError : a[1]));
            self.Set("descriptions", a[2]);
            self.Set("verbosity", a[3]);
            self.Set("failfast", a[4]);
            self.Set("buffer", a[5]);
            if (!a[6].IsNone)
                self.Set("resultclass", a[6]);
            self.Set("warnings", a[7]);
            self.Set("tb_locals", a[8]);
            self.Set("durations", a[9]);
        }))
        .Method("_makeResult", static self => MakeResult(self))
        .Method("run", "test", static (self, test) => Run(self, test))
        .Make();

    private static Any MakeResult(Any self)
    {
        var make = self.Get("resultclass");
        try
        {
            return make.Call(new Arguments { self.Get("stream"), self.Get("descriptions"), self.Get("verbosity"), { "durations", self.Get("durations") } });
        }
        catch (TypeError)
        {
            return make.Call(self.Get("stream"), self.Get("descriptions"), self.Get("verbosity"));
        }
    }

    private static Any Run(Any self, Any test)
    {
        var result = self.Invoke("_makeResult");
        foreach (var name in (string[])["failfast", "buffer", "tb_locals"])
            result.Set(name, self.Get(name));
        var watch = new Stopwatch();
        using (new CatchWarnings(record: false).Entered())
        {
            if (self.Get("warnings").Truth)
                Warnings.AddSimpleFilter(Operators.Str(self.Get("warnings")), Warning.Type, append: false);
            watch.Start();
            if (Operators.GetAttr(result, "startTestRun", Any.None) is { IsNone: false } start)
                start.Call();
            try
            {
                test.Call(result);
            }
            finally
            {
                if (Operators.GetAttr(result, "stopTestRun", Any.None) is { IsNone: false } stop)
                    stop.Call();
            }
            watch.Stop();
        }
        result.Invoke("printErrors");
        if (!self.Get("durations").IsNone)
            PrintDurations(self, result);
        Summarise(self, result, watch.Elapsed.TotalSeconds);
        return result;
    }

    private static void Line(Any self, string text) => self.Get("stream").Invoke("write", text + "\n");

    private static string Seconds(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static void PrintDurations(Any self, Any result)
    {
        var all = Operators.ToList(result.Get("collectedDurations")).OrderByDescending(static d => Lib.Real(d[1])).ToArray();
        if (all.Length == 0)
            return;
        var most = Lib.Int(self.Get("durations"));
        Line(self, "Slowest test durations");
        if (Operators.GetAttr(result, "separator2", Any.Unbound) is { IsUnbound: false } separator)
            Line(self, Operators.Str(separator));
        var hidden = false;
        foreach (var item in most > 0 ? all.Take((int)most) : all)
        {
            if (Lib.Int(self.Get("verbosity")) < 2 && Lib.Real(item[1]) < 0.001)
                hidden = true;
            else
                Line(self, $"{Seconds(Lib.Real(item[1])) + "s",-10} {Operators.Str(item[0])}");
        }
        Line(self, hidden ? "\n(durations < 0.001s were hidden; use -v to show these durations)" : "");
    }

    private static void Summarise(Any self, Any result, double seconds)
    {
        if (Operators.GetAttr(result, "separator2", Any.Unbound) is { IsUnbound: false } separator)
            Line(self, Operators.Str(separator));
        var run = Lib.Int(result.Get("testsRun"));
        Line(self, $"Ran {run} test{(run == 1 ? "" : "s")} in {Seconds(seconds)}s");
        Line(self, "");
        var counts = new List<string>();
        void Count(string label, string list)
        {
            if (TestResultType.Count(result, list) is > 0 and var count)
                counts.Add($"{label}={count}");
        }

        var successful = result.Invoke("wasSuccessful").Truth;
        if (!successful)
        {
            Count("failures", "failures");
            Count("errors", "errors");
        }
        Count("skipped", "skipped");
        Count("expected failures", "expectedFailures");
        Count("unexpected successes", "unexpectedSuccesses");
        var word = !successful ? "FAILED" : run == 0 && TestResultType.Count(result, "skipped") == 0 ? "NO TESTS RAN" : "OK";
        Line(self, counts.Count == 0 ? word : $"{word} ({string.Join(", ", counts)})");
        self.Get("stream").Invoke("flush");
    }
}

/// <summary>A stream with <c>writeln</c>.</summary>
internal sealed class WritelnStream(Any stream) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("_WritelnDecorator", module: "unittest.runner")
        .Property("stream", static o => ((WritelnStream)o.Ref!).Stream)
        .Method("writeln", "self, arg=None", static (o, text) => Lib.Do(() =>
        {
            if (text.Truth)
                ((WritelnStream)o.Ref!).Stream.Invoke("write", text);
            ((WritelnStream)o.Ref!).Stream.Invoke("write", "\n");
        }))
        .Method("__getattr__", "self, name, /", static (o, name) => ((WritelnStream)o.Ref!).Stream.Get((string)name.Ref!));

    public override PyType Class => s_type;

    private Any Stream => stream;
}
