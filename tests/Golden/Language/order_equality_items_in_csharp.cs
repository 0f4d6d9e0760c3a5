using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OrderEqualityItemsInCsharp;

using static Module;

public class Version : PyObject, IEquatable<Version>, IComparable<Version>
{
    public Version(PyInt major, PyInt minor)
    {
        Major = major;
        Minor = minor;
    }

    public PyInt Major { get; set; }
    public PyInt Minor { get; set; }

    public bool LessThan(Version other)
    {
        return Generic.Less((Major, Minor), (other.Major, other.Minor));
    }

    public bool LessOrEqual(Version other)
    {
        return !(other < this);
    }

    public bool EqualTo(Any other)
    {
        return other.Is<Version>() && Major == other.As<Version>().Major && Minor == other.As<Version>().Minor;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(Major, Minor));
    }

    public string Represent()
    {
        return F($"{Major}.{Minor}");
    }

    public static bool operator <(Version left, Version right) => left.LessThan(right);
    public static bool operator >(Version left, Version right) => right.LessThan(left);
    public static bool operator <=(Version left, Version right) => left.LessOrEqual(right);
    public static bool operator >=(Version left, Version right) => right.LessOrEqual(left);

    /// <summary>Orders the objects in C# collections.</summary>
    public int CompareTo(Version? other) => other is null || other < this ? 1 : this < other ? -1 : 0;

    /// <summary>Finds the object in C# collections.</summary>
    public bool Equals(Version? other) => other is not null && EqualTo(other);

    public override bool Equals(object? obj) => obj is Version other && Equals(other);
    public override int GetHashCode() => ComputeHash().GetHashCode();

    public static readonly PyType Type = PyType.Emitted("Version", "__main__")
        .Constructor("major, minor", a => new Version(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("major", self => self.As<Version>().Major, (self, value) => self.As<Version>().Major = value.As<PyInt>())
        .Field("minor", self => self.As<Version>().Minor, (self, value) => self.As<Version>().Minor = value.As<PyInt>())
        .Method("__lt__", "self, other", (self, other) => self.As<Version>().LessThan(other.As<Version>()))
        .Method("__le__", "self, other", (self, other) => self.As<Version>().LessOrEqual(other.As<Version>()))
        .Method("__eq__", "self, other", (self, other) => self.As<Version>().EqualTo(other))
        .Method("__hash__", self => self.As<Version>().ComputeHash())
        .Method("__repr__", self => self.As<Version>().Represent());
    public override PyType Class => Type;
}

public class Money : PyObject
{
    public Money(PyInt cents)
    {
        Cents = cents;
    }

    public PyInt Cents { get; set; }

    public bool GreaterThan(Money other)
    {
        return Cents > other.Cents;
    }

    public static bool operator <(Money left, Money right) => right.GreaterThan(left);
    public static bool operator >(Money left, Money right) => left.GreaterThan(right);

    public static readonly PyType Type = PyType.Emitted("Money", "__main__")
        .Constructor("cents", a => new Money(a[0].As<PyInt>()))
        .Field("cents", self => self.As<Money>().Cents, (self, value) => self.As<Money>().Cents = value.As<PyInt>())
        .Method("__gt__", "self, other", (self, other) => self.As<Money>().GreaterThan(other.As<Money>()));
    public override PyType Class => Type;
}

public class Matrix : PyObject
{
    public Matrix(PyInt rows, PyInt columns)
    {
        Columns = columns;
        Cells = (PyList<double>)[0.0] * (rows * columns);
    }

    public PyInt Columns { get; set; }
    public PyList<double> Cells { get; set; }

    public double GetItem((PyInt, PyInt) at)
    {
        var (row, column) = at;
        return Cells[row * Columns + column];
    }

    public void SetItem((PyInt, PyInt) at, double value)
    {
        var (row, column) = at;
        Cells[row * Columns + column] = value;
    }

    public double this[(PyInt, PyInt) key] { get => GetItem(key); set => SetItem(key, value); }

    public static readonly PyType Type = PyType.Emitted("Matrix", "__main__")
        .Constructor("rows, columns", a => new Matrix(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("columns", self => self.As<Matrix>().Columns, (self, value) => self.As<Matrix>().Columns = value.As<PyInt>())
        .Field("cells", self => self.As<Matrix>().Cells, (self, value) => self.As<Matrix>().Cells = value.As<PyList<double>>())
        .Method("__getitem__", "self, at", (self, at) => self.As<Matrix>().GetItem(at.As<(PyInt, PyInt)>()))
        .Method("__setitem__", "self, at, value", (self, at, value) => self.As<Matrix>().SetItem(at.As<(PyInt, PyInt)>(), value.As<double>()));
    public override PyType Class => Type;
}

public class Page : PyObject
{
    public Page(PyList<string> lines)
    {
        Lines = lines;
        Item = 1;
    }

    public PyList<string> Lines { get; set; }
    public PyInt Item { get; set; }

    public string GetItem(PyInt i)
    {
        return Lines[i];
    }

    public static readonly PyType Type = PyType.Emitted("Page", "__main__")
        .Constructor("lines", a => new Page(a[0].As<PyList<string>>()))
        .Field("lines", self => self.As<Page>().Lines, (self, value) => self.As<Page>().Lines = value.As<PyList<string>>())
        .Field("item", self => self.As<Page>().Item, (self, value) => self.As<Page>().Item = value.As<PyInt>())
        .Method("__getitem__", "self, i", (self, i) => self.As<Page>().GetItem(i.As<PyInt>()));
    public override PyType Class => Type;
}

public class Book : PyObject
{
    public Book(PyList<Page> pages)
    {
        Pages = pages;
    }

    public PyList<Page> Pages { get; set; }

    public Page GetItem(PyInt i)
    {
        return Pages[i];
    }

    public Page this[PyInt key] => GetItem(key);

    public static readonly PyType Type = PyType.Emitted("Book", "__main__")
        .Constructor("pages", a => new Book(a[0].As<PyList<Page>>()))
        .Field("pages", self => self.As<Book>().Pages, (self, value) => self.As<Book>().Pages = value.As<PyList<Page>>())
        .Method("__getitem__", "self, i", (self, i) => self.As<Book>().GetItem(i.As<PyInt>()));
    public override PyType Class => Type;
}

public class Grid : PyObject
{
    public Grid()
    {
        Items = new PyDict<string, PyInt>();
    }

    public PyDict<string, PyInt> Items { get; set; }

    public PyInt GetItem(string key)
    {
        return Items.Get(key, 0);
    }

    public void SetItem(string key, PyInt value)
    {
        Print("set", key, value);
        Items[key] = value;
    }

    public PyInt this[string key] { get => GetItem(key); set => SetItem(key, value); }

    public static readonly PyType Type = PyType.Emitted("Grid", "__main__")
        .Constructor("", a => new Grid())
        .Field("items", self => self.As<Grid>().Items, (self, value) => self.As<Grid>().Items = value.As<PyDict<string, PyInt>>())
        .Method("__getitem__", "self, key", (self, key) => self.As<Grid>().GetItem(key.As<string>()))
        .Method("__setitem__", "self, key, value", (self, key, value) => self.As<Grid>().SetItem(key.As<string>(), value.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>Classes with order, equality and items, annotated.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("order_equality_items_in_csharp.py", args, Run);

    public static string Noisy(string key)
    {
        Print("key", key);
        return key;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var a = new Version(1, 2);
        var b = new Version(1, 10);
        Print(a < b, a > b, a <= b, a >= b, a.EqualTo(b), a.EqualTo(new Version(1, 2)), !a.EqualTo(b), a.EqualTo("1.2"));
        Print(Sequences.Sorted((PyList<Version>)[b, a]), Builtins.Get("max").Call(a, b), new PyDict<Version, string> { [a] = "x" }[new Version(1, 2)], Len(new PySet<Version> { a, b, new Version(1, 2) }));
        Print(new Money(3) > new Money(2), new Money(3) < new Money(2));
        var m = new Matrix(2, 2);
        m[((PyInt)0, (PyInt)1)] = 2.5;
        (PyInt, PyInt) target = ((PyInt)1, (PyInt)1);
        m[target] += 1.5;
        Print(m[((PyInt)0, (PyInt)1)], m[((PyInt)1, (PyInt)1)], m[((PyInt)0, (PyInt)0)]);
        var book = new Book((PyList<Page>)[new Page((PyList<string>)["a", "b"]), new Page((PyList<string>)["c"])]);
        Print(book[0].GetItem(1), book[1].GetItem(0), book[-1].Item);

        var grid = new Grid();
        string target2 = Noisy("a");
        grid[target2] += 2;
        grid["a"] *= 5;
        Print(grid["a"], grid["b"]);
    }
}
