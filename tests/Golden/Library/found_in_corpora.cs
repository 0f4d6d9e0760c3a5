using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FoundInCorpora;

using static Module;

public class CountCalls : PyObject
{
    public CountCalls(Any function)
    {
        UpdateWrapper.Call(this, function);
        Function = function;
        Count = 0;
    }

    public Any Function { get; set; }
    public PyInt Count { get; set; }

    public Any Invoke(PyTuple args, PyDict<Any, Any> kwargs)
    {
        Count += 1;
        return ((Any)this).Invoke("function", new Arguments { new Star(args), new StarStar(kwargs) });
    }

    public static readonly PyType Type = PyType.Emitted("CountCalls", "__main__")
        .Constructor("function", a => new CountCalls(a[0]))
        .Field("function", self => self.As<CountCalls>().Function, (self, value) => self.As<CountCalls>().Function = value)
        .Field("count", self => self.As<CountCalls>().Count, (self, value) => self.As<CountCalls>().Count = value.As<PyInt>())
        .Method("__call__", "self, *args, **kwargs", a => a[0].As<CountCalls>().Invoke(a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
    public override PyType Class => Type;
}

/// <summary>What programs of others use that was not there: wrappers of classes, keywords of built-in functions, modules of a package.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Pipe = Any.Unbound;
    internal static Any UpdateWrapper = Any.Unbound;
    internal static Any Wraps = Any.Unbound;
    internal static Any President = Any.Unbound;
    internal static Any Say = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("found_in_corpora.py", args, Run);

    public static Any Singleton(Any cls)
    {
        var instances = new PyDict<Any, Any>();

        Any Wrapper(PyTuple args, PyDict<Any, Any> kwargs)
        {
            if (!instances.ContainsKey(cls))
            {
                instances[cls] = cls.Call(new Arguments { new Star(args), new StarStar(kwargs) });
            }
            return instances[cls];
        }
        Any wrapper = Wraps.Call(cls).Call(new PyFunction("singleton.<locals>.wrapper", "*args, **kwargs", (Any[] a) => Wrapper(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>())));

        return wrapper;
    }

    /// <summary>Says it.</summary>
    public static Any SayCore(Any word)
    {
        return word;
    }

    /// <summary>Sets of no known type, with results in CPython's order.</summary>
    public static void Algebra(Any a, Any b)
    {
        Print(a & b, a - b, a ^ b, a | b, Operators.Compare(Comparison.LtE, a, b), a.Invoke("isdisjoint", b), Operators.Compare(Comparison.Eq, a, b));
    }

    public static async Coro Run_()
    {
        Any process = await Asyncio.Get("create_subprocess_exec").Call(new Arguments { "echo", "from a child", { "stdout", Pipe } });
        var items = Operators.Unpack(await process.Invoke("communicate"), 2);
        Any output = items[0];
        _ = items[1];
        Print(output, process.Get("returncode"));
    }

    public static void RunMain()
    {
        Any first = President.Call("x");
        Any second = President.Call("y");
        Print(Operators.Is(first, second), first.Get("name"), President.Get("__name__"), President.Get("__doc__"), President.Get("limit"));
        Any wrapped = President.Get("__wrapped__");
        Print(wrapped.Call("z").Get("name"));
        Print(Say.Call("a"), Say.Call(new Arguments { { "word", "b" } }), Say.Get("count"), Say.Get("__doc__"), Say.Get("__name__"));

        Print(Builtins.Get("pow").Call(new Arguments { 2, { "exp", 3 } }), Builtins.Get("pow").Call(new Arguments { { "base", 2 }, { "exp", 4 } }), PyInt.PowMod(2, 4, 5), PyInt.PowMod(2, 4, 3), Builtins.Get("pow").Call(new Arguments { { "mod", 7 }, { "base", 3 }, { "exp", 2 } }));
        Print(PyFloat.Round(2.567, 1), PyFloat.Round(7.5, 0), Sequences.Sum((PyList<PyInt>)[1, 2], 5), PyInt.Parse("ff", 16));

        foreach (var (a, b) in (PyList<(Any, PySet<Any>)>)[((Any)(PySet<Any>)[1, 2, 3, 40, 5], (PySet<Any>)[40, 5, 6]), ((Any)(PySet<Any>)["x"], (PySet<Any>)["y"]), (Builtins.Get("frozenset").Call("abc"), (PySet<Any>)["a"]), ((Any)(PySet<Any>)[1.0, 2], (PySet<Any>)[1, true]), ((Any)new PySet<Any>(Sequences.Range(30).Select(item => (Any)item)), (PySet<Any>)[3, 7])])
        {
            Algebra(a, b);
            Algebra(b, a);
        }
        Print(Hash(Builtins.Get("frozenset").Call((PyList<Any>)[1, 2, 3])), Hash(Builtins.Get("frozenset").Call(Sequences.Range(50))));
        Print(Str.Translate("hello", new PyDict<Any, Any> { [104] = "j", [108] = Any.None }), Builtins.Get("dict").Call(new Arguments { new PyDict<Any, Any> { ["a"] = 1 }, { "b", 2 } }), new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(Builtins.Get("int"), (PyList<Any>)["1", "2"]))));
        AsyncIO.Run(Run_Coroutine());
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Pipe = Modules.ImportFrom("asyncio.subprocess", "PIPE");
        Any process = Modules.ImportFrom("asyncio.subprocess", "Process");
        UpdateWrapper = Modules.ImportFrom("functools", "update_wrapper");
        Wraps = Modules.ImportFrom("functools", "wraps");

        Any presidentClass = ClassBuilder.Build("President", "President", "__main__", new Arguments(), ns =>
        {
            ns["__doc__"] = "The head of a state.";

            ns["limit"] = 3;

            void Init(Any self, Any name)
            {
                self.Set("name", name);
            }
            ns["__init__"] = new PyFunction("President.__init__", "self, name", (Any self, Any name) => Init(self, name));
        });
        President = SingletonFunction.Call(presidentClass);

        Say = ((Any)CountCalls.Type).Call(SayCoreFunction);

        RunMain();
    }

    public static readonly Any SingletonFunction = new PyFunction("singleton", "cls", (Any cls) => Singleton(cls));
    public static readonly Any SayCoreFunction = new PyFunction("say", "word", (Any word) => SayCore(word)) { Doc = "Says it." };
    public static Coroutine Run_Coroutine() => Coroutine.Of("run", "run", () => Run_());
}
