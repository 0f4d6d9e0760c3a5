using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TracebackOptions;

using static Module;

public class X : PyException
{
    public X(params Any[] args) : base(args)
    {
    }

    public string ToText()
    {
        return "I am X";
    }

    public static new readonly PyType Type = PyType.Emitted("X", "__main__", PyException.Type)
        .Constructor("*args", a => new X(a[0].As<PyTuple>().ToArray()))
        .Method("__str__", self => self.As<X>().ToText());
    protected override PyType NativeClass => Type;
}

public class BadThing : PyObject
{
    public string ToText()
    {
        return "bad str";
    }

    public string Represent()
    {
        return "bad repr";
    }

    public static readonly PyType Type = PyType.Emitted("BadThing", "__main__")
        .Constructor("", _ => new BadThing())
        .Method("__str__", self => self.As<BadThing>().ToText())
        .Method("__repr__", self => self.As<BadThing>().Represent());
    public override PyType Class => Type;
}

public class Unprintable : PyObject
{
    public Any Represent()
    {
        throw new ValueError("bad value");
    }

    public static readonly PyType Type = PyType.Emitted("Unprintable", "__main__")
        .Constructor("", _ => new Unprintable())
        .Method("__repr__", self => self.As<Unprintable>().Represent());
    public override PyType Class => Type;
}

/// <summary>Texts of exceptions: notes, groups and their limits, summaries of classes of the program.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("traceback_options.py", args, Run);

    public static void Func()
    {
        Any somethong = Any.Unbound;
        _ = 3;
        Print(Names.Local(somethong, "somethong"));
        somethong = 3;
    }

    public static void A()
    {
        B();
    }

    public static void B()
    {
        _ = (PyInt)1 / 0;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any e = default;
        Any x = Any.Unbound;
        Any traceback = Modules.Import("traceback");
        try
        {
            Func();
        }
        catch (NameError caught)
        {
            e = caught;
            using var handling = Handling.Of(caught);
            Print(e.Get("name"));
            Print(traceback.Get("format_exception_only").Call(e));
        }
        ((Any)X.Type).Set("__module__", 42);
        Print(traceback.Get("format_exception_only").Call(new X()));
        e = new ValueError(1);
        foreach (var n in new Any[] { new BadThing(), new Unprintable(), (PyList<Any>)[new BadThing(), "Final"], (PyList<Any>)[new Unprintable(), "x"], "abc", Any.None, 3, PyTuple.Of("a", "b") })
        {
            e.Set("__notes__", n);
            Print(traceback.Get("format_exception_only").Call(e));
        }
        try
        {
            traceback.Get("format_exception").Call(ValueError.Type, e);
        }
        catch (ValueError caught2)
        {
            x = caught2;
            using var handling = Handling.Of(caught2);
            Print(x);
            x = Any.Unbound;
        }
        try
        {
            traceback.Get("format_exception").Call(new Arguments { { "exc", e } });
        }
        catch (TypeError caught3)
        {
            x = caught3;
            using var handling = Handling.Of(caught3);
            Print(x);
            x = Any.Unbound;
        }
        Print(traceback.Get("format_exception_only").Call(new Arguments { Builtins.Get("ExceptionGroup").Call("A\n1", (PyList<Any>)[new ValueError("B\n2")]), { "show_group", true } }));
        Any eg = Builtins.Get("ExceptionGroup").Call("eg", (PyList<Any>)[Builtins.Get("ExceptionGroup").Call("eg1", new PyList<Any>(Sequences.Range(3).Select(i => (Any)new ValueError(i)))), Builtins.Get("ExceptionGroup").Call("eg2", new PyList<Any>(Sequences.Range(10).Select(i => (Any)new TypeError(i))))]);
        Print(Str.JoinAny("", traceback.Get("TracebackException").Invoke("from_exception", new Arguments { eg, { "max_group_width", 2 } }).Invoke("format")));
        Print(Str.JoinAny("", traceback.Get("TracebackException").Invoke("from_exception", new Arguments { eg, { "max_group_depth", 1 } }).Invoke("format")));
        Any t = traceback.Get("TracebackException").Invoke("from_exception", new Arguments { e, { "save_exc_type", false } });
        Print(t.Get("exc_type_str"));
        Any warnings = Modules.Import("warnings");
        var manager = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            Any w = entered;
            warnings.Get("simplefilter").Call("always");
            Print(t.Get("exc_type"), traceback.Get("TracebackException").Invoke("from_exception", e).Get("exc_type"));
            Print(w[0].Get("message"));
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
        try
        {
            A();
        }
        catch (ZeroDivisionError caught4)
        {
            e = caught4;
            x = e;
        }
        Any s = traceback.Get("FrameSummary").Call(new Arguments { "f", 1, "dummy", { "lookup_line", false }, { "line", "abc  " } });
        Print(s, s.Get("line"), Operators.Compare(Comparison.Eq, s, Generic.ToAny(("f", (PyInt)1, "dummy", "abc"))), Builtins.Get("tuple").Call(s), s[3], Len(s));
        Any skip = ClassBuilder.Build("Skip", "Skip", "__main__", new Arguments { traceback.Get("StackSummary") }, ns =>
        {
            Any FormatFrameSummary(Any self, Any fs, PyDict<Any, Any> k)
            {
                if (fs.Get("name") == "a")
                {
                    return Any.None;
                }
                return "<" + fs.Get("name") + ">";
            }
            ns["format_frame_summary"] = new PyFunction("Skip.format_frame_summary", "self, fs, **k", (Any[] a) => FormatFrameSummary(a[0], a[1], a[2].As<PyDict<Any, Any>>()));
        });
        Print(PyType.Of(skip.Invoke("extract", traceback.Get("walk_tb").Call(Names.Global(x, "x").Get("__traceback__")))).Name);
    }
}
