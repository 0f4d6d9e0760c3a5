using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassesAndLoops;

using static Module;

public class Stack : PyObject
{
    public Stack()
    {
        Items = (PyList<Any>)[];
    }

    public PyList<Any> Items { get; set; }

    public void Push(Any item)
    {
        Items.Append(item);
    }

    public Any Pop()
    {
        if (!(Items.Count > 0))
        {
            throw new IndexError("empty stack");
        }
        return Items.Pop();
    }

    public PyInt GetLength()
    {
        return Len(Items);
    }

    public static readonly PyType Type = PyType.Emitted("Stack", "__main__", PyType.Generic)
        .Constructor("", a => new Stack())
        .Field("items", self => self.As<Stack>().Items, (self, value) => self.As<Stack>().Items = value.As<PyList<Any>>())
        .Method("push", "self, item", (self, item) => self.As<Stack>().Push(item))
        .Method("pop", self => self.As<Stack>().Pop())
        .Method("__len__", self => self.As<Stack>().GetLength())
        .Parameters("T");
    public override PyType Class => Type;
}

public class Matrix : PyObject
{
    public Matrix(PyInt rows, PyInt cols, double fill = 0.0)
    {
        Rows = rows;
        Cols = cols;
        Data_ = new PyList<PyList<Any>>(Sequences.Range(rows).Select(_ => (PyList<Any>)[fill] * cols));
    }

    public PyInt Rows { get; set; }
    public PyInt Cols { get; set; }
    public PyList<PyList<Any>> Data_ { get; set; }

    public Any GetItem((PyInt, PyInt) pos)
    {
        var (r, c) = pos;
        return Data_[r][c];
    }

    public void SetItem((PyInt, PyInt) pos, Any value)
    {
        var (r, c) = pos;
        Data_[r][c] = value;
    }

    public Matrix Matmul(Matrix other)
    {
        var @out = new Matrix(Rows, other.Cols);
        for (PyInt i = 0, stop = Rows; i < stop; i++)
        {
            for (PyInt j = 0, stop2 = other.Cols; j < stop2; j++)
            {
                Any value = Sum(Generator.Of("<genexpr>", "Matrix.__matmul__.<locals>.<genexpr>", Sequences.Range(Cols).Select(k => this[(i, k)] * other[(k, j)])));
                @out[(i, j)] = value;
            }
        }
        return @out;
    }

    public string Represent()
    {
        return Str.Join("\n", Data_.Select(row => Str.Join(" ", row.Select(x => F($"{x:4.1f}")))));
    }

    public Any this[(PyInt, PyInt) key] { get => GetItem(key); set => SetItem(key, value); }

    public static readonly PyType Type = PyType.Emitted("Matrix", "__main__")
        .Constructor("rows, cols, fill=", a => new Matrix(a[0].As<PyInt>(), a[1].As<PyInt>(), a[2].As<double>()), 0.0)
        .Field("rows", self => self.As<Matrix>().Rows, (self, value) => self.As<Matrix>().Rows = value.As<PyInt>())
        .Field("cols", self => self.As<Matrix>().Cols, (self, value) => self.As<Matrix>().Cols = value.As<PyInt>())
        .Field("data", self => self.As<Matrix>().Data_, (self, value) => self.As<Matrix>().Data_ = value.As<PyList<PyList<Any>>>())
        .Method("__getitem__", "self, pos", (self, pos) => self.As<Matrix>().GetItem(pos.As<(PyInt, PyInt)>()))
        .Method("__setitem__", "self, pos, value", (self, pos, value) => self.As<Matrix>().SetItem(pos.As<(PyInt, PyInt)>(), value))
        .Method("__matmul__", "self, other", (self, other) => self.As<Matrix>().Matmul(other.As<Matrix>()))
        .Method("__repr__", self => self.As<Matrix>().Represent());
    public override PyType Class => Type;
}

public class Account : PyObject
{
    public static double Interest => 0.05;

    public Account(string owner, double balance = 0.0)
    {
        Owner = owner;
        Balance_ = balance;
        Secret_ = 42;
    }

    public string Owner { get; set; }
    public Any Balance_ { get; set; }
    public PyInt Secret_ { get; set; }

    public Any Balance => Balance_;

