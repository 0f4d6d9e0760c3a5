using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DoctestSuite;

/// <summary>Doctests as tests of unittest, found in the module that asks.</summary>
/// <remarks>
/// &gt;&gt;&gt; double(4)
/// 8
/// &gt;&gt;&gt; counts = []
/// &gt;&gt;&gt; def note(word):
/// ...     global last
/// ...     last = word
/// ...     counts.append(word)
/// &gt;&gt;&gt; last = "none"
/// &gt;&gt;&gt; note("x")
/// &gt;&gt;&gt; last, counts
/// ('x', ['x'])
/// &gt;&gt;&gt; note
/// &lt;function note at 0x...&gt;
/// &gt;&gt;&gt; print("no newline", end="")
/// no newline
/// </remarks>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("doctest_suite.py");
    internal static Any Doc = "Doctests as tests of unittest, found in the module that asks.\n\n>>> double(4)\n8\n>>> counts = []\n>>> def note(word):\n...     global last\n...     last = word\n...     counts.append(word)\n>>> last = \"none\"\n>>> note(\"x\")\n>>> last, counts\n('x', ['x'])\n>>> note\n<function note at 0x...>\n>>> print(\"no newline\", end=\"\")\nno newline\n";
    internal static Any Doctest = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Unittest = Any.Unbound;
    internal static string Listed = default!;
    internal static PyDict<Any, Any> Test = default!;
    internal static Any Suite = Any.Unbound;
    internal static PyList<Any> Names_ = default!;
    internal static Any Result = Any.Unbound;
    internal static Any Test_ = Any.Unbound;
    internal static Any Text = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "doctest_suite.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("doctest", () => Doctest, value => Doctest = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("unittest", () => Unittest, value => Unittest = value)
        .Member("double", () => DoubleFunction)
        .Member("wrong", () => WrongFunction)
        .Variable("listed", () => Listed, value => Listed = value.As<string>())
        .Variable("__test__", () => Test, value => Test = value.As<PyDict<Any, Any>>())
        .Member("before", () => BeforeFunction)
        .Member("_doctest_module", () => DoctestModuleFunction)
        .Member("_doctest_double", () => DoctestDoubleFunction)
        .Member("_doctest_wrong", () => DoctestWrongFunction)
        .Member("_doctest___test___listed", () => DoctestTestListedFunction)
        .Member("_doctests", () => DoctestsFunction)
        .Variable("suite", () => Suite, value => Suite = value)
        .Variable("names", () => Names_, value => Names_ = value.As<PyList<Any>>())
        .Variable("result", () => Result, value => Result = value)
        .Variable("test", () => Test_, value => Test_ = value)
        .Variable("text", () => Text, value => Text = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("doctest_suite.py", args, Definition);

    /// <summary>Twice as much.</summary>
    /// <remarks>
    /// &gt;&gt;&gt; double(2)
    /// 4
    /// &gt;&gt;&gt; double("ab")
    /// 'abab'
    /// </remarks>
    public static Any Double(Any x)
    {
        return x * 2;
    }

    /// <summary>
    /// &gt;&gt;&gt; 1 + 1
    /// 3
    /// </summary>
    public static void Wrong()
    {
    }

    public static void Before(Any test)
    {
        Print("before", test.Get("name"), test.Get("lineno"));
    }

    public static void DoctestModule(Any run)
    {
        Any counts = Any.Unbound;
        Any note = Any.Unbound;
        Any last = Any.Unbound;
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Double(4));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 1).Truth)
        {
            try
            {
                counts = (PyList<Any>)[];
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 2).Truth)
        {
            try
            {
                void Note(Any word)
                {
                    last = word;
                    Names.Free(counts, "counts").Invoke("append", word);
                }
                note = new PyFunction("note", "word", (Any word) => Note(word));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 3).Truth)
        {
            try
            {
                last = "none";
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 4).Truth)
        {
            try
            {
                run.Invoke("show", Names.Local(note, "note").Call("x"));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 5).Truth)
        {
            try
            {
                run.Invoke("show", PyTuple.Of(Names.Local(last, "last"), Names.Local(counts, "counts")));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 6).Truth)
        {
            try
            {
                run.Invoke("show", Names.Local(note, "note"));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 7).Truth)
        {
            try
            {
                run.Invoke("show", Functions.None(() => Print(["no newline"], end: "")));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestDouble(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Double(2));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 1).Truth)
        {
            try
            {
                run.Invoke("show", Double("ab"));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestWrong(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", (PyInt)1 + 1);
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestTestListed(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Double((PyList<Any>)[1]));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static PyList<Any> Doctests()
    {
        return (PyList<Any>)[PyTuple.Of("", 0, "Doctests as tests of unittest, found in the module that asks.\n\n>>> double(4)\n8\n>>> counts = []\n>>> def note(word):\n...     global last\n...     last = word\n...     counts.append(word)\n>>> last = \"none\"\n>>> note(\"x\")\n>>> last, counts\n('x', ['x'])\n>>> note\n<function note at 0x...>\n>>> print(\"no newline\", end=\"\")\nno newline\n", DoctestModuleFunction), PyTuple.Of("double", 25, "Twice as much.\n\n>>> double(2)\n4\n>>> double(\"ab\")\n'abab'\n", DoctestDoubleFunction), PyTuple.Of("wrong", 36, "\n>>> 1 + 1\n3\n", DoctestWrongFunction), PyTuple.Of("before", Any.None, "", Any.None), PyTuple.Of("__test__.listed", Any.None, "\n>>> double([1])\n[1, 1]\n", DoctestTestListedFunction)];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Doctest = Modules.Import("doctest");
        Sys = Modules.Import("sys");
        Unittest = Modules.Import("unittest");

        Listed = "\n>>> double([1])\n[1, 1]\n";

        Test = new PyDict<Any, Any> { ["listed"] = Listed };

        Suite = Doctest.Get("DocTestSuite").Call(new Arguments { "__main__", { "setUp", BeforeFunction }, { "optionflags", Doctest.Get("ELLIPSIS") } });
        Names_ = new PyList<Any>(Sequences.Of(Suite).Select(test => test.Invoke("id")));
        Print(Names_);
        Result = Unittest.Get("TestResult").Call();
        Suite.Invoke("run", Result);
        Print(Result.Get("testsRun"), Len(Result.Get("failures")), Len(Result.Get("errors")));
        foreach (var item in Sequences.Of(Result.Get("failures")))
        {
            var items = Operators.Unpack(item, 2);
            Test_ = items[0];
            Text = items[1];
            Print(Test_, Test_.Invoke("shortDescription"), Text.Contains("Expected:\n    3\nGot:\n    2"));
        }
    }

    public static readonly Any DoubleFunction = new PyFunction("double", "x", (Any x) => Double(x)) { Doc = "Twice as much.\n\n>>> double(2)\n4\n>>> double(\"ab\")\n'abab'\n" };
    public static readonly Any WrongFunction = new PyFunction("wrong", "", () => Wrong()) { Doc = "\n>>> 1 + 1\n3\n" };
    public static readonly Any BeforeFunction = new PyFunction("before", "test", (Any test) => Before(test));
    public static readonly Any DoctestModuleFunction = new PyFunction("_doctest_module", "run", (Any run) => DoctestModule(run));
    public static readonly Any DoctestDoubleFunction = new PyFunction("_doctest_double", "run", (Any run) => DoctestDouble(run));
    public static readonly Any DoctestWrongFunction = new PyFunction("_doctest_wrong", "run", (Any run) => DoctestWrong(run));
    public static readonly Any DoctestTestListedFunction = new PyFunction("_doctest___test___listed", "run", (Any run) => DoctestTestListed(run));
    public static readonly Any DoctestsFunction = new PyFunction("_doctests", "", () => Doctests());
}
