using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EvalErrors;

/// <summary>What eval and literal_eval say of texts that are no expressions.</summary>
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

    internal static Any Ast
    {
        get
        {
            return Definition.Load("ast");
        }
        set
        {
            Definition.Store("ast", value);
        }
    }

    internal static string S
    {
        get
        {
            return Definition.Load("s").As<string>();
        }
        set
        {
            Definition.Store("s", value);
        }
    }

    internal static string Name_
    {
        get
        {
            return Definition.Load("name").As<string>();
        }
        set
        {
            Definition.Store("name", value);
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

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "eval_errors.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("eval_errors.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Ast = Modules.Import("ast");
        foreach (var item2 in (PyList<string>)["x = 1", "k=None&1.0=None&2=None", "-1=%D9", "f()=1", "x: int = 3", "1: int", "del x", "import a", "a = 1 = 2", "1 = 2", "(a, b) = 3", "[1, 2] = 3", "x += 1", "1 += 2", "f() += 1", "x if y = 3", "print 1", "lambda: x = 1", "a, b = 1", "*a = 1", "a b = 1", "x = ", "for x in y: pass", "return 1", "yield = 1", "None = 1", "a.b = None = 3", "f(a=1)=2", "f(1=2)", "(x=1)", "{a=1}", "[x=1]", "x == 1 = 2", "x;y", "x\ny", "if", "a=1;b", "pass", "a ? b", "f'{x}' = 1", "x is 1 = 3", "1 if 2 else 3 = 4", "await x = 1", "f(x for x in y = 1)", "a[1] = 2", "print(1", ")", "k=1.0="])
        {
            S = item2;
            foreach (var item in new (string, Any)[] { ("eval", (Any)new PyFunction("<lambda>", "", () => Evaluation.Eval(S, (Any)Definition.Namespace, (Any)Names.Locals()))), ("literal", (Any)new PyFunction("<lambda>", "", () => Ast.Invoke("literal_eval", S))) })
            {
                (Name_, Call_) = item;
                try
                {
                    Call_.Call();
                    Print(Repr(S), Name_, "fine");
                }
                catch (SyntaxError caught)
                {
                    E = caught;
                    using var handling = Handling.Of(caught);
                    Print(Repr(S), Name_, E.Get("msg"), E.Get("lineno"), E.Get("offset"), E.Get("end_offset"), E.Get("text"));
                    E = Any.Unbound;
                }
                catch (PyException caught2)
                {
                    E = caught2;
                    Print(Repr(S), Name_, PyType.Of(E).Name);
                    E = Any.Unbound;
                }
            }
        }
        foreach (var item4 in (PyList<string>)["\u007Fline1\nline2\r\nline3", "0x1fline1\nline2\r\nline3", "½line1\nline2", "it's \"q\"line1\nline2", "a\nb", "a\n\n", "  a", "(a\n", "(a\nb)", "a\n b", "\"\"\"x", "a # c", "# c", "a \\\n + b", "\n", " ", "\t", "a;", "é é", "$", "1_", "0777", "1.e", "b'é'", "f'{'", "a\n)"])
        {
            S = item4;
            foreach (var item3 in new (string, Any)[] { ("eval", (Any)new PyFunction("<lambda>", "", () => Evaluation.Eval(S, (Any)Definition.Namespace, (Any)Names.Locals()))), ("literal", (Any)new PyFunction("<lambda>", "", () => Ast.Invoke("literal_eval", S))) })
            {
                (Name_, Call_) = item3;
                try
                {
                    Call_.Call();
                    Print(Repr(S), Name_, "fine");
                }
                catch (SyntaxError caught3)
                {
                    E = caught3;
                    using var handling = Handling.Of(caught3);
                    Print(Repr(S), Name_, PyType.Of(E).Name, E.Get("msg"), E.Get("lineno"), E.Get("offset"), E.Get("end_lineno"), E.Get("end_offset"), Repr(E.Get("text")));
                    E = Any.Unbound;
                }
                catch (PyException caught4)
                {
                    E = caught4;
                    Print(Repr(S), Name_, PyType.Of(E).Name);
                    E = Any.Unbound;
                }
            }
        }
    }
}
