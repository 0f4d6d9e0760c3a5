using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Doctests;

using static Module;

/// <summary>
/// &gt;&gt;&gt; s = Stack(); s.push(3)
/// &gt;&gt;&gt; s.items
/// [3]
/// </summary>
public class Stack : PyObject
{
    public Stack()
    {
        Items = (PyList<Any>)[];
    }

    public PyList<Any> Items { get; set; }

    /// <summary>No examples.</summary>
    public void Push(PyInt x)
    {
        Items.Append(x);
    }

    public static readonly PyType Type = PyType.Emitted("Stack", "__main__")
        .Doc("\n>>> s = Stack(); s.push(3)\n>>> s.items\n[3]\n")
        .Constructor("", a => new Stack())
        .Field("items", self => self.As<Stack>().Items, (self, value) => self.As<Stack>().Items = value.As<PyList<Any>>())
        .Method("push", "self, x", (self, x) => self.As<Stack>().Push(x.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>Module doc.</summary>
/// <remarks>
/// &gt;&gt;&gt; total([1, 2, 3])
/// 6
/// </remarks>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("doctests.py");
    internal static Any Doc = "Module doc.\n\n>>> total([1, 2, 3])\n6\n";
    internal static Any Doctest = Any.Unbound;
    internal static Any R = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "doctests.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("doctest", () => Doctest, value => Doctest = value)
        .Member("total", () => TotalFunction)
        .Member("counted", () => CountedFunction)
        .Member("Stack", () => Stack.Type)
        .Member("helper", () => HelperFunction)
        .Member("_doctest_module", () => DoctestModuleFunction)
        .Member("_doctest_total", () => DoctestTotalFunction)
        .Member("_doctest_counted", () => DoctestCountedFunction)
        .Member("_doctest_Stack", () => DoctestStackFunction)
        .Member("_doctests", () => DoctestsFunction)
        .Variable("r", () => R, value => R = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("doctests.py", args, Definition);

    /// <summary>Sum.</summary>
    /// <remarks>
    /// &gt;&gt;&gt; total([])
    /// 0
    /// &gt;&gt;&gt; for i in range(3):
    /// ...     total(range(i))
    /// 0
    /// 0
    /// 1
    /// &gt;&gt;&gt; total(["a"])
    /// Traceback (most recent call last):
    ///     ...
    /// TypeError: unsupported operand type(s) for +: 'int' and 'str'
    /// &gt;&gt;&gt; x = total([4])
    /// &gt;&gt;&gt; x
    /// 4
    /// &gt;&gt;&gt; print("a\n\nb")
    /// a
    /// &lt;BLANKLINE&gt;
    /// b
    /// &gt;&gt;&gt; total(range(100)) # doctest: +ELLIPSIS
    /// 4...
    /// &gt;&gt;&gt; def f(: pass
    /// Traceback (most recent call last):
    /// SyntaxError: invalid syntax
    /// </remarks>
    public static Any Total(Any items)
    {
        Any t = 0;
        foreach (var i in Sequences.Of(items))
        {
            t = t + i;
        }
        return t;
    }

    /// <summary>Functions of examples may share a name that no example binds itself.</summary>
    /// <remarks>
    /// &gt;&gt;&gt; def count():
    /// ...     global seen
    /// ...     seen = 1
    /// &gt;&gt;&gt; count()
    /// &gt;&gt;&gt; seen
    /// 1
    /// </remarks>
    public static void Counted()
    {
    }

    public static void Helper()
    {
    }

    public static void DoctestModule(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Total((PyList<Any>)[1, 2, 3]));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestTotal(Any run)
    {
        Any x = Any.Unbound;
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Total((PyList<Any>)[]));
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
                for (PyInt i = 0; i < 3; i++)
                {
                    run.Invoke("show", Total(Sequences.Range(i)));
                }
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
                run.Invoke("show", Total((PyList<Any>)["a"]));
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
                x = Total((PyList<Any>)[4]);
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
                run.Invoke("show", Names.Local(x, "x"));
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
                run.Invoke("show", Functions.None(() => Print("a\n\nb")));
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
                run.Invoke("show", Total(Sequences.Range(100)));
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
                throw new SyntaxError("invalid syntax");
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestCounted(Any run)
    {
        Any count = Any.Unbound;
        Any seen = Any.Unbound;
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                void Count()
                {
                    seen = 1;
                }
                count = new PyFunction("count", "", () => Count());
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
                run.Invoke("show", Names.Local(count, "count").Call());
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
                run.Invoke("show", Names.Local(seen, "seen"));
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestStack(Any run)
    {
        Any s = Any.Unbound;
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                s = new Stack();
                run.Invoke("show", s.Invoke("push", 3));
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
                run.Invoke("show", Names.Local(s, "s").Get("items"));
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
        return (PyList<Any>)[PyTuple.Of("", 0, "Module doc.\n\n>>> total([1, 2, 3])\n6\n", DoctestModuleFunction), PyTuple.Of("total", 8, "Sum.\n\n>>> total([])\n0\n>>> for i in range(3):\n...     total(range(i))\n0\n0\n1\n>>> total([\"a\"])\nTraceback (most recent call last):\n    ...\nTypeError: unsupported operand type(s) for +: 'int' and 'str'\n>>> x = total([4])\n>>> x\n4\n>>> print(\"a\\n\\nb\")\na\n<BLANKLINE>\nb\n>>> total(range(100)) # doctest: +ELLIPSIS\n4...\n>>> def f(: pass\nTraceback (most recent call last):\nSyntaxError: invalid syntax\n", DoctestTotalFunction), PyTuple.Of("counted", 40, "Functions of examples may share a name that no example binds itself.\n\n>>> def count():\n...     global seen\n...     seen = 1\n>>> count()\n>>> seen\n1\n", DoctestCountedFunction), PyTuple.Of("Stack", 52, "\n>>> s = Stack(); s.push(3)\n>>> s.items\n[3]\n", DoctestStackFunction), PyTuple.Of("Stack.__init__", Any.None, "", Any.None), PyTuple.Of("Stack.push", 60, "No examples.", Any.None), PyTuple.Of("helper", Any.None, "", Any.None)];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Doctest = Modules.Import("doctest");

        if (Name == "__main__")
        {
            R = Doctest.Get("testmod").Call();
            Print(R, R.Get("failed"));
            Doctest.Get("testmod").Call(new Arguments { { "verbose", true } });
        }
    }

    public static readonly Any TotalFunction = new PyFunction("total", "items", (Any items) => Total(items)) { Doc = "Sum.\n\n>>> total([])\n0\n>>> for i in range(3):\n...     total(range(i))\n0\n0\n1\n>>> total([\"a\"])\nTraceback (most recent call last):\n    ...\nTypeError: unsupported operand type(s) for +: 'int' and 'str'\n>>> x = total([4])\n>>> x\n4\n>>> print(\"a\\n\\nb\")\na\n<BLANKLINE>\nb\n>>> total(range(100)) # doctest: +ELLIPSIS\n4...\n>>> def f(: pass\nTraceback (most recent call last):\nSyntaxError: invalid syntax\n" };
    public static readonly Any CountedFunction = new PyFunction("counted", "", () => Counted()) { Doc = "Functions of examples may share a name that no example binds itself.\n\n>>> def count():\n...     global seen\n...     seen = 1\n>>> count()\n>>> seen\n1\n" };
    public static readonly Any HelperFunction = new PyFunction("helper", "", () => Helper());
    public static readonly Any DoctestModuleFunction = new PyFunction("_doctest_module", "run", (Any run) => DoctestModule(run));
    public static readonly Any DoctestTotalFunction = new PyFunction("_doctest_total", "run", (Any run) => DoctestTotal(run));
    public static readonly Any DoctestCountedFunction = new PyFunction("_doctest_counted", "run", (Any run) => DoctestCounted(run));
    public static readonly Any DoctestStackFunction = new PyFunction("_doctest_Stack", "run", (Any run) => DoctestStack(run));
    public static readonly Any DoctestsFunction = new PyFunction("_doctests", "", () => Doctests());
}