    public void Deposit(Any amount)
    {
        if (amount <= 0)
        {
            throw new ValueError(F($"bad amount: {amount}"));
        }
        Balance_ = Any.AddInPlace(Balance_, amount);
    }

    public PyInt Secret()
    {
        return Secret_;
    }

    public static readonly PyType Type = PyType.Emitted("Account", "__main__")
        .Attribute("interest", Interest)
        .Constructor("owner, balance=", a => new Account(a[0].As<string>(), a[1].As<double>()), 0.0)
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value.As<string>())
        .Field("_balance", self => self.As<Account>().Balance_, (self, value) => self.As<Account>().Balance_ = value)
        .Field("__secret", self => self.As<Account>().Secret_, (self, value) => self.As<Account>().Secret_ = value.As<PyInt>())
        .Property("balance", self => self.As<Account>().Balance)
        .Method("deposit", "self, amount", (self, amount) => self.As<Account>().Deposit(amount))
        .Method("secret", self => self.As<Account>().Secret());
    public override PyType Class => Type;
}

/// <summary>Module doc.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any Doc = "Module doc.";
    internal static Any Tree = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static PyList<PyInt> DefaultMutAcc = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("classes_and_loops.py", args, Run);

    public static PyList<PyInt> Primes(PyInt n)
    {
        var sieve = (PyList<bool>)[true] * (n + 1);
        PyList<PyInt> result = (PyList<PyInt>)[];
        for (PyInt i = 2, stop = n + 1; i < stop; i++)
        {
            if (sieve[i])
            {
                result.Append(i);
                foreach (var j in Sequences.Range(i * i, n + 1, i))
                {
                    sieve[j] = false;
                }
            }
        }
        return result;
    }

    public static PyList<PyInt> Quicksort(PyList<PyInt> xs)
    {
        Recursion.Check();
        if (Len(xs) <= 1)
        {
            return xs;
        }
        PyInt pivot = xs[PyInt.FloorDiv(Len(xs), 2)];
        var left = new PyList<PyInt>(xs.Where(x => x < pivot));
        var mid = new PyList<PyInt>(xs.Where(x => x == pivot));
        var right = new PyList<PyInt>(xs.Where(x => x > pivot));
        return Quicksort(left) + mid + Quicksort(right);
    }

    public static PyDict<string, PyInt> WordCount(string text)
    {
        var counts = new PyDict<string, PyInt>();
        foreach (var word in Str.Split(Str.Lower(text)))
        {
            counts.GetRef(word) += 1;
        }
        return counts;
    }

    public static PyList<Any> Apply(Any f, Any xs)
    {
        return new PyList<Any>(Sequences.Of(xs).Select(x => f.Call(x)));
    }

    public static PyInt Collatz(PyInt n)
    {
        PyInt steps = 0;
        while (n != 1)
        {
            n = n % 2 == 0 ? PyInt.FloorDiv(n, 2) : 3 * n + 1;
            steps += 1;
        }
        return steps;
    }

    public static IEnumerable<Any> Flatten(Any x)
    {
        Recursion.Check();
        foreach (var item in Sequences.Of(x))
        {
            if (IsInstance(item, PyTuple.Of(Builtins.Get("list"), Builtins.Get("tuple"))))
            {
                foreach (var item2 in Flatten(item))
                {
                    yield return item2;
                }
            }
            else
            {
                yield return item;
            }
        }
    }

    public static PyList<PyInt> DefaultMut(PyInt x, PyList<PyInt> acc)
    {
        acc.Append(x);
        return acc;
    }

    public static Any Outer()
    {
        PyInt x = 1;
        Any Mid()
        {
            x += 1;
            PyInt Inner()
            {
                return x * 10;
            }
            Any innerFunction = new PyFunction("outer.<locals>.mid.<locals>.inner", "", () => Inner());
            return innerFunction;
        }
        Any f = Mid();
        x += 5;
        return f.Call();
    }

    public static PyInt? RetFinally()
    {
        for (PyInt i = 0; i < 3; i++)
        {
            try
            {
                if (i == 1)
                {
                    continue;
                }
                if (i == 2)
                {
                    return i;
                }
            }
            finally
            {
                Print("f", i);
            }
        }
        return null;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyInt i = default;
        Any y = default;
        Any value = default;
        Any sys = Modules.Import("sys");
        Any typeVar = Modules.ImportFrom("typing", "TypeVar");
        Any t = typeVar.Call("T");
        var s = new Stack();
        s.Push(1);
        s.Push(2);
        Print(s.Pop(), Len(s));
        var a = new Matrix(2, 2);
        a[((PyInt)0, (PyInt)0)] = 1.0;
        a[((PyInt)0, (PyInt)1)] = 2.0;
        a[((PyInt)1, (PyInt)0)] = 3.0;
        a[((PyInt)1, (PyInt)1)] = 4.0;
        Print(a.Matmul(a));
        Print(Primes(50));
        Print(Quicksort((PyList<PyInt>)[3, 6, 1, 8, 2, 9, 2]));
        var wc = WordCount("the quick the lazy the dog");
        Print(wc, Sequences.Sorted(wc.Items, key: kv => (-kv.Item2, kv.Item1)));
        var acc = new Account("bob", 10.0);
        acc.Deposit(5.5);
        Print(acc.Balance, acc.Owner, Account.Interest, acc.Secret());
        try
        {
            acc.Deposit(-1);
        }
        catch (ValueError exc)
        {
            using var handling = Handling.Of(exc);
            Print("error:", exc);
        }
        Print(Apply(new PyFunction("<lambda>", "x", (Any x) => x * x), Sequences.Range(5)), Apply(Builtins.Get("abs"), (PyList<Any>)[-1, 2]));
        Print(new PyList<PyInt>(Sequences.Range(1, 10).Select(i => Collatz(i))));
        Print(new PyList<Any>(Flatten((PyList<Any>)[1, (PyList<Any>)[2, PyTuple.Of(3, (PyList<Any>)[4])], 5])));
        Tree = ClassBuilder.Build("Tree", "Tree", "__main__", new Arguments(), ns =>
        {
            ns["Node"] = ClassBuilder.Build("Node", "Tree.Node", "__main__", new Arguments(), ns2 =>
            {
                void Init(Any self, Any key)
                {
                    self.Set("key", key);
                    self.Set("left", Any.None);
                    self.Set("right", Any.None);
                }
                ns2["__init__"] = new PyFunction("Tree.Node.__init__", "self, key", (Any self, Any key) => Init(self, key));
            });
            void Init(Any self)
            {
                self.Set("root", Any.None);
            }
            ns["__init__"] = new PyFunction("Tree.__init__", "self", (Any self) => Init(self));
            void Insert(Any self, Any key)
            {
                if (self.Get("root").IsNone)
                {
                    self.Set("root", Tree.Invoke("Node", key));
                    return;
                }
                Any n = self.Get("root");
                while (true)
                {
                    if (key < n.Get("key"))
                    {
                        if (n.Get("left").IsNone)
                        {
                            n.Set("left", Tree.Invoke("Node", key));
                            return;
                        }
                        n = n.Get("left");
                    }
                    else
                    {
                        if (n.Get("right").IsNone)
                        {
                            n.Set("right", Tree.Invoke("Node", key));
                            return;
                        }
                        n = n.Get("right");
                    }
                }
            }
            ns["insert"] = new PyFunction("Tree.insert", "self, key", (Any self, Any key) => Insert(self, key));
            Generator<Any> Walk(Any self, Any n)
            {
                return Generator<Any>.Create("walk", "Tree.walk", Body);

                async GeneratorBody<Any> Body(Yielder<Any> y)
                {
                    if (n == "root")
                    {
                        n = self.Get("root");
                    }
                    if (n.Truth)
                    {
                        await y.YieldFrom(self.Invoke("walk", n.Get("left")));
                        await y.Yield(n.Get("key"));
                        await y.YieldFrom(self.Invoke("walk", n.Get("right")));
                    }
                    return Any.None;
                }
            }
            ns["walk"] = new PyFunction("Tree.walk", "self, n=", (Any self, Any n) => Walk(self, n), "root") { Flavour = "generator" };
        });
        Any t_ = Tree.Call();
        foreach (var k in (PyList<PyInt>)[5, 2, 8, 1, 9])
        {
            t_.Invoke("insert", k);
        }
        Print(new PyList<Any>(Sequences.Of(t_.Invoke("walk"))));
        Any total = 0;
        foreach (var item in Sequences.Enumerate(Sequences.Zip((PyList<PyInt>)[1, 2], (PyList<PyInt>)[3, 4])))
        {
            var items = item;
            i = items.Item1;
            var items2 = items.Item2;
            X = items2.Item1;
            y = items2.Item2;
            total = Any.AddInPlace(total, i * X * y);
        }
        Print(total);
        DefaultMutAcc = (PyList<PyInt>)[];
        DefaultMut(1, DefaultMutAcc);
        Print(DefaultMut(2, DefaultMutAcc));
        X = (PyList<Any>)[1, 2, 3];
        y = X;
        y = Any.AddInPlace(y, (PyList<Any>)[4]);
        Print(X, Operators.Is(X, y));
        Print((PyList<Any>)[..Sequences.Range(3), ..Str.Characters("ab")], Displays.Dict(Displays.Spread(new PyDict<string, PyInt> { ["a"] = 1 }), Displays.Pair("b", 2)), PyTuple.Of([..(PyList<PyInt>)[1], 2]));
        Print(Outer());
        try
        {
            try
            {
                throw new KeyError("a");
            }
            finally
            {
                Print("cleanup");
            }
        }
        catch (KeyError e)
        {
            using var handling = Handling.Of(e);
            Print("got", e);
        }
        Print(RetFinally());
        Print(Name, Doc);
        Print(Str.Slice(StringConstants.AsciiLowercase, 0, 5), StringConstants.Digits);
        Print("café", "α", Str.Index("😀", 0), Len("😀a"), Ord("é"), Chr(128512));
        Print(F($"total={Repr(total)} {Repr(X):>15} {"nested " + F($"{(PyInt)1 + 1}")}"));
        Print(((PyList<Any>)[]).Count > 0 ? (Any)1 : (Any)2, (value = (Any)(PyList<Any>)[]).Truth ? value : (Any)"default", Any.None.IsNone, 3 == 3.0, Str.Compare("a", "b") < 0, Generic.Less(((PyInt)1, (PyInt)2), ((PyInt)1, (PyInt)3)), ((PyList<PyInt>)[1]).Equals((PyList<PyInt>)[1]));
        Print(Generic.ToAny(Numbers.DivMod((PyInt)(-7), 3)), PyInt.FloorDiv((PyInt)(-7), 3), PyFloat.RoundToInt(-2.5), PyFloat.RoundToInt(3.5), PyFloat.Truncate(-3.7), PyFloat.FloorDiv(7.0, 2.0), PyFloat.Pow(2.0, 0.5), 1E-07, 123456789.12345679, 10000000000000000.0, 1E+22);
        Print(TextFormat.Percent("%s %r %5.1f %x %o %e %c %%", Generic.ToAny(("s", "r", 3.14159, (PyInt)255, (PyInt)8, 12345.678, "c"))));
        var lines = Str.SplitLines("a\n  b\nc");
        Print(lines, new PyList<string>(lines.Select(l => Str.Strip(l))));
        foreach (var n in Sequences.Range(10, 0, -3))
        {
            Print([n], end: " ");
        }
        Print();
        i = 0;
        bool completed = true;
        while (i < 5)
        {
            i += 1;
            if (i == 2)
            {
                continue;
            }
            if (i == 4)
            {
                completed = false;
                break;
            }
            Print("i", i);
        }
        if (completed)
        {
            Print("else");
        }
        X = Any.Unbound;
        try
        {
            Print(Names.Global(X, "x"));
        }
        catch (NameError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
        sys.Get("stderr").Invoke("write", "err\n");
        Print(Sequences.Sorted(Str.Characters("hello"), key: Builtins.Get("str").Get("lower")), Sequences.Max(Str.Characters("abc"), key: Builtins.Get("ord")), new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(new PyFunction("<lambda>", "p, q", (Any p, Any q) => p + q), (PyList<Any>)[1], (PyList<Any>)[2]))));
        Print(IsInstance(3, PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))), IsSubclass(Builtins.Get("bool"), Builtins.Get("int")), Operators.Is(Builtins.Get("type").Call(""), Builtins.Get("str")), Callable(Builtins.Get("print")), HasAttr((PyList<Any>)[], "append"));
        sys.Get("exit").Call("bye");
    }
}
