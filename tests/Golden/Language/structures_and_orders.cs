using System;
using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace StructuresAndOrders;

/// <summary>Structures with named fields, dicts that know an order, modules as objects, and what truth cannot be told of.</summary>
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

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any Collections
    {
        get
        {
            return Definition.Load("collections");
        }
        set
        {
            Definition.Store("collections", value);
        }
    }

    internal static Any Copy
    {
        get
        {
            return Definition.Load("copy");
        }
        set
        {
            Definition.Store("copy", value);
        }
    }

    internal static Any Pickle
    {
        get
        {
            return Definition.Load("pickle");
        }
        set
        {
            Definition.Store("pickle", value);
        }
    }

    internal static Any Time
    {
        get
        {
            return Definition.Load("time");
        }
        set
        {
            Definition.Store("time", value);
        }
    }

    internal static Any Types
    {
        get
        {
            return Definition.Load("types");
        }
        set
        {
            Definition.Store("types", value);
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

    internal static Any Tried
    {
        get
        {
            return Definition.Load("tried");
        }
        set
        {
            Definition.Store("tried", value);
        }
    }

    internal static Any Stamp
    {
        get
        {
            return Definition.Load("stamp");
        }
        set
        {
            Definition.Store("stamp", value);
        }
    }

    internal static Any Derived
    {
        get
        {
            return Definition.Load("Derived");
        }
        set
        {
            Definition.Store("Derived", value);
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

    internal static Any Module_
    {
        get
        {
            return Definition.Load("module");
        }
        set
        {
            Definition.Store("module", value);
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

    internal static PyDict<Any, Any> Names_
    {
        get
        {
            return Definition.Load("names").As<PyDict<Any, Any>>();
        }
        set
        {
            Definition.Store("names", value);
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

    internal static Any Last
    {
        get
        {
            return Definition.Load("last");
        }
        set
        {
            Definition.Store("last", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "structures_and_orders.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("structures_and_orders.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Collections = Modules.Import("collections");
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");
        Time = Modules.Import("time");
        Types = Modules.Import("types");
        Warnings = Modules.Import("warnings");

        void TriedCore(Any function, PyTuple arguments, PyDict<Any, Any> named)
        {
            try
            {
                Print(function.Call(new Arguments { new Star(arguments), new StarStar(named) }));
            }
            catch (BaseException error) when (error is TypeError || error is ValueError || error is KeyError || error is AttributeError || error is DeprecationWarning)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        Tried = new PyFunction("tried", "function, *arguments, **named", (Any[] a) => TriedCore(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));

        Stamp = Time.Invoke("struct_time", "1234567890");
        Print(Stamp.Get("tm_zone"), Stamp[new PySlice(Any.None, 2, Any.None)], Copy.Invoke("replace", new Arguments { Stamp, { "tm_year", "x" } }).Get("tm_year"), Pickle.Invoke("loads", Pickle.Invoke("dumps", Stamp)).Get("tm_zone"), Operators.Compare(Comparison.Eq, Copy.Invoke("copy", Stamp), Stamp));
        Tried.Call(Time.Get("struct_time"), "123");
        Tried.Call(Time.Get("struct_time"), "123456789", new PyDict<Any, Any> { ["tm_zone"] = 1 });
        Tried.Call(new Arguments { Time.Get("struct_time"), "123456789", { "dict", new PyDict<Any, Any> { ["other"] = 1 } } });
        Tried.Call(Time.Get("struct_time"), Any.None);
        Tried.Call(new Arguments { Copy.Get("replace"), Stamp, { "other", 1 } });

        Derived = ClassBuilder.Build("Derived", "Derived", "__main__", new Arguments { Collections.Get("OrderedDict") }, ns =>
        {
            ns["__doc__"] = "Keeps its class where it is merged.";
        });

        Ordered = Collections.Invoke("OrderedDict", new Arguments { { "a", 1 }, { "b", 2 } });
        Ordered.Set("note", "kept");
        Print(Ordered.Invoke("pop", "a"), Ordered.Invoke("pop", new Arguments { "q", { "default", 9 } }), Ordered.Invoke("setdefault", new Arguments { "z", { "default", 3 } }), Collections.Get("OrderedDict").Invoke("fromkeys", new Arguments { "ab", { "value", 1 } }), Copy.Invoke("copy", Ordered).Get("note"));
        Tried.Call(Ordered.Get("pop"), "q");
        Ordered.SetItem("me", Ordered);
        Print(Ordered);
        Print(PyType.Of(Derived.Call(new Arguments { { "a", 1 } }) | new PyDict<Any, Any> { ["b"] = 2 }).Name, PyType.Of((Any)new PyDict<Any, Any> { ["b"] = 2 } | Derived.Call(new Arguments { { "a", 1 } })).Name, (Any)new PyDict<Any, Any> { ["b"] = 2 } | Derived.Call(new Arguments { { "a", 1 } }));
        Print(Operators.Compare(Comparison.Eq, Collections.Invoke("OrderedDict", new Arguments { { "a", 1 }, { "b", 2 } }), Collections.Invoke("OrderedDict", new Arguments { { "b", 2 }, { "a", 1 } })), Operators.Compare(Comparison.Eq, Collections.Invoke("OrderedDict", new Arguments { { "a", 1 }, { "b", 2 } }), new PyDict<string, PyInt> { ["b"] = 2, ["a"] = 1 }));

        Module_ = Types.Invoke("ModuleType", "foo");
        Print(Module_, Module_.Get("__annotations__"), Sequences.Sorted(Sequences.Of(Builtins.Get("dir").Call(Module_))));
        Module_.Set("__file__", "foo.py");
        Print(Module_);
        Module_.Delete("__name__");
        Print(Module_);
        Module_.Set("__dir__", new PyFunction("<lambda>", "", () => (Any)(PyList<Any>)["b", "a"]));
        Print(Builtins.Get("dir").Call(Module_));
        Module_.Set("__dir__", 3);
        Tried.Call(Builtins.Get("dir"), Module_);

        var manager = Context.Of(Warnings.Invoke("catch_warnings", new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            Caught = entered;
            Warnings.Invoke("simplefilter", "always");
            Print(Any.NotImplemented.Truth, !Any.NotImplemented.Truth);
            Print(new PyList<string>(Sequences.Of(Caught).Select(w => ToStr(w.Get("message")))));
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
        var manager2 = Context.Of(Warnings.Invoke("catch_warnings"));
        manager2.Enter();
        try
        {
            Warnings.Invoke("simplefilter", "error");
            Tried.Call(Builtins.Get("bool"), Any.NotImplemented);
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

        Names_ = new PyDict<Any, Any> { ["__name__"] = "text", ["__file__"] = "text" };
        Evaluation.Exec(Evaluation.CompileFunction.Call("\nimport sys\ndef f(a, b=3):\n    c = a + b\n    frame = sys._getframe()\n    return sorted(frame.f_locals), frame.f_lineno, frame.f_globals['__name__']\ndef g():\n    return f(1)\ndef fails(q):\n    w = q\n    return 1 / 0\n", "<text>", "exec"), Names_);
        Print(Names_.At((Any)"g").Call());
        try
        {
            Names_.At((Any)"fails").Call(5);
        }
        catch (ZeroDivisionError caught)
        {
            Error = caught;
            using var handling = Handling.Of(caught);
            Last = Error.Get("__traceback__");
            while (Last.Get("tb_next").Truth)
            {
                Last = Last.Get("tb_next");
            }
            Print(Last.Get("tb_frame").Get("f_locals"), Last.Get("tb_lineno"), Last.Get("tb_frame").Get("f_code").Get("co_filename"));
            Error = Any.Unbound;
        }
    }
}
