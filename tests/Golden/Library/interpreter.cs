using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Interpreter;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("interpreter.py");
    internal static Any Doc = Any.None;
    internal static Any Sys = Any.Unbound;
    internal static Any Builtins_ = Any.Unbound;
    internal static PyList<Any> Want = default!;
    internal static Any F_ = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any O = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any V = Any.Unbound;
    internal static Any Tb = Any.Unbound;
    internal static Any Bad = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "interpreter.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("builtins", () => Builtins_, value => Builtins_ = value)
        .Variable("want", () => Want, value => Want = value.As<PyList<Any>>())
        .Variable("f", () => F_, value => F_ = value)
        .Variable("e", () => E, value => E = value)
        .Variable("o", () => O, value => O = value)
        .Variable("t", () => T, value => T = value)
        .Variable("v", () => V, value => V = value)
        .Variable("tb", () => Tb, value => Tb = value)
        .Variable("bad", () => Bad, value => Bad = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("interpreter.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");
        Builtins_ = Modules.Import("builtins");
        Want = new PyList<Any>(Str.Split("abiflags addaudithook api_version argv audit base_exec_prefix base_prefix builtin_module_names byteorder call_tracing copyright displayhook dont_write_bytecode exc_info excepthook exception exec_prefix executable exit flags float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdefaultencoding getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof getswitchinterval gettrace hash_info hexversion implementation int_info intern is_finalizing last_exc maxsize maxunicode meta_path modules orig_argv path path_hooks path_importer_cache platform platlibdir prefix ps1 pycache_prefix set_asyncgen_hooks set_int_max_str_digits setprofile setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names stdout thread_info unraisablehook version version_info warnoptions __excepthook__ __displayhook__ __stdout__").Select(item => (Any)item));
        Print(new PyList<Any>(Want.Where(n => HasAttr(Sys, n))));
        Print(Sys.Get("version_info"), Operators.Compare(Comparison.GtE, Sys.Get("version_info"), Generic.ToAny(((PyInt)3, (PyInt)8))), Sys.Get("version_info")[new PySlice(Any.None, 2, Any.None)], Sys.Get("hexversion"), Sys.Get("float_info").Get("max"), Sys.Get("float_info").Get("epsilon"), Sys.Get("float_info"));
        Print(Sys.Get("int_info"), Sys.Get("hash_info"), Sys.Get("flags").Get("optimize"), Sys.Get("byteorder"), (PyInt)long.MaxValue, 1114111, Sys.Get("implementation").Get("name"), Sys.Get("implementation").Get("cache_tag"), Sys.Get("float_repr_style"), Sys.Get("api_version"));
        Print(Sys.Get("version").Invoke("split")[0], Sys.Get("copyright").Invoke("split", "\n")[0], Sys.Get("platform"), Len(Sys.Get("argv")), HasAttr(Sys, "thread_info") ? Sys.Get("thread_info").Get("name") : "");
        foreach (var item2 in new Any[] { new PyFunction("<lambda>", "", () => Sys.Get("setrecursionlimit").Call(-1)), new PyFunction("<lambda>", "", () => Sys.Get("set_int_max_str_digits").Call(5)), new PyFunction("<lambda>", "", () => Sys.Get("set_int_max_str_digits").Call(640)), new PyFunction("<lambda>", "", () => (Any)ToStr(PyInt.Pow((PyInt)10, 700))), new PyFunction("<lambda>", "", () => (Any)PyInt.Parse(Str.Repeat("1", 700))), new PyFunction("<lambda>", "", () => Sys.Get("set_int_max_str_digits").Call(0)), new PyFunction("<lambda>", "", () => (Any)Len(ToStr(PyInt.Pow((PyInt)10, 5000)))), new PyFunction("<lambda>", "", () => Sys.Get("get_int_max_str_digits").Call()), new PyFunction("<lambda>", "", () => Sys.Get("intern").Call(5)), new PyFunction("<lambda>", "", () => Sys.Get("getsizeof").Call(Builtins.Get("object"))), new PyFunction("<lambda>", "", () => Sys.Get("setswitchinterval").Call(0.01)), new PyFunction("<lambda>", "", () => Sys.Get("getswitchinterval").Call()), new PyFunction("<lambda>", "", () => Sys.Get("exc_info").Call()), new PyFunction("<lambda>", "", () => Sys.Get("getfilesystemencodeerrors").Call()) })
        {
            F_ = item2;
            try
            {
                Print(!F_.IsNone ? F_.Call() : 0);
            }
            catch (BaseException caught)
            {
                E = caught;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }
        Sys.Get("set_int_max_str_digits").Call(4300);
        foreach (var item3 in new Any[] { 0, 1, PyInt.Pow((PyInt)2, 30), PyInt.Pow((PyInt)2, 100), "", "abc", "é", "ā", "😀", PyBytes.FromLatin1(""), PyBytes.FromLatin1("ab"), PyTuple.Of(), PyTuple.Of(1, 2), (PyList<Any>)[], (PyList<Any>)[1], new PyDict<Any, Any>(), new PyDict<Any, Any> { [1] = 2 }, new PySet<Any>(), 1.5, Any.None, true, Builtins.Get("object").Call(), Sequences.Range(3), Builtins.Get("frozenset").Call() })
        {
            O = item3;
            Print(Str.Slice(Repr(O), 0, 20), Sys.Get("getsizeof").Call(O));
        }
        Sys.Get("displayhook").Call(Any.None);
        Sys.Get("displayhook").Call((PyList<Any>)[1, 2]);
        Print(Builtins_.Get("_"));
        try
        {
            _ = (PyInt)1 / 0;
        }
        catch (ZeroDivisionError caught2)
        {
            using var handling = Handling.Of(caught2);
            var items = Operators.Unpack(Sys.Get("exc_info").Call(), 3);
            T = items[0];
            V = items[1];
            Tb = items[2];
            Print(T, V, Sys.Get("exception").Call());
        }
        Print(Operators.Is(Sys.Get("modules")["sys"], Sys), Sys.Get("getdefaultencoding").Call(), Sys.Get("stdout").Get("encoding"), Sys.Get("stdlib_module_names").Contains("json"), Operators.Compare(Comparison.NotEq, Sys.Get("executable"), ""), Sys.Get("warnoptions"));
        Sys.Set("excepthook", new PyFunction("<lambda>", "t, v, tb", (Any t, Any v, Any tb) => Functions.None(() => Print("hook", t.Get("__name__"), v))));
        Print([1, 2], sep: "-", end: "|\n", file: Sys.Get("stdout"), flush: true);
        foreach (var item4 in new Any[] { new PyFunction("<lambda>", "", () => Functions.None(() => Print([], sep: 1))), new PyFunction("<lambda>", "", () => Functions.None(() => Print([], end: 2))), new PyFunction("<lambda>", "", () => Functions.None(() => Print([], file: 3))), new PyFunction("<lambda>", "", () => Builtins.Get("print").Call(new Arguments { { "foo", 1 } })) })
        {
            Bad = item4;
            try
            {
                Bad.Call();
            }
            catch (PyException caught3)
            {
                E = caught3;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }
        throw new ValueError("end");
    }
}
