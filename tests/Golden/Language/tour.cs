using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Tour;

using static Module;

public class Animal : PyObject
{
    public static PyInt Count { get; set; } = 0;

    public Animal(string name)
    {
        this.Name = name;
        Animal.Count += 1;
    }

    public string Name { get; set; }

    public virtual string Speak()
    {
        return "...";
    }

    public string ToText()
    {
        return F($"{Class.Name}({this.Name})");
    }

    public string Represent()
    {
        return "<" + ToStr(this) + ">";
    }

    public static readonly PyType Type = PyType.Emitted("Animal", "__main__")
        .Shared("count", () => Count, value => Count = value.As<PyInt>())
        .Constructor("name", a => new Animal(a[0].As<string>()))
        .Field("name", self => self.As<Animal>().Name, (self, value) => self.As<Animal>().Name = value.As<string>())
        .Method("speak", self => self.As<Animal>().Speak())
        .Method("__str__", self => self.As<Animal>().ToText())
        .Method("__repr__", self => self.As<Animal>().Represent());
    public override PyType Class => Type;
}

public class Dog : Animal
{
    public Dog(string name) : base(name)
    {
    }

    public override string Speak()
    {
        return "Woof";
    }

    public static new readonly PyType Type = PyType.Emitted("Dog", "__main__", Animal.Type)
        .Constructor("name", a => new Dog(a[0].As<string>()))
        .Method("speak", self => self.As<Dog>().Speak());
    public override PyType Class => Type;
}

public class Puppy : Dog, IEquatable<Puppy>
{
    public Puppy(string name, PyInt age) : base(name)
    {
        Age = age;
    }

    public PyInt Age { get; set; }

    public override string Speak()
    {
        return base.Speak() + "!";
    }

    public bool EqualTo(Any other)
    {
        return other.Is<Puppy>() && Age == other.As<Puppy>().Age;
    }

    public Any LessThan(Any other)
    {
        return Operators.Compare(Comparison.Lt, Age, other.Get("age"));
    }

    public PyInt ComputeHash()
    {
        return Hash(Age);
    }

    /// <summary>Finds the object in C# collections.</summary>
    public bool Equals(Puppy? other) => other is not null && EqualTo(other);

    public override bool Equals(object? obj) => obj is Puppy other && Equals(other);
    public override int GetHashCode() => ComputeHash().GetHashCode();

    public static new readonly PyType Type = PyType.Emitted("Puppy", "__main__", Dog.Type)
        .Constructor("name, age", a => new Puppy(a[0].As<string>(), a[1].As<PyInt>()))
        .Field("age", self => self.As<Puppy>().Age, (self, value) => self.As<Puppy>().Age = value.As<PyInt>())
        .Method("speak", self => self.As<Puppy>().Speak())
        .Method("__eq__", "self, other", (self, other) => self.As<Puppy>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Puppy>().LessThan(other))
        .Method("__hash__", self => self.As<Puppy>().ComputeHash());
    public override PyType Class => Type;
}

public class P : PyObject
{
    public P()
    {
        V_ = 1;
    }

    public Any V_ { get; set; }

    public Any V
    {
        get
        {
            return V_;
        }
        set
        {
            Recursion.Check();
            V_ = value;
        }
    }

    public static PyInt St(PyInt x)
    {
        return x;
    }

    public static (Any, PyInt) Cl(PyInt x)
    {
        return (((Any)P.Type).Get("__name__"), x);
    }

    public static readonly PyType Type = PyType.Emitted("P", "__main__")
        .Constructor("", a => new P())
        .Field("_v", self => self.As<P>().V_, (self, value) => self.As<P>().V_ = value)
        .Property("v", self => self.As<P>().V, (self, value) => self.As<P>().V = value)
        .StaticMethod("st", "x", a => P.St(a[0].As<PyInt>()))
        .ClassMethod("cl", "cls, x", a => Generic.ToAny(P.Cl(a[1].As<PyInt>())));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any V = Any.Unbound;
    internal static PyInt GlobalVar;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("tour.py", args, Run);

    public static IEnumerable<PyInt> Fib(PyInt n)
    {
        PyInt a = 0;
        PyInt b = 1;
        while (a < n)
        {
            yield return a;
            (a, b) = (b, a + b);
        }
    }

