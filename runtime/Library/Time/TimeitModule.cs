using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/timeit.html">timeit</see> of callables; source text is not there after conversion.</summary>
internal static class TimeitModule
{
    private const string Signature = "stmt='pass', setup='pass', timer=";

    private static readonly PyType s_timer = Declare();

    private static Any Clock => Operators.GetAttr(Modules.Import("time"), "perf_counter");

    public static PyModule Build() => new PyModule("timeit").Type(s_timer).Value("default_timer", Clock).Value("default_number", 1000000).Value("default_repeat", 5)
        .Function("timeit", Signature + ", number=1000000, globals=None", static a => Make(a).Invoke("timeit", a[3]), Any.Unbound)
        .Function("repeat", Signature + ", repeat=5, number=1000000, globals=None", static a => Make(a).Invoke("repeat", a[3], a[4]), Any.Unbound);

    private static Any Make(Any[] a) => s_timer.Call(a[0], a[1], a[2].IsUnbound ? Clock : a[2]);

    private static PyType Declare()
    {
        var type = PyType.Emitted("Timer", "timeit");
        return type
            .Method("__init__", "self, " + Signature + ", globals=None", static a =>
            {
                foreach (var (name, value) in ((string, Any)[])[("stmt", a[1]), ("setup", a[2])])
                    if (!Builtins.Callable(value) && value.Ref is not string)
                        throw new ValueError($"{name} is neither a string nor callable");
                a[0].Set("stmt", a[1]);
                a[0].Set("setup", a[2]);
                a[0].Set("timer", a[3].IsUnbound ? Clock : a[3]);
                return Any.None;
            }, Any.Unbound)
            .Method("timeit", "self, number=1000000", static (self, number) =>
            {
                Run(self.Get("setup"));
                var (timer, statement) = (self.Get("timer"), self.Get("stmt"));
                var start = timer.Call();
                for (var left = Lib.Int(number); left > 0; left--)
                    Run(statement);
                return timer.Call() - start;
            })
            .Method("repeat", "self, repeat=5, number=1000000", static a => Lib.List([.. Enumerable.Range(0, (int)Lib.Int(a[1])).Select(_ => a[0].Invoke("timeit", a[2]))]))
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

    /// <summary>Runs a callable; the statement <c>pass</c> does nothing.</summary>
    /// <exception cref="NotImplementedError">Other source text.</exception>
    private static void Run(Any statement)
    {
        if (PyValueInstance.Unwrap(statement).Ref is not string text)
            statement.Call();
        else if (text.Trim() is not ("pass" or ""))
            throw new NotImplementedError("timeit runs callables only: source text is not there after conversion");
    }
}
