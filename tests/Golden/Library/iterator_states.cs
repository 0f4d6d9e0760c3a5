using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace IteratorStates;

using static Module;

public class Squares : PyObject
{
    public Any GetItem(Any index)
    {
        if (index > 3)
        {
            throw new IndexError();
        }
        return index * index;
    }

    public PyInt GetLength()
    {
        return 4;
    }

    public Any this[Any key] => GetItem(key);

    public static readonly PyType Type = PyType.Emitted("Squares", "__main__")
        .Constructor("", _ => new Squares())
        .Method("__getitem__", "self, index", (self, index) => self.As<Squares>().GetItem(index))
        .Method("__len__", self => self.As<Squares>().GetLength());
    public override PyType Class => Type;
}

public class Same : PyObject, IEquatable<Same>
{
    public Same(Any inside)
    {
        this.Inside = inside;
    }

    public Any Inside { get; set; }

    public bool EqualTo(Any other)
    {
        this.Inside.Invoke("clear");
        return false;
    }

    public PyInt ComputeHash()
    {
        return 1;
    }

    /// <summary>Finds the object in C# collections.</summary>
    public bool Equals(Same? other) => other is not null && EqualTo(other);

    public override bool Equals(object? obj) => obj is Same other && Equals(other);
    public override int GetHashCode() => ComputeHash().GetHashCode();