    public static Generator<PyInt> Gen()
    {
        return Generator<PyInt>.Create("gen", "gen", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                Any x = await y.Yield(1);
                Print("got", x);
                Any y_ = await y.Yield(2);
                Print("got", y_);
            }
            catch (ValueError e)
            {
                using var handling = Handling.Of(e);
                Print("caught", e);
                await y.Yield(99);
            }
            finally
            {
                Print("fin");
            }
            return "ret";
        }
    }

    public static Generator<PyInt> Outer()
    {
        return Generator<PyInt>.Create("outer", "outer", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            Any r = await y.YieldFrom(Gen());
            Print("r", r);
            return Any.None;
        }
    }

    public static Any Counter()
    {
        Any n = 0;
        Any Inc(Any by)
        {
            n = Any.AddInPlace(n, by);
            return n;
        }
        Any incFunction = new PyFunction("counter.<locals>.inc", "by=1", (Any by) => Inc(by));
        return incFunction;
    }

    public static (Any, Any, PyTuple, Any, Any, PyDict<Any, Any>) Kw(Any a, Any b, PyTuple args, Any c, Any d, PyDict<Any, Any> k)
    {
        return (a, b, args, c, d, k);
    }

    public static void Setg()
    {
        GlobalVar += 1;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any p = default;
        Any s = default;
        PyInt i = default;
        PyList<Any> b = default!;
        Any n = default;
        Any[] values = [];
        Any sys = Modules.Import("sys");
        PyList<Animal> pets = (PyList<Animal>)[new Animal("a"), new Dog("d"), new Puppy("p", 2), new Puppy("q", 1)];
        foreach (var item in pets)
        {
            p = item;
            Print(p, p.Invoke("speak"), Repr(p));
        }
        Print(Animal.Count, Sequences.Sorted(pets.Slice(2)), Operators.Compare(Comparison.Eq, pets[2], new Puppy("z", 2)), new PyDict<Animal, PyInt> { [pets[2]] = 1 });
        Print(new PyList<PyInt>(Fib(50)), Sequences.Sum(Fib(100)), Sequences.Max(Fib(10)));
        Generator<PyInt> g = Gen();
        Print(g.Next(), g.Send("a"));
        Print(g.Throw(new ValueError("boom")));
        try
        {
            g.Next();
        }
        catch (StopIteration caught)
        {
            s = caught;
            using var handling = Handling.Of(caught);
            Print("stop", s.Get("value"));
        }
        Print(new PyList<PyInt>(Outer().Items));
        var d = new PyDict<string, PyInt> { ["a"] = 1, ["b"] = 2 };
        foreach (var item2 in d.Items)
        {
            var items = item2;
            string k = items.Item1;
            V = items.Item2;
            Print(k, V);
        }
        d["c"] = d.Get("c", 0) + 1;
        IEnumerable<(PyInt, string)> Items(IEnumerable<(string, PyInt)> source)
        {
            foreach (var (k, v) in source)
            {
                yield return (v, k);
            }
        }
        Print(d, new PyList<string>(d.Keys.Where(k => d[k] > 1)), new PyDict<PyInt, string>(Items(d.Items)));
        PyList<PyList<PyInt>> m = (PyList<PyList<PyInt>>)[(PyList<PyInt>)[1, 2], (PyList<PyInt>)[3, 4]];
        IEnumerable<PyInt> Items2(IEnumerable<PyList<PyInt>> source2)
        {
            foreach (var row in source2)
            {
                foreach (var x in row)
                {
                    if (x % 2 != 0)
                    {
                        yield return x;
                    }
                }
            }
        }
        Print(new PyList<PyList<PyInt>>(Sequences.Range(2).Select(i => new PyList<PyInt>(m.Select(r => r[i])))), new PyList<PyInt>(Items2(m)));
        IEnumerable<Any> Items3(IEnumerable<PyInt> source3)
        {
            PyInt i = default;
            foreach (var item3 in source3)
            {
                i = item3;
                yield return new PyFunction("<lambda>", "", () => (Any)i);
            }
        }
        var fs = new PyList<Any>(Items3(Sequences.Range(3)));
        Print(new PyList<Any>(fs.Select(f => f.Call())));
        Any c = Counter();
        c.Call();
        Print(c.Call(5));
        Print(TextFormat.Percent("%5.2f|%-5s|%05d", Generic.ToAny((3.14159, "ab", (PyInt)42))), Str.Format("{:>8}|{:^8}|{!r}", "x", "y", "z"));
        PyInt x = 5;
        Print(x > 3 ? (Any)x : (Any)(-x), 1 < x && x < 10, !(x != 0), x != 0 ? (PyInt)0 : x, x != 0 ? x : (PyInt)1);
        bool succeeded = false;
        try
        {
            try
            {
                try
                {
                    _ = (PyInt)1 / 0;
                }
                catch (ZeroDivisionError e)
                {
                    throw Raise.During(Raise.From(new ValueError("bad"), e), e);
                }
                succeeded = true;
            }
            catch (ValueError e)
            {
                Print(Repr(e), Repr(((Any)e).Get("__cause__")));
            }
            if (succeeded)
            {
                Print("no");
            }
        }
        finally
        {
            Print("finally");
        }
        bool completed = true;
        foreach (var item4 in Sequences.Range(5))
        {
            i = item4;
            if (i == 3)
            {
                completed = false;
                break;
            }
        }
        if (completed)
        {
            Print("never");
        }
        while (true)
        {
            x -= 1;
            if (x < 0)
            {
                break;
            }
        }
        Print(x, PyInt.Pow((PyInt)2, 70), PyInt.FloorDiv((PyInt)(-7), 2), (PyInt)7 % -3, 1E+100, 0.1 + 0.2, (PyInt)10 / 4, 3.0);
        var items2 = Operators.Unpack((PyList<PyInt>)[1, 2, 3, 4], 1, 1);
        PyInt a = items2[0].As<PyInt>();
        b = items2[1].As<PyList<Any>>();
        PyInt cc = items2[2].As<PyInt>();
        Print(a, b, cc);
        Print([..((PyList<PyInt>)[1, 2]).Select(item5 => (Any)item5)], sep: "-", end: "!\n");
        Print(Generic.ToAny(Kw(1, 2, PyTuple.Of(), 3, 4, new PyDict<Any, Any>())), Generic.ToAny(Kw(1, 2, PyTuple.Of(3, 4), 5, 4, new PyDict<Any, Any> { ["e"] = 6 })));
        try
        {
            KwFunction.Call(1);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        PyList<Any> subject = (PyList<Any>)[1, "x", new PyDict<Any, Any> { ["k"] = 2 }];
        if (subject.Count == 3 && (IsInstance(subject[0], Builtins.Get("int")) && Matching.Bind(out n, subject[0])) && (IsInstance(subject[1], Builtins.Get("str")) && Matching.Bind(out s, subject[1])) && (Matching.Mapping(subject[2], new Any[] { "k" }, out values) && Matching.Bind(out V, values[0])) && V > 1)
        {
            Print("m", n, s, V);
        }
        else
        {
            Print("no");
        }
        using (var f = TextFile.Open("tour.tmp", "w"))
        {
            f.Write("hello\nworld\n");
        }
        using (var f = TextFile.Open("tour.tmp"))
        {
            foreach (var line in f)
            {
                Print(Str.Strip(line));
            }
        }
        s = "hello";
        Print(s[new PySlice(1, 3, Any.None)], s[new PySlice(Any.None, Any.None, -1)], s.Invoke("upper"), s.Invoke("find", "l"), Str.JoinAny("-", s), s * 2, Len(s), s.Contains("ell"));
        if (!(x < 0))
        {
            throw new AssertionError("msg");
        }
        d.Delete("a");
        Print(d, sys.Get("argv")[new PySlice(1, Any.None, Any.None)]);
        GlobalVar = 1;
        Setg();
        Print(GlobalVar);
        Print(IsInstance(true, Builtins.Get("int")), Builtins.Get("type").Call(1), PyInt.Parse("12"), PyFloat.Parse("1.5"), ToStr(3), ((PyList<Any>)[]).Count > 0, new PyList<string>(Str.Characters("ab")), Builtins.Get("tuple").Call((PyList<Any>)[1]), new PySet<PyInt>((PyList<PyInt>)[1, 1]));
        Print(Sequences.Sorted((PyList<PyInt>)[3, 1, 2], reverse: true), new PyList<PyInt>(Sequences.Reversed((PyList<PyInt>)[1, 2])), new PyList<(PyInt, string)>(Sequences.Zip((PyList<PyInt>)[1, 2], Str.Characters("ab"))), new PyList<(PyInt, string)>(Sequences.Enumerate(Str.Characters("ab"))), new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(Builtins.Get("str"), (PyList<Any>)[1, 2]))), new PyList<Any>(Sequences.Of(Builtins.Get("filter").Call(Any.None, (PyList<Any>)[0, 1]))));
        Print(Sequences.AnyOf((PyList<PyInt>)[0, 1]), Sequences.AllOf((PyList<PyInt>)[1, 0]), Numbers.Min((PyInt)3, 1), Sequences.Max((PyList<PyInt>)[2, 5]), Sum((PyList<Any>)[1, 2.5]), PyInt.Abs(-3), PyFloat.Round(2.567, 2), Generic.ToAny(Numbers.DivMod((PyInt)7, 2)), PyInt.PowMod(2, 3, 5));
        p = new P();
        p.Set("v", 7);
        Print(p.Get("v"), P.St(1), Generic.ToAny(P.Cl(2)));
    }

    public static readonly Any KwFunction = new PyFunction("kw", "a, b=2, *args, c, d=4, **k", (Any[] a) => Generic.ToAny(Kw(a[0], a[1], a[2].As<PyTuple>(), a[3], a[4], a[5].As<PyDict<Any, Any>>())));
}
