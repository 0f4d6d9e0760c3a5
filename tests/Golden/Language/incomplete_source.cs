using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace IncompleteSource;

public static class Module
{
    internal static PyInt KeepsBlocksOpen;
    internal static PyInt TellsIncomplete;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("incomplete_source.py", args, Run);

    public static string State(string text, string mode = "single")
    {
        PyInt flags = KeepsBlocksOpen | TellsIncomplete;
        try
        {
            Evaluation.CompileFunction.Call(new Arguments { text, "<input>", mode, flags });
            return "complete";
        }
        catch (SyntaxError)
        {
        }
        try
        {
            Evaluation.CompileFunction.Call(new Arguments { text + "\n", "<input>", mode, flags });
            return "wants more";
        }
        catch (BaseException caught)
        {
            using var handling = Handling.Of(caught);
            if (Except.Matches(caught, Builtins.Get("_IncompleteInputError")))
            {
                return "wants more";
            }
            else if (caught is SyntaxError)
            {
                SyntaxError error = ((Any)caught).As<SyntaxError>();
                using var handling2 = Handling.Of(caught);
                return F($"{PyType.Of(error).Name}: {((Any)error).Get("msg")}");
            }
            else
            {
                throw;
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Source text that more text may complete is told from text that is wrong; equal code is equal.
        (KeepsBlocksOpen, TellsIncomplete) = (512, 16384);

        foreach (var text in (PyList<string>)["a = 1", "def f():\n  pass\n", "if 1:\n pass", "if 1:\n pass\n if 2:\n  pass\n else:\n", "(a **", "a = '''xy", "a = 'b\\", "a b", "x = f\"\"\"", "a = (1,\n 2", "for a in b:", "lambda z: \\", "a = 9 +", "class a(b,", "return 2", "try:\n x\nexcept:\n pass\n", "@a.b", "def x():\n\npass\n", "a = 'open", "{1: [2, (3"])
        {
            Print([Repr(text), State(text)], sep: ": ");
        }
        foreach (var text in (PyList<string>)["", "(", "(9 +", "9 +", "lambda z:", "a = 1"])
        {
            Print([Repr(text), State(text, "eval")], sep: ": ");
        }
        try
        {
            Evaluation.CompileFunction.Call(new Arguments { "if 1:\n pass", "file", "single", KeepsBlocksOpen | TellsIncomplete });
        }
        catch (SyntaxError error)
        {
            using var handling = Handling.Of(error);
            Print(Builtins.Get("type").Call(error).Get("__mro__")[new PySlice(Any.None, 2, Any.None)], ((Any)error).Get("msg"), ((Any)error).Get("lineno"), ((Any)error).Get("offset"), Repr(((Any)error).Get("text")));
        }

        IEnumerable<Any> Items(IEnumerable<(string, string)> source)
        {
            foreach (var (text, name) in source)
            {
                yield return Evaluation.CompileFunction.Call(text, name, "eval");
            }
        }
        var items = Operators.Unpack(Generator.Of("<genexpr>", "<genexpr>", Items((PyList<(string, string)>)[("x + 1", "f"), ("x + 1", "g"), ("x + 2", "f")])), 3);
        Any one = items[0];
        Any same = items[1];
        Any other = items[2];
        Print(Operators.Compare(Comparison.Eq, one, same), Hash(one) == Hash(same), Operators.Compare(Comparison.Eq, one, other), Operators.Compare(Comparison.NotEq, one, other), Operators.Compare(Comparison.Eq, one, 1));
    }
}
