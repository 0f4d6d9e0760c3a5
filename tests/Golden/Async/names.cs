using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace NamesScript;

/// <summary>Names that functions get later, and names that inner functions delete.</summary>
public static class Module
{
    internal static Any Functools = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("names.py", args, Run);

    public static IEnumerable<PyInt> Generator_()
    {
        yield return 1;
    }

    public static async Coro<PyInt> Coroutine_()
    {
        return 1;
    }

    public static async IAsyncEnumerable<PyInt> Asynchronous()
    {
        yield return 1;
    }

    public static Any Renamed(Any function, string name)
    {
        function.Set("__name__", name);
        function.Set("__qualname__", "scope." + name);
        return function;
    }

    public static Any Wrapping(Any function)
    {
        async Coro<Any> Wrapper(PyTuple args)
        {
            return await function.Call(new Arguments { new Star(args) });
        }
        Coroutine<Any> WrapperCoroutine(PyTuple args) => Coroutine.Of("wrapper", "wrapping.<locals>.wrapper", () => Wrapper(args));
        Any wrapper = Functools.Get("wraps").Call(function).Call(new PyFunction("wrapping.<locals>.wrapper", "*args", (Any[] a) => WrapperCoroutine(a[0].As<PyTuple>())) { Flavour = "coroutine" });

        return wrapper;
    }

    /// <summary>Works.</summary>
    public static async Coro<Any> WorkCore(Any x)
    {
        return x;
    }

    public static void Outer()
    {
        Any x = Any.Unbound;
        x = 1;

        void Remove()
        {
            Names.Free(x, "x");
            x = Any.Unbound;
        }

        Remove();
        try
        {
            Print(Names.Local(x, "x"));
        }
        catch (UnboundLocalError error)
        {
            Print(error);
        }
        try
        {
            Remove();
        }
        catch (NameError error)
        {
            Print(PyType.Of(error).Name, error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Functools = Modules.Import("functools");

        Generator<PyInt> made = Generator_Function.Call().As<Generator<PyInt>>();
        Renamed(Generator_Function, "other");
        Print(((Any)made).Get("__name__"), Generator_Function.Call().Get("__name__"), Generator_Function.Call().Get("__qualname__"));
        Print(Operators.Is(((Any)made).Get("gi_code"), Generator_Function.Get("__code__")), new PyList<PyInt>(Generator_()));
        Renamed(Coroutine_Function, "task");
        Coroutine<PyInt> waiting = Coroutine_Function.Call().As<Coroutine<PyInt>>();
        Print(((Any)waiting).Get("__name__"), ((Any)waiting).Get("__qualname__"), AsyncIO.Run(waiting));
        Renamed(AsynchronousFunction, "stream");
        Print(AsynchronousFunction.Call().Get("__name__"), AsynchronousFunction.Call().Get("__qualname__"));

        Any work = WrappingFunction.Call(WorkCoreFunction);

        Print(work.Get("__name__"), work.Get("__doc__"), AsyncIO.Run(work.Call(3)));

        Outer();
    }

    public static readonly Any Generator_Function = new PyFunction("generator", "", () => Generator.Of("generator", Generator_())) { Flavour = "generator" };
    public static Coroutine<PyInt> Coroutine_Coroutine() => Coroutine.Of("coroutine", "coroutine", () => Coroutine_());
    public static readonly Any Coroutine_Function = new PyFunction("coroutine", "", () => Coroutine_Coroutine()) { Flavour = "coroutine" };
    public static readonly Any AsynchronousFunction = new PyFunction("asynchronous", "", () => AsyncGenerator.Of("asynchronous", Asynchronous())) { Flavour = "async generator" };
    public static readonly Any WrappingFunction = new PyFunction("wrapping", "function", (Any function) => Wrapping(function));
    public static Coroutine<Any> WorkCoreCoroutine(Any x) => Coroutine.Of("work", "work", () => WorkCore(x));
    public static readonly Any WorkCoreFunction = new PyFunction("work", "x", (Any x) => WorkCoreCoroutine(x)) { Flavour = "coroutine", Doc = "Works." };
}
