using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TreesCompiled;

/// <summary>Syntax trees that a program changes, compiles and runs.</summary>
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

    internal static string Source_
    {
        get
        {
            return Definition.Load("SOURCE").As<string>();
        }
        set
        {
            Definition.Store("SOURCE", value);
        }
    }

    internal static Any Multiply
    {
        get
        {
            return Definition.Load("Multiply");
        }
        set
        {
            Definition.Store("Multiply", value);
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

    internal static Any X
    {
        get
        {
            return Definition.Load("x");
        }
        set
        {
            Definition.Store("x", value);
        }
    }

    internal static Any Stored
    {
        get
        {
            return Definition.Load("stored");
        }
        set
        {
            Definition.Store("stored", value);
        }
    }

    internal static Any One
    {
        get
        {
            return Definition.Load("one");
        }
        set
        {
            Definition.Store("one", value);
        }
    }

    internal static Any Tree
    {
        get
        {
            return Definition.Load("tree");
        }
        set
        {
            Definition.Store("tree", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "trees_compiled.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("trees_compiled.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Ast = Modules.Import("ast");
        Traceback_ = Modules.Import("traceback");

        Source_ = "\nimport math\n\n\ndef f(x, y=2, *rest, k=3, **named):\n    \"\"\"What it does.\"\"\"\n    if x > 1:\n        return x + y\n    return [i for i in range(x + 1)]\n\n\nclass C:\n    z = 1\n\n    @property\n    def p(self):\n        return self.z + 1\n\n\nasync def co():\n    return 5\nprint(f(3), f(1), C().p, f.__doc__, f.__code__.co_firstlineno)\n";

        Multiply = ClassBuilder.Build("Multiply", "Multiply", "__main__", new Arguments { Ast.Get("NodeTransformer") }, ns =>
        {
            ns["__doc__"] = "Makes sums products.";

            Any VisitBinOp(Any self, Any node)
            {
                self.Invoke("generic_visit", node);
                return IsInstance(node.Get("op"), Ast.Get("Add")) ? Ast.Invoke("copy_location", Ast.Invoke("BinOp", node.Get("left"), Ast.Invoke("Mult"), node.Get("right")), node) : node;
            }
            ns["visit_BinOp"] = new PyFunction("Multiply.visit_BinOp", "self, node", (Any self, Any node) => VisitBinOp(self, node));
        });

        void TriedCore(Any tree, Any mode)
        {
            try
            {
                Print(PyType.Of(Evaluation.CompileFunction.Call(Ast.Invoke("fix_missing_locations", tree), "<tree>", mode)).Name);
            }
            catch (BaseException error) when (error is ValueError || error is TypeError)
            {
                using var handling = Handling.Of(error);
                Print(PyType.Of(error).Name, Str.Split(ToStr(error), " object at")[0]);
            }
        }
        Tried = new PyFunction("tried", "tree, mode=", (Any tree, Any mode) => TriedCore(tree, mode), "exec");

        Evaluation.Exec(Evaluation.CompileFunction.Call(Ast.Invoke("parse", Source_), "<before>", "exec"), (Any)Definition.Namespace);
        Evaluation.Exec(Evaluation.CompileFunction.Call(Multiply.Call().Invoke("visit", Ast.Invoke("parse", Source_)), "<after>", "exec"), (Any)Definition.Namespace);
        Print(Evaluation.Eval(Evaluation.CompileFunction.Call(Ast.Invoke("fix_missing_locations", Ast.Invoke("Expression", Ast.Invoke("BinOp", Ast.Invoke("Constant", 2), Ast.Invoke("Pow"), Ast.Invoke("Constant", 10)))), "<made>", "eval"), (Any)Definition.Namespace));
        Evaluation.Exec(Evaluation.CompileFunction.Call(Ast.Invoke("Interactive", Ast.Invoke("parse", "1 + 1\n'a'").Get("body")), "<shown>", "single"), (Any)Definition.Namespace);
        try
        {
            Evaluation.Exec(Evaluation.CompileFunction.Call(Ast.Invoke("parse", "\n\n\ndef g():\n\n    x = 1\n    return x / 0\n\n\ng()"), "<lines>", "exec"), (Any)Definition.Namespace);
        }
        catch (ZeroDivisionError caught)
        {
            Error = caught;
            using var handling = Handling.Of(caught);
            Print(new PyList<(Any, Any)>(Sequences.Of(Traceback_.Invoke("extract_tb", Error.Get("__traceback__"))).Where(f => f.Get("filename") == "<lines>").Select(f => (f.Get("lineno"), f.Get("name")))));
            Error = Any.Unbound;
        }
        (X, Stored, One) = (Ast.Invoke("Name", "x", Ast.Invoke("Load")), Ast.Invoke("Name", "x", Ast.Invoke("Store")), Ast.Invoke("Constant", 1));
        foreach (var item in new Any[] { Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Stored)], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Delete", (PyList<Any>)[])], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Assign", (PyList<Any>)[X], One)], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Assign", (PyList<Any>)[One], One)], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("FunctionDef", "f", Ast.Invoke("arguments"), (PyList<Any>)[])], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Try", new Arguments { (PyList<Any>)[Ast.Invoke("Pass")], (PyList<Any>)[], (PyList<Any>)[], (PyList<Any>)[] })], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Raise", Any.None, One)], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Ast.Invoke("BoolOp", Ast.Invoke("And"), (PyList<Any>)[One]))], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Ast.Invoke("Compare", X, (PyList<Any>)[Ast.Invoke("In")], (PyList<Any>)[]))], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Ast.Invoke("Dict", (PyList<Any>)[One], (PyList<Any>)[]))], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Ast.Invoke("ListComp", X, (PyList<Any>)[]))], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("ImportFrom", "os", (PyList<Any>)[Ast.Invoke("alias", "path")], -1)], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Ast.Invoke("Name", "True", Ast.Invoke("Load")))], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Expr", Ast.Invoke("Constant", (PyList<Any>)[1]))], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Match", X, (PyList<Any>)[Ast.Invoke("match_case", Ast.Invoke("MatchOr", (PyList<Any>)[]), Any.None, (PyList<Any>)[Ast.Invoke("Pass")])])], (PyList<Any>)[]), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Match", X, (PyList<Any>)[Ast.Invoke("match_case", Ast.Invoke("MatchStar", "y"), Any.None, (PyList<Any>)[Ast.Invoke("Pass")])])], (PyList<Any>)[]), Ast.Invoke("Expression", One), Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Global", (PyList<Any>)["a"])], (PyList<Any>)[]) })
        {
            Tree = item;
            Tried.Call(Tree);
        }
        Tried.Call(Ast.Invoke("Module", (PyList<Any>)[], (PyList<Any>)[]), "eval");
        try
        {
            Evaluation.CompileFunction.Call(Ast.Invoke("Module", (PyList<Any>)[Ast.Invoke("Pass")], (PyList<Any>)[]), "<tree>", "exec");
        }
        catch (TypeError caught2)
        {
            Error = caught2;
            Print(Error);
            Error = Any.Unbound;
        }
    }
}
