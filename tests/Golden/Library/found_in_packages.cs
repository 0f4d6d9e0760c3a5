using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FoundInPackages;

using static Module;

public class Recursive : PyObject
{
    public Recursive(Any touches)
    {
        Touches = touches;
    }

    public Any Touches { get; set; }

    public PyInt ComputeHash()
    {
        return Hash(Touches);
    }

    public Any EqualTo(Any other)
    {
        if (Touches.Truth)
        {
            Touch(this);
        }
        return Operators.Compare(Comparison.Eq, Touches, other.Get("touches"));
    }

    public static readonly PyType Type = PyType.Emitted("Recursive", "__main__")
        .Constructor("touches", a => new Recursive(a[0]))
        .Field("touches", self => self.As<Recursive>().Touches, (self, value) => self.As<Recursive>().Touches = value)
        .Method("__hash__", self => self.As<Recursive>().ComputeHash())
        .Method("__eq__", "self, other", (self, other) => self.As<Recursive>().EqualTo(other));
    public override PyType Class => Type;
}

/// <summary>What test suites of well-known packages ask of the library.</summary>
public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any Codecs
    {
        get
        {
            return Definition.Load("codecs");
        }
        set
        {
            Definition.Store("codecs", value);
        }
    }

    internal static Any Doctest
    {
        get
        {
            return Definition.Load("doctest");
        }
        set
        {
            Definition.Store("doctest", value);
        }
    }

    internal static Any Html
    {
        get
        {
            return Definition.Load("html");
        }
        set
        {
            Definition.Store("html", value);
        }
    }

    internal static Any Importlib
    {
        get
        {
            return Definition.Load("importlib");
        }
        set
        {
            Definition.Store("importlib", value);
        }
    }

    internal static Any Inspect
    {
        get
        {
            return Definition.Load("inspect");
        }
        set
        {
            Definition.Store("inspect", value);
        }
    }

    internal static Any Io
    {
        get
        {
            return Definition.Load("io");
        }
        set
        {
            Definition.Store("io", value);
        }
    }

    internal static Any Re
    {
        get
        {
            return Definition.Load("re");
        }
        set
        {
            Definition.Store("re", value);
        }
    }

    internal static Any Socket
    {
        get
        {
            return Definition.Load("socket");
        }
        set
        {
            Definition.Store("socket", value);
        }
    }

    internal static Any Warnings
    {
        get
        {
            return Definition.Load("warnings");
        }
        set
        {
            Definition.Store("warnings", value);
        }
    }

    internal static Any Counter
    {
        get
        {
            return Definition.Load("Counter");
        }
        set
        {
            Definition.Store("Counter", value);
        }
    }

    internal static Any OrderedDict
    {
        get
        {
            return Definition.Load("OrderedDict");
        }
        set
        {
            Definition.Store("OrderedDict", value);
        }
    }

    internal static Any Defaultdict
    {
        get
        {
            return Definition.Load("defaultdict");
        }
        set
        {
            Definition.Store("defaultdict", value);
        }
    }

    internal static Any Callable_
    {
        get
        {
            return Definition.Load("callable_");
        }
        set
        {
            Definition.Store("callable_", value);
        }
    }

    internal static Any Ordered
    {
        get
        {
            return Definition.Load("ordered");
        }
        set
        {
            Definition.Store("ordered", value);
        }
    }

    internal static Any Turned
    {
        get
        {
            return Definition.Load("turned");
        }
        set
        {
            Definition.Store("turned", value);
        }
    }

    internal static Any Other
    {
        get
        {
            return Definition.Load("other");
        }
        set
        {
            Definition.Store("other", value);
        }
    }

    internal static Any Touched
    {
        get
        {
            return Definition.Load("touched");
        }
        set
        {
            Definition.Store("touched", value);
        }
    }

    internal static Recursive Key
    {
        get
        {
            return Definition.Load("key").As<Recursive>();
        }
        set
        {
            Definition.Store("key", value);
        }
    }

    internal static Any Recoded
    {
        get
        {
            return Definition.Load("recoded");
        }
        set
        {
            Definition.Store("recoded", value);
        }
    }

    internal static Any Near
    {
        get
        {
            return Definition.Load("near");
        }
        set
        {
            Definition.Store("near", value);
        }
    }

    internal static Any Far
    {
        get
        {
            return Definition.Load("far");
        }
        set
        {
            Definition.Store("far", value);
        }
    }

    internal static Any Action
    {
        get
        {
            return Definition.Load("action");
        }
        set
        {
            Definition.Store("action", value);
        }
    }

    internal static Any Error
    {
        get
        {
            return Definition.Load("error");
        }
        set
        {
            Definition.Store("error", value);
        }
    }

    internal static Any Caught
    {
        get
        {
            return Definition.Load("caught");
        }
        set
        {
            Definition.Store("caught", value);
        }
    }

    internal static string TestIncreased
    {
        get
        {
            return Definition.Load("test_increased").As<string>();
        }
        set
        {
            Definition.Store("test_increased", value);
        }
    }

    internal static string OtherText
    {
        get
        {
            return Definition.Load("other_text").As<string>();
        }
        set
        {
            Definition.Store("other_text", value);
        }
    }

    internal static Any Test
    {
        get
        {
            return Definition.Load("__test__");
        }
        set
        {
            Definition.Store("__test__", value);
        }
    }

    internal static Any DoctestIncreased
    {
        get
        {
            return Definition.Load("_doctest_increased");
        }
        set
        {
            Definition.Store("_doctest_increased", value);
        }
    }

    internal static Any DoctestTestTestIncreased
    {
        get
        {
            return Definition.Load("_doctest___test___test_increased");
        }
        set
        {
            Definition.Store("_doctest___test___test_increased", value);
        }
    }

    internal static Any DoctestTestOtherText
    {
        get
        {
            return Definition.Load("_doctest___test___other_text");
        }
        set
        {
            Definition.Store("_doctest___test___other_text", value);
        }
    }

    internal static Any Doctests
    {
        get
        {
            return Definition.Load("_doctests");
        }
        set
        {
            Definition.Store("_doctests", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "found_in_packages.py", Run)
        .Member("shown", () => ShownFunction)
        .Member("Recursive", () => Recursive.Type)
        .Member("touch", () => TouchFunction)
        .Member("increased", () => IncreasedFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("found_in_packages.py", args, Definition);

    public static string Shown(Any callable)
    {
        try
        {
            return ToStr(Inspect.Get("signature").Call(callable));
        }
        catch (ValueError error)
        {
            using var handling = Handling.Of(error);
            return Str.Split(Str.Split(ToStr(error), " for ")[0], "> ")[-1];
        }
    }

    public static void Touch(Any key)
    {
        try
        {
            Touched.Invoke("move_to_end", key);
        }
        catch (KeyError caught)
        {
            using var handling = Handling.Of(caught);
            Touched.SetItem(key, 1);
        }
    }

    /// <summary>
    /// &gt;&gt;&gt; increased(1)  # doctest: +SKIP
    /// 3
    /// </summary>
    public static Any Increased(Any x)
    {
        return x + 1;
    }

    public static void DoctestIncreasedCore(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Increased(1));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestTestTestIncreasedCore(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Increased(1));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestTestOtherTextCore(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Increased(1));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static PyList<Any> DoctestsCore()
    {
        return (PyList<Any>)[PyTuple.Of("", 0, "What test suites of well-known packages ask of the library.", Any.None), PyTuple.Of("shown", Any.None, "", Any.None), PyTuple.Of("Recursive", Any.None, "", Any.None), PyTuple.Of("Recursive.__init__", Any.None, "", Any.None), PyTuple.Of("Recursive.__hash__", Any.None, "", Any.None), PyTuple.Of("Recursive.__eq__", Any.None, "", Any.None), PyTuple.Of("touch", Any.None, "", Any.None), PyTuple.Of("increased", 81, "\n>>> increased(1)  # doctest: +SKIP\n3\n", Names.Global(DoctestIncreased, "_doctest_increased")), ..(Names.Global(Test, "__test__").Invoke("get", "test_increased") == "\n    >>> increased(1)\n    2\n" ? (PyList<(string, Any, string, Any)>)[("__test__.test_increased", Any.None, "\n    >>> increased(1)\n    2\n", Names.Global(DoctestTestTestIncreased, "_doctest___test___test_increased"))] : (PyList<(string, Any, string, Any)>)[]).Select(item => Generic.ToAny(item)), ..(Names.Global(Test, "__test__").Invoke("get", "other_text") == "\n    >>> increased(1)\n    7\n" ? (PyList<(string, Any, string, Any)>)[("__test__.other_text", Any.None, "\n    >>> increased(1)\n    7\n", Names.Global(DoctestTestOtherText, "_doctest___test___other_text"))] : (PyList<(string, Any, string, Any)>)[]).Select(item2 => Generic.ToAny(item2))];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Definition.Store("codecs", Modules.Import("codecs"));
        Definition.Store("doctest", Modules.Import("doctest"));
        Definition.Store("html", Modules.Import("html"));
        Definition.Store("importlib", Modules.Import("importlib"));
        Definition.Store("inspect", Modules.Import("inspect"));
        Definition.Store("io", Modules.Import("io"));
        Definition.Store("re", Modules.Import("re"));
        Definition.Store("socket", Modules.Import("socket"));
        Definition.Store("warnings", Modules.Import("warnings"));
        Definition.Store("Counter", Modules.ImportFrom("collections", "Counter"));
        Definition.Store("OrderedDict", Modules.ImportFrom("collections", "OrderedDict"));
        Definition.Store("defaultdict", Modules.ImportFrom("collections", "defaultdict"));

        Definition.Store("shown", ShownFunction);

        foreach (var item in new Any[] { Builtins.Get("map"), Builtins.Get("dict"), Builtins.Get("max"), Builtins.Get("abs"), Builtins.Get("sorted"), ((Any)(PyList<Any>)[]).Get("append"), Builtins.Get("list").Get("append"), Builtins.Get("str").Get("split"), ((Any)"").Get("join"), Builtins.Get("int").Get("to_bytes"), Builtins.Get("property"), PyException.Type, OrderedDict.Get("move_to_end"), Re.Get("sub") })
        {
            Callable_ = item;
            Print(Callable_.Get("__name__"), Shown(Callable_));
        }

        Ordered = OrderedDict.Call((PyList<Any>)[PyTuple.Of(1, "a"), PyTuple.Of("x", "b")]);
        Turned = OrderedDict.Call((PyList<Any>)[PyTuple.Of("x", "b"), PyTuple.Of(1, "a")]);
        foreach (var item2 in new Any[] { Ordered, Turned, Builtins.Get("dict").Call(Ordered), Defaultdict.Call(Builtins.Get("int"), Ordered), new PyCounter<PyInt>(new PyDict<PyInt, PyInt> { [1] = 2 }) })
        {
            Other = item2;
            Print(Operators.Compare(Comparison.Eq, Ordered.Invoke("keys"), Other.Invoke("keys")), Operators.Compare(Comparison.Eq, Ordered.Invoke("items"), Other.Invoke("items")), Operators.Compare(Comparison.LtE, Ordered.Invoke("keys"), Other.Invoke("keys")), Operators.Compare(Comparison.Eq, Ordered.Invoke("keys") ^ Other.Invoke("keys"), new PySet<Any>()));
        }
        Ordered.Invoke("move_to_end", 1.0);
        Print(Ordered);

        Definition.Store("Recursive", Recursive.Type);

        Touched = OrderedDict.Call();

        Definition.Store("touch", TouchFunction);

        foreach (var item3 in new Recursive[] { new Recursive(false), new Recursive(true), new Recursive(true) })
        {
            Key = item3;
            Touch(Key);
        }
        Print(Len(Touched));

        var manager = Context.Of(Codecs.Get("EncodedFile").Call(Io.Get("BytesIO").Call(), "utf-8", "latin-1"));
        Any entered = manager.Enter();
        try
        {
            Recoded = entered;
            Recoded.Invoke("write", Str.Encode("äö"));
            Print(Recoded.Get("stream").Invoke("getvalue"));
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(Str.Encode(Chr(228), "charmap"), Re.Get("compile").Call(PyBytes.FromLatin1("a")).Invoke("sub", "x", PyBytes.FromLatin1("none")), Html.Get("unescape").Call("&lt;"));

        var items = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
        Near = items[0];
        Far = items[1];
        Near.Invoke("close");
        Far.Invoke("close");
        foreach (var item4 in new Any[] { new PyFunction("<lambda>", "", () => Near.Invoke("settimeout", 1)), new PyFunction("<lambda>", "", () => Near.Invoke("recv", 1)), new PyFunction("<lambda>", "", () => Socket.Get("inet_pton").Call(Socket.Get("AF_INET"), "1.2.3")), new PyFunction("<lambda>", "", () => Socket.Get("inet_aton").Call("none")) })
        {
            Action = item4;
            try
            {
                Action.Call();
            }
            catch (OSError caught)
            {
                Error = caught;
                Print(Error);
                Error = Any.Unbound;
            }
        }
        Print(Socket.Get("inet_pton").Call(Socket.Get("AF_INET6"), "::1")[-1], Socket.Get("inet_ntop").Call(Socket.Get("AF_INET"), PyBytes.FromLatin1("\u007F\0\0\u0001")));

        Print(Builtins.Get("__import__").Call("concurrent.futures").Get("__name__"), Operators.Is(Importlib.Get("reload").Call(Html), Html));
        var manager2 = Context.Of(Warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered2 = manager2.Enter();
        try
        {
            Caught = entered2;
            Warnings.Get("filterwarnings").Call(new Arguments { "error", { "module", "elsewhere" } });
            Warnings.Get("warn").Call("here", UserWarning.Type);
            Print(new PyList<string>(Sequences.Of(Caught).Select(w => ToStr(w.Get("message")))));
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }

        Definition.Store("increased", IncreasedFunction);

        TestIncreased = "\n    >>> increased(1)\n    2\n";
        OtherText = "\n    >>> increased(1)\n    7\n";
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item5 in source)
            {
                var items2 = Operators.Unpack(item5, 2);
                Any name = items2[0];
                Any value = items2[1];
                if (name.Invoke("startswith", "test_").Truth)
                {
                    yield return (name, value);
                }
            }
        }
        Test = new PyDict<Any, Any>(Items(Sequences.Of(((Any)Definition.Namespace).Invoke("items"))));
        DoctestIncreased = DoctestIncreasedCoreFunction;
        DoctestTestTestIncreased = DoctestTestTestIncreasedCoreFunction;
        DoctestTestOtherText = DoctestTestOtherTextCoreFunction;
        Doctests = DoctestsCoreFunction;

        if (Name == "__main__")
        {
            Print(Doctest.Get("testmod").Call());
        }
    }

    public static readonly Any ShownFunction = new PyFunction("shown", "callable_", (Any callable) => Shown(callable));
    public static readonly Any TouchFunction = new PyFunction("touch", "key", (Any key) => Touch(key));
    public static readonly Any IncreasedFunction = new PyFunction("increased", "x", (Any x) => Increased(x)) { Doc = "\n>>> increased(1)  # doctest: +SKIP\n3\n" };
    public static readonly Any DoctestIncreasedCoreFunction = new PyFunction("_doctest_increased", "run", (Any run) => DoctestIncreasedCore(run));
    public static readonly Any DoctestTestTestIncreasedCoreFunction = new PyFunction("_doctest___test___test_increased", "run", (Any run) => DoctestTestTestIncreasedCore(run));
    public static readonly Any DoctestTestOtherTextCoreFunction = new PyFunction("_doctest___test___other_text", "run", (Any run) => DoctestTestOtherTextCore(run));
    public static readonly Any DoctestsCoreFunction = new PyFunction("_doctests", "", () => DoctestsCore());
}
