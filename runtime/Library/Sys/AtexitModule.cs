using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/atexit.html">atexit</see>: what is registered last runs first.</summary>
internal static class AtexitModule
{
    private static readonly List<(Any Function, PyTuple Args, PyDict Keywords)> s_registered = [];

    public static PyModule Build()
    {
        Script.AtExit.Add(static () => Run());
        return new PyModule("atexit")
            .Function("register", "func, /, *args, **kwargs", static a =>
            {
                if (!Builtins.Callable(a[0]))
                    throw new TypeError("the first argument must be callable");
                s_registered.Add((a[0], Lib.Tuple(a[1]), Lib.Dict(a[2])));
                return a[0];
            })
            .Function("unregister", "func, /", static a => Lib.Do(() => s_registered.RemoveAll(r => Operators.Equal(r.Function, a[0]))))
            .Function("_clear", "", static _ => Lib.Do(s_registered.Clear))
            .Function("_run_exitfuncs", "", static _ => Lib.Do(Run))
            .Function("_ncallbacks", "", static _ => s_registered.Count);
    }

    private static void Run()
    {
        while (s_registered.Count > 0)
        {
            var (function, args, keywords) = s_registered[^1];
            s_registered.RemoveAt(s_registered.Count - 1);
            try
            {
                Lib.Call(function, args, keywords);
            }
            catch (BaseException error)
            {
                Unraisable.Report(error, $"Exception ignored in atexit callback {Operators.Repr(function)}", Any.None);
            }
        }
    }
}