    public static readonly PyType Type = PyType.Emitted("Same", "__main__")
        .Constructor("inside", a => new Same(a[0]))
        .Field("inside", self => self.As<Same>().Inside, (self, value) => self.As<Same>().Inside = value)
        .Method("__eq__", "self, other", (self, other) => self.As<Same>().EqualTo(other))
        .Method("__hash__", self => self.As<Same>().ComputeHash());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("iterator_states.py");
    internal static Any Doc = Any.None;
    internal static Any Copy = Any.Unbound;
    internal static Any Operator = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static PyList<Any> Iterators = default!;
    internal static Any It = Any.Unbound;
    internal static Any First = Any.Unbound;
    internal static Any Reduced = Any.Unbound;
    internal static PyInt Protocol;
    internal static Any Again = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Value = Any.Unbound;
    internal static PySet<Any> Inside = default!;
    internal static PyInt I;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "iterator_states.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("operator", () => Operator, value => Operator = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Member("Squares", () => Squares.Type)
        .Member("positive", () => PositiveFunction)
        .Variable("iterators", () => Iterators, value => Iterators = value.As<PyList<Any>>())
        .Variable("it", () => It, value => It = value)
        .Variable("first", () => First, value => First = value)
        .Variable("reduced", () => Reduced, value => Reduced = value)
        .Variable("protocol", () => Protocol, value => Protocol = value.As<PyInt>())
        .Variable("again", () => Again, value => Again = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("value", () => Value, value => Value = value)
        .Member("Same", () => Same.Type)
        .Variable("inside", () => Inside, value => Inside = value.As<PySet<Any>>())
        .Variable("i", () => I, value => I = value.As<PyInt>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("iterator_states.py", args, Definition);

    public static Any Positive(Any x)
    {
        return Operators.Compare(Comparison.Gt, x, 0);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Operator = Modules.Import("operator");
        Pickle = Modules.Import("pickle");

        Iterators = (PyList<Any>)[Iter((PyList<Any>)[1, 2, 3]), Iter(PyTuple.Of(1, 2, 3)), Iter("aéb"), Iter("abc"), Iter(PyBytes.FromLatin1("ab")), Iter(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab"))), Iter((PySet<Any>)[1, 2]), Iter(new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2 }), Iter(((Any)new PyDict<Any, Any> { ["a"] = 1 }).Invoke("values")), Iter(((Any)new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2 }).Invoke("items")), Iter(Sequences.Range(1, 10, 3)), Iter(Sequences.Range(PyInt.Pow((PyInt)2, 70), PyInt.Pow((PyInt)2, 70) + 2)), Builtins.Get("reversed").Call((PyList<Any>)[1, 2, 3]), Builtins.Get("reversed").Call(PyTuple.Of(1, 2)), Builtins.Get("reversed").Call(new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2 }), Builtins.Get("enumerate").Call("ab", 5), Builtins.Get("zip").Call("ab", (PyList<Any>)[1, 2]), Builtins.Get("zip").Call(new Arguments { "ab", PyTuple.Of(1), { "strict", true } }), Builtins.Get("map").Call(Builtins.Get("abs"), (PyList<Any>)[-1, -2]), Builtins.Get("filter").Call(PositiveFunction, (PyList<Any>)[0, 1, 2]), Iter(new Squares()), Builtins.Get("iter").Call(Builtins.Get("int"), 0), Builtins.Get("iter").Call(Builtins.Get("int"), 1)];
        foreach (var item2 in Iterators)
        {
            It = item2;
            Print([PyType.Of(It).Name, Operator.Get("length_hint").Call(It, -1)], end: " ");
            First = Next(It, "end");
            Reduced = It.Invoke("__reduce__");
            Print(First, Reduced[0].Get("__name__"), Reduced[new PySlice(2, Any.None, Any.None)], Operator.Get("length_hint").Call(It, -1));
            if (!Operators.Is(It, Iterators[-1]))
            {
                foreach (var item in Sequences.Range(6))
                {
                    Protocol = item;
                    Again = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(It, Protocol));
                    try
                    {
                        Print([PyType.Of(Again).Name, new PyList<Any>(Sequences.Of(Again))], end: " ");
                    }
                    catch (ValueError caught)
                    {
                        Error = caught;
                        Print([Error], end: " ");
                        Error = Any.Unbound;
                    }
                }
                Print(Operators.Is(Copy.Get("copy").Call(It), It));
                try
                {
                    new PyList<Any>(Sequences.Of(It));
                    Print(Next(It, "end"), It.Invoke("__reduce__")[0].Get("__name__"));
                }
                catch (ValueError caught2)
                {
                    Error = caught2;
                    Print(Error);
                    Error = Any.Unbound;
                }
            }
        }

        It = Iter((PyList<Any>)[1, 2, 3]);
        It.Invoke("__setstate__", 2);
        Print(new PyList<Any>(Sequences.Of(It)));
        It = Iter(Sequences.Range(10));
        It.Invoke("__setstate__", 8);
        Print(new PyList<Any>(Sequences.Of(It)));
        foreach (var item3 in new Any[] { Iter(PyTuple.Of()).Get("__reduce__"), ((Any)Generator.Of("<genexpr>", "<genexpr>", Sequences.Of(PyTuple.Of()))).Get("__class__") })
        {
            Value = item3;
            Print(!Value.IsNone);
        }

        Inside = new PySet<Any>();
        foreach (var item4 in Sequences.Range(20))
        {
            I = item4;
            Inside.Add(I);
        }
        Inside.Add(new Same(Inside));
        Print(Inside.Contains((Any)1), Operators.In((PySet<PyInt>)[1], (PySet<Any>)[Builtins.Get("frozenset").Call((PyList<Any>)[1])]), (PySet<Any>)[Builtins.Get("frozenset").Call((PyList<Any>)[1])] - (PySet<Any>)[1]);
        Print(F($"{Repr(((Any)new PyFunction("<lambda>", "x", (Any x) => x * 2)).Call(4)):>5}|{new PyList<Any>(Sequences.Of(((Any)new PyFunction("<lambda>", "*a", (Any[] a2) =>
        {
            PyTuple a = a2[0].As<PyTuple>();
            return (Any)a;
        })).Call(1, 2)))}"));
    }

    public static readonly Any PositiveFunction = new PyFunction("positive", "x", (Any x) => Positive(x));
}
