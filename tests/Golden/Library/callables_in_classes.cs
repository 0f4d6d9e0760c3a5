using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CallablesInClasses;

using static Module;

public class Tools : PyObject
{
    public static Any Length { get; internal set; }

    public static Any Root { get; internal set; }

    public static Any Add { get; internal set; }

    public static Any Key { get; internal set; }

    public static Any Fold { get; internal set; }

    public static Any First { get; internal set; }

    public static Any Twice { get; internal set; }

    public static readonly PyType Type = PyType.Emitted("Tools", "__main__")
        .Shared("length", () => Length, value => Length = value)
        .Shared("root", () => Root, value => Root = value)
        .Shared("add", () => Add, value => Add = value)
        .Shared("key", () => Key, value => Key = value)
        .Shared("fold", () => Fold, value => Fold = value)
        .Shared("first", () => First, value => First = value)
        .Shared("twice", () => Twice, value => Twice = value)
        .Constructor("", _ => new Tools());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("callables_in_classes.py");
    internal static Any Doc = Any.None;
    internal static Any Copy = Any.Unbound;
    internal static Any Functools = Any.Unbound;
    internal static Any Math_ = Any.Unbound;
    internal static Any Operator = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Tools Tools_ = default!;
    internal static Any Getter = Any.Unbound;
    internal static PyInt Protocol;
    internal static Any Mine = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any State = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Key = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "callables_in_classes.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("functools", () => Functools, value => Functools = value)
        .Variable("math", () => Math_, value => Math_ = value)
        .Variable("operator", () => Operator, value => Operator = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Member("Tools", () => Tools.Type)
        .Variable("tools", () => Tools_, value => Tools_ = value.As<Tools>())
        .Variable("getter", () => Getter, value => Getter = value)
        .Variable("protocol", () => Protocol, value => Protocol = value.As<PyInt>())
        .Variable("Mine", () => Mine, value => Mine = value)
        .Variable("p", () => P, value => P = value)
        .Variable("m", () => M, value => M = value)
        .Variable("state", () => State, value => State = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("key", () => Key, value => Key = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("callables_in_classes.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Functools = Modules.Import("functools");
        Math_ = Modules.Import("math");
        Operator = Modules.Import("operator");
        Pickle = Modules.Import("pickle");

        Tools.Length = Builtins.Get("len");
        Tools.Root = Math_.Get("sqrt");
        Tools.Add = Operator.Get("add");
        Tools.Key = Functools.Get("cmp_to_key");
        Tools.Fold = Functools.Get("reduce");
        Tools.First = Operator.Get("itemgetter").Call(0);
        Tools.Twice = Functools.Get("partial").Call(Operator.Get("mul"), 2);

        Tools_ = new Tools();
        Print(((Any)Tools_).Invoke("length", (PyList<Any>)[1, 2]), ((Any)Tools_).Invoke("root", 4), ((Any)Tools_).Invoke("add", 1, 2), Sequences.Sorted((PyList<PyInt>)[3, 1], key: ((Any)Tools_).Invoke("key", new PyFunction("<lambda>", "x, y", (Any x, Any y) => x - y))), ((Any)Tools_).Invoke("fold", Operator.Get("add"), (PyList<Any>)[1, 2]));
        Print(((Any)Tools_).Invoke("first", (PyList<Any>)[5]), ((Any)Tools_).Invoke("twice", 4));
        foreach (var item2 in new Any[] { Operator.Get("itemgetter").Call(0), Operator.Get("itemgetter").Call(1, 0), Operator.Get("attrgetter").Call("real"), Operator.Get("attrgetter").Call("a.b", "c"), Operator.Get("methodcaller").Call("x", 1), Operator.Get("methodcaller").Call(new Arguments { "split", { "maxsplit", 1 } }) })
        {
            Getter = item2;
            foreach (var item in Sequences.Range(6))
            {
                Protocol = item;
                if (Repr(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Getter, Protocol))) != Repr(Getter))
                {
                    throw new AssertionError();
                }
            }
            Print(Copy.Get("copy").Call(Getter), Getter.Invoke("__reduce__"));
        }

        Mine = ClassBuilder.Build("Mine", "Mine", "__main__", new Arguments { Functools.Get("partial") }, ns =>
        {
        });

        P = Functools.Get("partial").Call(new Arguments { Builtins.Get("int"), { "base", 2 } });
        M = Mine.Call(new Arguments { Builtins.Get("print"), 1, { "end", "|\n" } });
        M.Set("note", (PyList<Any>)[M.Get("func")]);
        Print(P.Call("101"), P, Mine.Call(Builtins.Get("len")), M.Invoke("__reduce__")[2][new PySlice(1, Any.None, Any.None)], Pickle.Get("loads").Call(Pickle.Get("dumps").Call(P)).Call("11"), PyType.Of(Copy.Get("copy").Call(M)).Name, Operators.Compare(Comparison.Eq, Copy.Get("copy").Call(M).Get("note"), M.Get("note")));
        P.Invoke("__setstate__", PyTuple.Of(Builtins.Get("max"), PyTuple.Of(1), new PyDict<Any, Any> { ["default"] = 3 }, new PyDict<Any, Any> { ["extra"] = 1 }));
        Print(P, P.Get("extra"), P.Get("__dict__"));
        foreach (var item3 in new Any[] { PyTuple.Of(1, PyTuple.Of(), new PyDict<Any, Any>(), new PyDict<Any, Any>()), PyTuple.Of(Builtins.Get("max"), (PyList<Any>)[], new PyDict<Any, Any>(), new PyDict<Any, Any>()), PyTuple.Of(Builtins.Get("max"), PyTuple.Of(), (PyList<Any>)[]), Any.None })
        {
            State = item3;
            try
            {
                P.Invoke("__setstate__", State);
            }
            catch (TypeError caught)
            {
                Error = caught;
                Print(Error);
                Error = Any.Unbound;
            }
        }
        P.Invoke("__setstate__", PyTuple.Of(P, PyTuple.Of(P), new PyDict<Any, Any>(), new PyDict<Any, Any>()));
        Print(Repr(P));
        Key = Functools.Get("cmp_to_key").Call(new PyFunction("<lambda>", "x, y", (Any x, Any y) => y - x));
        Print(Operators.Compare(Comparison.Lt, Key.Call(1), Key.Call(2)), Key.Call(new Arguments { { "obj", 3 } }).Get("obj"), Functools.Get("_CacheInfo").Call(new Arguments { 1, 2, 3, 4 }));
        try
        {
            Operators.Compare(Comparison.Lt, Key.Call(1), 1);
        }
        catch (TypeError caught2)
        {
            Error = caught2;
            Print(Error);
            Error = Any.Unbound;
        }
    }
}
