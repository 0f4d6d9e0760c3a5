using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SpecialMethodsCalled;

using static Module;

public class V : PyObject, IEnumerable<PyInt>, IEquatable<V>, IComparable<V>
{
    public V(PyInt x, PyInt y)
    {
        X = x;
        Y = y;
    }

    public PyInt X { get; set; }
    public PyInt Y { get; set; }

    public V Add(V o)
    {
        return new V(X + o.X, Y + o.Y);
    }

    public bool EqualTo(Any o)
    {
        return o.Is<V>() && X == o.As<V>().X && Y == o.As<V>().Y;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(X, Y));
    }

    public bool LessThan(V o)
    {
        return X < o.X;
    }

    public string Represent()
    {
        return F($"V({X}, {Y})");
    }

    public PyInt GetLength()
    {
        return 2;
    }

    public PyInt GetItem(PyInt i)
    {
        return i == 0 ? X : Y;
    }

    public bool Contains(PyInt o)
    {
        return X == o || Y == o;
    }

    public IEnumerable<PyInt> Iterate()
    {
        yield return X;
        yield return Y;
    }

    public bool ToBool()
    {
        return X != 0;
    }

    public V Neg()
    {
        return new V(-X, -Y);
    }

    public V Mul(PyInt k)
    {
        return new V(X * k, Y * k);
    }

    public PyInt Invoke(PyInt z)
    {
        return X + z;
    }

    public static V operator +(V left, V right) => left.Add(right);
    public static V operator *(V left, PyInt right) => left.Mul(right);
    public static bool operator <(V left, V right) => left.LessThan(right);
    public static bool operator >(V left, V right) => right.LessThan(left);

    /// <summary>Orders the objects in C# collections.</summary>
    public int CompareTo(V? other) => other is null || other < this ? 1 : this < other ? -1 : 0;

    /// <summary>Finds the object in C# collections.</summary>
    public bool Equals(V? other) => other is not null && EqualTo(other);

    public override bool Equals(object? obj) => obj is V other && Equals(other);
    public override int GetHashCode() => ComputeHash().GetHashCode();
    public PyInt this[PyInt key] => GetItem(key);

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<PyInt> GetEnumerator() => Iterate().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("V", "__main__")
        .Constructor("x, y", a => new V(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("x", self => self.As<V>().X, (self, value) => self.As<V>().X = value.As<PyInt>())
        .Field("y", self => self.As<V>().Y, (self, value) => self.As<V>().Y = value.As<PyInt>())
        .Method("__add__", "self, o", (self, o) => self.As<V>().Add(o.As<V>()))
        .Method("__eq__", "self, o", (self, o) => self.As<V>().EqualTo(o))
        .Method("__hash__", self => self.As<V>().ComputeHash())
        .Method("__lt__", "self, o", (self, o) => self.As<V>().LessThan(o.As<V>()))
        .Method("__repr__", self => self.As<V>().Represent())
        .Method("__len__", self => self.As<V>().GetLength())
        .Method("__getitem__", "self, i", (self, i) => self.As<V>().GetItem(i.As<PyInt>()))
        .Method("__contains__", "self, o", (self, o) => self.As<V>().Contains(o.As<PyInt>()))
        .Method("__iter__", self => Generator.Of("__iter__", "V.__iter__", self.As<V>().Iterate()))
        .Method("__bool__", self => self.As<V>().ToBool())
        .Method("__neg__", self => self.As<V>().Neg())
        .Method("__mul__", "self, k", (self, k) => self.As<V>().Mul(k.As<PyInt>()))
        .Method("__call__", "self, z", (self, z) => self.As<V>().Invoke(z.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>Delegates to itself.</summary>
public class Tree : PyObject, IEnumerable<PyInt>
{
    public Tree(Tree? left, PyInt value, Tree? right)
    {
        Left = left;
        Value = value;
        Right = right;
    }

    public Tree? Left { get; set; }
    public PyInt Value { get; set; }
    public Tree? Right { get; set; }

    public IEnumerable<PyInt> Iterate()
    {
        if (Left is not null)
        {
            foreach (var item in Left)
            {
                yield return item;
            }
        }
        yield return Value;
        if (Right is not null)
        {
            foreach (var item2 in Right)
            {
                yield return item2;
            }
        }
    }

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<PyInt> GetEnumerator() => Iterate().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("Tree", "__main__")
        .Doc("Delegates to itself.")
        .Constructor("left, value, right", a => new Tree(a[0].As<Tree?>(), a[1].As<PyInt>(), a[2].As<Tree?>()))
        .Field("left", self => self.As<Tree>().Left, (self, value) => self.As<Tree>().Left = value.As<Tree?>())
        .Field("value", self => self.As<Tree>().Value, (self, value) => self.As<Tree>().Value = value.As<PyInt>())
        .Field("right", self => self.As<Tree>().Right, (self, value) => self.As<Tree>().Right = value.As<Tree?>())
        .Method("__iter__", self => Generator.Of("__iter__", "Tree.__iter__", self.As<Tree>().Iterate()));
    public override PyType Class => Type;
}

/// <summary>Counts down by hand.</summary>
public class Down : PyObject, IEnumerable<PyInt>
{
    public Down(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public Down Iterate()
    {
        return this;
    }

    public PyInt MoveOn()
    {
        if (N == 0)
        {
            throw new StopIteration();
        }
        N -= 1;
        return N;
    }

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<PyInt> GetEnumerator() => Sequences.Enumerate<PyInt>(Iterate().MoveOn);

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("Down", "__main__")
        .Doc("Counts down by hand.")
        .Constructor("n", a => new Down(a[0].As<PyInt>()))
        .Field("n", self => self.As<Down>().N, (self, value) => self.As<Down>().N = value.As<PyInt>())
        .Method("__iter__", self => self.As<Down>().Iterate())
        .Method("__next__", self => self.As<Down>().MoveOn());
    public override PyType Class => Type;
}

public class Grid : PyObject, IEnumerable<(PyInt, PyInt)>
{
    public Grid(PyInt width)
    {
        Width = width;
        Cells = new PyDict<(PyInt, PyInt), string>();
    }

    public PyInt Width { get; set; }
    public PyDict<(PyInt, PyInt), string> Cells { get; set; }

    public string GetItem((PyInt, PyInt) at)
    {
        return Cells.Get(at, ".");
    }

    public void SetItem((PyInt, PyInt) at, string value)
    {
        Cells[at] = value;
    }

    public void DeleteItem((PyInt, PyInt) at)
    {
        Cells.Delete(at);
    }

    public PyInt GetLength()
    {
        return Len(Cells);
    }

    public Generator<(PyInt, PyInt)> Iterate()
    {
        return Generator<(PyInt, PyInt)>.Create("__iter__", "Grid.__iter__", Body);

        async GeneratorBody<Any> Body(Yielder<(PyInt, PyInt)> y)
        {
            try
            {
                foreach (var at in Cells.Keys)
                {
                    await y.Yield(at);
                }
            }
            finally
            {
                Print("left the loop");
            }
            return Any.None;
        }
    }

    public string this[(PyInt, PyInt) key] { get => GetItem(key); set => SetItem(key, value); }

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<(PyInt, PyInt)> GetEnumerator() => Iterate().Items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("Grid", "__main__")
        .Constructor("width", a => new Grid(a[0].As<PyInt>()))
        .Field("width", self => self.As<Grid>().Width, (self, value) => self.As<Grid>().Width = value.As<PyInt>())
        .Field("cells", self => self.As<Grid>().Cells, (self, value) => self.As<Grid>().Cells = value.As<PyDict<(PyInt, PyInt), string>>())
        .Method("__getitem__", "self, at", (self, at) => self.As<Grid>().GetItem(at.As<(PyInt, PyInt)>()))
        .Method("__setitem__", "self, at, value", (self, at, value) => self.As<Grid>().SetItem(at.As<(PyInt, PyInt)>(), value.As<string>()))
        .Method("__delitem__", "self, at", (self, at) => self.As<Grid>().DeleteItem(at.As<(PyInt, PyInt)>()))
        .Method("__len__", self => self.As<Grid>().GetLength())
        .Method("__iter__", self => self.As<Grid>().Iterate());
    public override PyType Class => Type;
}

public class Money : PyObject, IComparable<Money>
{
    public Money(PyInt cents)
    {
        Cents = cents;
    }

    public PyInt Cents { get; set; }

    public bool EqualTo(Any other)
    {
        return other.Is<Money>() && Cents == other.As<Money>().Cents;
    }

    public virtual bool LessThan(Money other)
    {
        return Cents < other.Cents;
    }

    public static bool operator <(Money left, Money right) => left.LessThan(right);
    public static bool operator >(Money left, Money right) => right.LessThan(left);

    /// <summary>Orders the objects in C# collections.</summary>
    public int CompareTo(Money? other) => other is null || other < this ? 1 : this < other ? -1 : 0;

    public static readonly PyType Type = PyType.Emitted("Money", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("cents", a => new Money(a[0].As<PyInt>()))
        .Field("cents", self => self.As<Money>().Cents, (self, value) => self.As<Money>().Cents = value.As<PyInt>())
        .Method("__eq__", "self, other", (self, other) => self.As<Money>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Money>().LessThan(other.As<Money>()));
    public override PyType Class => Type;
}

public class Rounded : Money
{
    public Rounded(PyInt cents) : base(cents)
    {
    }

    public override bool LessThan(Money other)
    {
        return PyInt.FloorDiv(Cents, 100) < PyInt.FloorDiv(other.Cents, 100);
    }

    public static new readonly PyType Type = PyType.Emitted("Rounded", "__main__", Money.Type)
        .Constructor("cents", a => new Rounded(a[0].As<PyInt>()))
        .Method("__lt__", "self, other", (self, other) => self.As<Rounded>().LessThan(other.As<Money>()));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("special_methods_called.py", args, Run);

    public static Tree? Tree_(PyList<PyInt> items)
    {
        Recursion.Check();
        if (!(items.Count > 0))
        {
            return null;
        }
        PyInt middle = PyInt.FloorDiv(Len(items), 2);
        return new Tree(Tree_(items.Slice(0, middle)), items[middle], Tree_(items.Slice(middle + 1)));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any v = Any.Unbound;
        Any i = Any.Unbound;

        var a = new V(1, 2);
        var b = new V(3, 4);
        Print(a + b, a.EqualTo(b), a < b, Len(a), a[0], a.Contains(3), new PyList<PyInt>(a), a.ToBool(), a.Neg(), a * 3, ((Any)a).Call(4));
        foreach (var item in a)
        {
            v = item;
            Print(v);
        }
        var items = Operators.Unpack(a, 2);
        Any x = items[0];
        Any y = items[1];
        Print(x, y, Sequences.Sorted((PyList<V>)[b, a]), new PyDict<V, PyInt> { [a] = 1 }[new V(1, 2)]);

        Tree? root = Tree_((PyList<PyInt>)[1, 2, 3, 4, 5]);
        if (root is not null)
        {
            Print(new PyList<PyInt>(root), Sequences.Sum(root), new PyList<PyInt>(root.Where(v => v > 2).Select(v => v * 2)), Sequences.Max(root), Sequences.Sorted(root, reverse: true));
            foreach (var item2 in Sequences.Enumerate(root))
            {
                var items2 = item2;
                i = items2.Item1;
                v = items2.Item2;
                if (v == 4)
                {
                    break;
                }
            }
            Print(Names.Global(i, "i"), Names.Global(v, "v"), ((Any)root).Contains(3));
        }

        var down = new Down(4);
        foreach (var n in down)
        {
            Print([n], end: " ");
            if (n == 2)
            {
                break;
            }
        }
        Print(new PyList<PyInt>(down), new PyList<(PyInt, PyInt)>(Sequences.Zip(new Down(2), new Down(3))), Builtins.Get("dict").Call(Builtins.Get("enumerate").Call(new Down(2))));

        var grid = new Grid(3);
        grid[((PyInt)1, (PyInt)2)] = "x";
        grid[((PyInt)0, (PyInt)0)] = "o";
        (PyInt, PyInt) target = ((PyInt)0, (PyInt)0);
        grid[target] += "!";
        Print(grid[((PyInt)1, (PyInt)2)], grid[((PyInt)0, (PyInt)0)], grid[((PyInt)2, (PyInt)2)], Len(grid), ((Any)grid).Truth, ((Any)grid).Contains(Generic.ToAny(((PyInt)1, (PyInt)2))));
        ((Any)grid).DeleteItem(PyTuple.Of(1, 2));
        foreach (var item3 in grid)
        {
            var items3 = item3;
            x = items3.Item1;
            y = items3.Item2;
            Print(x, y);
            break;
        }
        Print("after");

        Print(Operators.Compare(Comparison.Eq, new Money(1), new Money(1)), Operators.Compare(Comparison.NotEq, new Money(1), new Money(2)), Operators.Compare(Comparison.Eq, new Money(1), 1), Operators.Compare(Comparison.Lt, new Money(1), new Rounded(99)), new Rounded(101).LessThan(new Money(199)), Operators.Compare(Comparison.Gt, new Money(1), new Money(0)));
        Print(Operators.Compare(Comparison.NotEq, new Money(3), Any.None), ((PyList<Money>)[new Money(1)]).Equals((PyList<Money>)[new Money(1)]), Operators.In(new Money(2), (PyList<Money>)[new Money(2)]));
    }
}
