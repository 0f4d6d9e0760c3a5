using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/timeit.html">timeit</see>: callables, and source text, which is interpreted.</summary>
internal static class TimeitModule
{
    private const string Signature = "stmt='pass', setup='pass', timer=";

    private static readonly PyType s_timer = Declare();

    private static Any Clock => Modules.Import("timeit").Get("default_timer");

    public static PyModule Build() => new PyModule("timeit").Type(s_timer).Value("default_timer", Modules.Import("time").Get("perf_counter")).Value("default_number", 1000000).Value("default_repeat", 5)
        .Value("dummy_src_name", TimedSource.FileName)
        .Function("timeit", Signature + ", number=1000000, globals=None", static a => Make(a, a[4]).Invoke("timeit", a[3]), Any.Unbound)
        .Function("repeat", Signature + ", repeat=5, number=1000000, globals=None", static a => Make(a, a[5]).Invoke("repeat", a[3], a[4]), Any.Unbound)
        .Function("reindent", "src, indent", static (source, indent) => TimedSource.Indented(Lib.Text(source), (int)Lib.Int(indent)))
        .Function("main", "args=None, *, _wrap_timer=None", static a => TimeitCommand.Run(a[0], a[1]));

    private static Any Make(Any[] a, Any globals) => s_timer.Call(new Arguments { a[0], a[1], a[2].IsUnbound ? Clock : a[2], globals });

    private static PyType Declare()
    {
        var type = PyType.Emitted("Timer", "timeit");
        return type
            .Method("__init__", "self, " + Signature + ", globals=None", static a =>
            {
                a[0].Set("timer", a[3].IsUnbound ? Clock : a[3]);
                a[0].Set("inner", TimedSource.Prepare(a[0], a[1], a[2], a[4]));
                return Any.None;
            }, Any.Unbound)
            .Method("timeit", "self, number=1000000", static (self, number) => self.Get("inner").Call(Modules.Import("itertools").Invoke("repeat", Any.None, number), self.Get("timer")))
            .Method("repeat", "self, repeat=5, number=1000000", static a => Lib.List([.. Enumerable.Range(0, Math.Max(0, (int)Lib.Int(a[1]))).Select(_ => a[0].Invoke("timeit", a[2]))]))
            .Method("print_exc", "self, file=None", static (self, file) => Lib.Do(() => Modules.Import("traceback").Invoke("print_exc", new Arguments { { "file", file } })))
            .Method("autorange", "self, callback=None", static (self, callback) =>
            {
                for (long scale = 1; ; scale *= 10)
                {
                    foreach (var step in (long[])[1, 2, 5])
                    {
                        var taken = self.Invoke("timeit", scale * step);
                        if (!callback.IsNone)
                            callback.Call(scale * step, taken);
                        if (Lib.Real(taken) >= 0.2)
                            return PyTuple.Of(scale * step, taken);
                    }
                }
            });
    }
}
