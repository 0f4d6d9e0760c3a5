using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SourceTextErrors;

/// <summary>Source text that is no Python, or fails: exceptions, their places, tracebacks.</summary>
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

    internal static Any Traceback_
    {
        get
        {
            return Definition.Load("traceback");
        }
        set
        {
            Definition.Store("traceback", value);
        }
    }

    internal static string Mode
    {
        get
        {
            return Definition.Load("mode").As<string>();
        }
        set
        {
            Definition.Store("mode", value);
        }
    }

    internal static string Text
    {
        get
        {
            return Definition.Load("text").As<string>();
        }
        set
        {
            Definition.Store("text", value);
        }
    }

    internal static Any E
    {
        get
        {
            return Definition.Load("e");
        }
        set
        {
            Definition.Store("e", value);
        }
    }

    internal static Any Call_
    {
        get
        {
            return Definition.Load("call");
        }
        set
        {
            Definition.Store("call", value);
        }
    }

    internal static Any Converted
    {
        get
        {
            return Definition.Load("converted");
        }
        set
        {
            Definition.Store("converted", value);
        }
    }

    internal static string Source_
    {
        get
        {
            return Definition.Load("source").As<string>();
        }
        set
        {
            Definition.Store("source", value);
        }
    }

    internal static Any Show
    {
        get
        {
            return Definition.Load("show");
        }
        set
        {
            Definition.Store("show", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "source_text_errors.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("source_text_errors.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Traceback_ = Modules.Import("traceback");

        foreach (var item in (PyList<(string, string)>)[("exec", "x = = 1"), ("exec", "if 1:\nx"), ("exec", "return 1"), ("exec", "def f(x):\n global x"), ("exec", "a b\n"), ("exec", "print 1"), ("exec", "nonlocal x"), ("exec", "break"), ("exec", "f(a=1, 2)"), ("exec", "(1, 2) += 3"), ("exec", "'abc"), ("exec", "x = ("), ("eval", "x = 1"), ("eval", ""), ("eval", "1\n2"), ("eval", "import x"), ("eval", "x; y"), ("eval", "1 +"), ("eval", "*a"), ("eval", "(yield)"), ("single", "1\n2")])
        {
            (Mode, Text) = item;
            try
            {
                Evaluation.CompileFunction.Call(Text, "<string>", Mode);
            }
            catch (SyntaxError caught)
            {
                E = caught;
                using var handling = Handling.Of(caught);
                Print(Mode, Repr(Text), PyType.Of(E).Name, E.Get("args"), E.Get("lineno"), E.Get("offset"));
                E = Any.Unbound;
            }
        }

        foreach (var item2 in new Any[] { new PyFunction("<lambda>", "", () => Evaluation.CompileFunction.Call("x", "f", "bad")), new PyFunction("<lambda>", "", () => Evaluation.CompileFunction.Call(1, "f", "exec")), new PyFunction("<lambda>", "", () => Evaluation.Eval(1, (Any)Definition.Namespace, (Any)Names.Locals())), new PyFunction("<lambda>", "", () => Evaluation.Exec(1, (Any)Definition.Namespace, (Any)Names.Locals())), new PyFunction("<lambda>", "", () => Evaluation.Exec("x", 1)), new PyFunction("<lambda>", "", () => Evaluation.Exec("x", new PyDict<Any, Any>(), 1)), new PyFunction("<lambda>", "", () => Evaluation.Eval("x", 1)), new PyFunction("<lambda>", "", () => Evaluation.Eval("x", new PyDict<Any, Any>(), 1)), new PyFunction("<lambda>", "", () => Evaluation.Exec("x\0", (Any)Definition.Namespace, (Any)Names.Locals())), new PyFunction("<lambda>", "", () => Evaluation.Eval("undefined_name", (Any)Definition.Namespace, (Any)Names.Locals())) })
        {
            Call_ = item2;
            try
            {
                Call_.Call();
            }
            catch (PyException caught2)
            {
                E = caught2;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }

        Any ConvertedCore(Any f)
        {
            return f.Call(0);
        }
        Converted = new PyFunction("converted", "f", (Any f) => ConvertedCore(f));

        Source_ = "\ndef divide(a, b):\n    return a / b\n\ndef outer(n):\n    try:\n        return [divide(n, i) for i in (1, 0)]\n    finally:\n        print(\"left\")\n\ndef through(n):\n    return converted(lambda z: outer(n))\n\nclass Failing:\n    value = divide(1, 2)\n    def __enter__(self): return self\n    def __exit__(self, *a): raise KeyError(\"exit\")\n";
        Evaluation.Exec(Source_, (Any)Definition.Namespace);

        void ShowCore(Any text)
        {
            try
            {
                Evaluation.Exec(text, (Any)Definition.Namespace, (Any)Names.Locals(("text", text)));
            }
            catch (PyException caught3)
            {
                using var handling = Handling.Of(caught3);
                Print(Str.JoinAny("", Generator.Of("<genexpr>", "show.<locals>.<genexpr>", Sequences.Of(Traceback_.Invoke("format_exc").Invoke("splitlines", true)).Where(line => !line.Contains("source_text_errors") && !line.Invoke("lstrip", "|").Invoke("startswith", "    ").Truth && !line.Invoke("startswith", "  |     ").Truth))));
            }
        }
        Show = new PyFunction("show", "text", (Any text) => ShowCore(text));

        Show.Call("outer(1)");
        Show.Call("through(2)");
        Show.Call("with Failing():\n    divide(1, 0)");
        Show.Call("try:\n    int('x')\nexcept ValueError as e:\n    raise RuntimeError('again') from e");
        Show.Call("def gen():\n    yield 1\n    raise ValueError('in generator')\nprint(next(g := gen()))\nnext(g)");
        Show.Call("def deep(n):\n    return deep(n + 1)\ntry:\n    deep(0)\nexcept RecursionError as e:\n    print(e)");
        Show.Call("raise ExceptionGroup('several', [ValueError(1), TypeError(2)])");
        Show.Call("x: int = 'a'\nassert x == 'b', 'different'");
    }
}
