using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PlacesOfComprehensions;

/// <summary>Targets of comprehensions beside locals of the same names, comprehensions in decorators, and stores that nothing reads.</summary>
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

    internal static Any Ratio
    {
        get
        {
            return Definition.Load("ratio");
        }
        set
        {
            Definition.Store("ratio", value);
        }
    }

    internal static Any Tags
    {
        get
        {
            return Definition.Load("tags");
        }
        set
        {
            Definition.Store("tags", value);
        }
    }

    internal static Any Shown
    {
        get
        {
            return Definition.Load("shown");
        }
        set
        {
            Definition.Store("shown", value);
        }
    }

    internal static Any Kept
    {
        get
        {
            return Definition.Load("kept");
        }
        set
        {
            Definition.Store("kept", value);
        }
    }

    internal static Any Cells
    {
        get
        {
            return Definition.Load("cells");
        }
        set
        {
            Definition.Store("cells", value);
        }
    }

    internal static PyInt I
    {
        get
        {
            return Definition.Load("i").As<PyInt>();
        }
        set
        {
            Definition.Store("i", value);
        }
    }

    internal static (PyInt, PyInt) Last
    {
        get
        {
            return Definition.Load("last").As<(PyInt, PyInt)>();
        }
        set
        {
            Definition.Store("last", Generic.ToAny(value));
        }
    }

    internal static Any Mark
    {
        get
        {
            return Definition.Load("mark");
        }
        set
        {
            Definition.Store("mark", value);
        }
    }

    internal static Any Meta
    {
        get
        {
            return Definition.Load("Meta");
        }
        set
        {
            Definition.Store("Meta", value);
        }
    }

    internal static Any Tests
    {
        get
        {
            return Definition.Load("Tests");
        }
        set
        {
            Definition.Store("Tests", value);
        }
    }

    internal static Any Plain
    {
        get
        {
            return Definition.Load("Plain");
        }
        set
        {
            Definition.Store("Plain", value);
        }
    }

    internal static Any Marked
    {
        get
        {
            return Definition.Load("Marked");
        }
        set
        {
            Definition.Store("Marked", value);
        }
    }

    internal static Any Turn
    {
        get
        {
            return Definition.Load("turn");
        }
        set
        {
            Definition.Store("turn", value);
        }
    }

    internal static Any Unread
    {
        get
        {
            return Definition.Load("unread");
        }
        set
        {
            Definition.Store("unread", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "places_of_comprehensions.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("places_of_comprehensions.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        void RatioCore(Any sizes, Any edges)
        {
            Any edge = Any.Unbound;
            IEnumerable<(PyInt, Any)> Items(IEnumerable<(PyInt, (Any, Any))> source)
            {
                foreach (var item in source)
                {
                    var items = item;
                    PyInt index = items.Item1;
                    var (size, edge) = items.Item2;
                    if (size.IsNone)
                    {
                        yield return (index, edge);
                    }
                }
            }
            var flexible = new PyList<(PyInt, Any)>(Items(Sequences.Enumerate(Sequences.Zip(Sequences.Of(sizes), Sequences.Of(edges)))));
            foreach (var item2 in flexible)
            {
                var items2 = item2;
                PyInt index = items2.Item1;
                edge = items2.Item2;
                Print(index, edge);
            }
            foreach (var item3 in Sequences.Of(edges))
            {
                edge = item3;
                var items3 = Operators.Unpack(Builtins.Get("divmod").Call(edge, 2), 2);
                Any size = items3[0];
                Any rest = items3[1];
                Print(size, rest);
            }
            IEnumerable<((PyInt, PyInt), PyInt)> Items2(IEnumerable<(PyInt, (PyInt, PyInt))> source2)
            {
                foreach (var item4 in source2)
                {
                    var items4 = item4;
                    PyInt a = items4.Item1;
                    var (b, c) = items4.Item2;
                    if (a != 0)
                    {
                        yield return ((a, b), c);
                    }
                }
            }
            var kept = new PyDict<(PyInt, PyInt), PyInt>(Items2((PyList<(PyInt, (PyInt, PyInt))>)[((PyInt)1, ((PyInt)2, (PyInt)3))]));
            foreach (var (a, b) in kept.Keys)
            {
                PyInt c = kept[(a, b)];
                Print(a, b, c);
            }
            IEnumerable<PyInt> Items3(IEnumerable<(PyInt, (PyInt, Any))> source3)
            {
                foreach (var item6 in source3)
                {
                    var items5 = item6;
                    PyInt index = items5.Item1;
                    var (size, edge) = items5.Item2;
                    foreach (var item5 in Sequences.Range(2))
                    {
                        yield return index * size;
                    }
                }
            }
            var lazy = new PyList<PyInt>(Items3(Sequences.Enumerate(Sequences.Zip((PyList<PyInt>)[4, 5], Sequences.Of(edges)))));
            Print(lazy, Names.Local(edge, "edge"));
        }
        Ratio = new PyFunction("ratio", "sizes, edges", (Any sizes, Any edges) => RatioCore(sizes, edges));

        Ratio.Call((PyList<Any>)[Any.None, 2, Any.None], (PyList<Any>)[5, 6, 7]);

        IEnumerable<Any> TagsCore(Any top, Any arch)
        {
            if (top > 10)
            {
                for (PyInt minor = 0; minor < 2; minor++)
                {
                    (PyInt, PyInt) compat = ((PyInt)4, minor);
                    yield return Generic.ToAny(compat);
                }
            }
            else
            {
                for (PyInt minor = 0; minor < 2; minor++)
                {
                    _ = ((PyInt)4, minor);
                    string kind = "universal";
                    yield return F($"v{minor} {kind}");
                }
            }
        }
        Tags = new PyFunction("tags", "top, arch", (Any top, Any arch) => Generator.Of("tags", TagsCore(top, arch))) { Flavour = "generator" };

        void ShownCore(Any flag)
        {
            Any y = Any.Unbound;
            if (flag.Truth)
            {
                PyInt x = 1;
                y = x;
                Print((Any)Names.Locals(("flag", flag), ("x", x), ("y", y)));
            }
            else
            {
                PyInt x = 2;
                Print(Sequences.Sorted(Sequences.Of((Any)Names.Locals(("flag", flag), ("x", x), ("y", y)))));
                y = 1;
            }
        }
        Shown = new PyFunction("shown", "flag", (Any flag) => ShownCore(flag));

        Any KeptCore(Any flag)
        {
            if (flag.Truth)
            {
                PyInt x = 1;
                return Evaluation.Eval("x", (Any)Definition.Namespace, (Any)Names.Locals(("flag", flag), ("x", x)));
            }
            else
            {
                _ = 3;
                return "no";
            }
        }
        Kept = new PyFunction("kept", "flag", (Any flag) => KeptCore(flag));

        Any CellsCore(Any flag)
        {
            PyInt x = default;
            if (flag.Truth)
            {
                x = 1;
                return new PyFunction("cells.<locals>.<lambda>", "", () => (Any)x);
            }
            x = 5;
            return Any.None;
        }
        Cells = new PyFunction("cells", "flag", (Any flag) => CellsCore(flag));

        Print(new PyList<Any>(Sequences.Of(Tags.Call(11, "a"))), new PyList<Any>(Sequences.Of(Tags.Call(1, "a"))));
        Shown.Call(true);
        Shown.Call(false);
        Print(Kept.Call(true), Kept.Call(false), Cells.Call(true).Call(), Cells.Call(false));
        foreach (var item in Sequences.Range(2))
        {
            I = item;
            Last = (I, (PyInt)1);
        }

        Any MarkCore(PyTuple values)
        {
            Any Wrap(Any f)
            {
                f.Set("values", values);
                return f;
            }
            Any wrapFunction = new PyFunction("mark.<locals>.wrap", "f", (Any f) => Wrap(f));
            return wrapFunction;
        }
        Mark = new PyFunction("mark", "*values", (Any[] a) => MarkCore(a[0].As<PyTuple>()));

        Meta = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns =>
        {
        });

        Tests = ClassBuilder.Build("Tests", "Tests", "__main__", new Arguments { { "metaclass", Meta } }, ns2 =>
        {
            IEnumerable<(Any, Any)> Items(IEnumerable<PyInt> source)
            {
                foreach (var i in source)
                {
                    foreach (var j in Sequences.Range(3))
                    {
                        yield return (i, j);
                    }
                }
            }
            Any decorator = Mark.Call("alpha", new PyList<Any>(Sequences.Range(3).Select(i => (Any)(i / 2))));
            Any decorator2 = Mark.Call(new Arguments { "beta", new PyDict<Any, Any>(Items(Sequences.Range(2))), new Star(Generator.Of("<genexpr>", "<genexpr>", Str.Characters("ab"))) });
            Any testAlpha = new PyList<Any>(Str.Characters("ab").Select(x => (Any)x));
            Any Test(Any self, Any alpha)
            {
                return alpha;
            }
            ns2["test"] = decorator.Call(decorator2.Call(new PyFunction("Tests.test", "self, alpha=", (Any self, Any alpha) => Test(self, alpha), testAlpha)));

            ns2["both"] = new PyList<Any>(Sequences.Range(3).Select(n => (Any)n));
            ns2["kept"] = new PySet<Any>(Sequences.Of(ns2.Load("both")));
            ns2.Annotate("kept", Builtins.Get("list"));

            Any innerX = new PyFunction("Tests.<lambda>", "", () => (Any)new PyList<Any>(Sequences.Range(2).Select(y => (Any)y)));
            Any Inner(Any self, Any x)
            {
                return x.Call();
            }
            ns2["inner"] = new PyFunction("Tests.inner", "self, x=", (Any self, Any x) => Inner(self, x), innerX);
        });

        Print(Tests.Get("test").Get("values"), Tests.Call().Invoke("test"), Tests.Get("both"), Tests.Get("kept"), Tests.Call().Invoke("inner"));

        Plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments(), ns3 =>
        {
            Any decorator3 = Mark.Call("alpha", new PyList<Any>(Sequences.Range(3).Select(i => (Any)(i / 2))));
            Any testAlpha = new PyList<Any>(Str.Characters("ab").Select(x => (Any)x));
            Any Test(Any self, Any alpha)
            {
                return alpha;
            }
            ns3["test"] = decorator3.Call(new PyFunction("Plain.test", "self, alpha=", (Any self, Any alpha) => Test(self, alpha), testAlpha));

            Any otherY = new PySet<Any>(Str.Characters("d").Select(k => (Any)k));
            (Any, Any) Other(Any self, Any x, Any y)
            {
                return (x, y);
            }
            ns3["other"] = new PyFunction("Plain.other", "self, x, y=", (Any self, Any x, Any y) => Generic.ToAny(Other(self, x, y)), otherY);
        });

        Print(Plain.Call().Invoke("other", 1));
        Print(Plain.Get("test").Get("values"), Plain.Call().Invoke("test"));

        Any decorator4 = Mark.Call(new PyList<Any>(Sequences.Range(3).Where(i => i != 0).Select(i => (Any)i)));
        Any markedClass = ClassBuilder.Build("Marked", "Marked", "__main__", new Arguments(), ns4 =>
        {
        });
        Marked = decorator4.Call(markedClass);

        Print(Marked.Get("values"));

        (Any, Any, Any, Any) TurnCore(Any v1, Any v2, Any v3, Any v4)
        {
            (v2, v3) = (v3, v4);
            v1 = v3;
            Any item2 = v4;
            v4 = item2;
            v4 = v1;
            return (v1, v2, v3, v4);
        }
        Turn = new PyFunction("turn", "v1, v2, v3, v4", (Any[] a) => Generic.ToAny(TurnCore(a[0], a[1], a[2], a[3])));

        Any UnreadCore(Any g)
        {
            _ = "x";
            Any t = g;
            _ = "x {}";
            _ = 1;
            _ = ((PyInt)2, (PyInt)3);
            return t;
        }
        Unread = new PyFunction("unread", "g", (Any g) => UnreadCore(g));

        Print(Turn.Call(new Arguments { 1, 2, 3, 4 }), Unread.Call(3));
    }
}
