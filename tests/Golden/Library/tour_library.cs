using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TourLibrary;

using static Module;

public sealed class Color : PyEnum<Color, PyInt>
{
    public static readonly Color Red = new Color("RED", 1);
    public static readonly Color Green = new Color("GREEN", 2);

    private Color(string name, PyInt value) : base(name, value)
    {
    }

    public string Describe()
    {
        return Str.Lower(this.Name);
    }

    public static readonly PyType Type = Enumeration("Color", "__main__", Red, Green)
        .Method("describe", self => self.As<Color>().Describe());
}

public class Inv : PyObject
{
    public Inv(string name, double price, Any tags)
    {
        this.Name = name;
        Price = price;
        Tags = tags.IsNone ? (Any)(PyList<Any>)[] : tags;
    }

    public string Name { get; set; }
    public double Price { get; set; }
    public Any Tags { get; set; }

    public double Total(PyInt n)
    {
        return Price * (double)n;
    }

    public string Represent()
    {
        return F($"Inv(name={Repr(this.Name)}, price={Repr(Price)}, tags={Repr(Tags)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Inv>())
        {
            return (value2 = (Any)(this.Name == other.As<Inv>().Name)).Truth ? (value = (Any)(Price == other.As<Inv>().Price)).Truth ? Operators.Compare(Comparison.Eq, Tags, other.As<Inv>().Tags) : value : value2;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Inv", "__main__")
        .Attribute("__hash__", Any.None)
        .Dataclass("name", "price", "tags")
        .Constructor("name, price=, tags=None", a => new Inv(a[0].As<string>(), a[1].As<double>(), a[2]), 1.5)
        .Field("name", self => self.As<Inv>().Name, (self, value) => self.As<Inv>().Name = value.As<string>())
        .Field("price", self => self.As<Inv>().Price, (self, value) => self.As<Inv>().Price = value.As<double>())
        .Field("tags", self => self.As<Inv>().Tags, (self, value) => self.As<Inv>().Tags = value)
        .Method("total", "self, n=2", (self, n) => self.As<Inv>().Total(n.As<PyInt>()))
        .Method("__repr__", self => self.As<Inv>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Inv>().EqualTo(other));
    public override PyType Class => Type;
}

public abstract class Shape : PyObject
{
    public abstract PyInt Area();

    public string Represent()
    {
        return F($"{Class.Name} {Area():.2f}");
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__", PyType.Abc)
        .Method("area", self => self.As<Shape>().Area())
        .Method("__repr__", self => self.As<Shape>().Represent())
        .AbstractMethods("area");
    public override PyType Class => Type;
}

public class Sq : Shape
{
    public Sq(PyInt s)
    {
        S = s;
    }

    public PyInt S { get; set; }

    public override PyInt Area()
    {
        return PyInt.Pow(S, 2);
    }

    public static new readonly PyType Type = PyType.Emitted("Sq", "__main__", Shape.Type)
        .Constructor("s", a => new Sq(a[0].As<PyInt>()))
        .Field("s", self => self.As<Sq>().S, (self, value) => self.As<Sq>().S = value.As<PyInt>())
        .Method("area", self => self.As<Sq>().Area());
    public override PyType Class => Type;
}

public class Node : PyObject, IEnumerable<Any>
{
    public Node(Any v, Node? nxt = null)
    {
        V = v;
        Nxt = nxt;
    }

    public Any V { get; set; }
    public Node? Nxt { get; set; }

    public IEnumerable<Any> Iterate()
    {
        Node? n = this;
        while (((Any)n).Truth)
        {
            yield return n!.V;
            n = n!.Nxt;
        }
    }

    public PyInt GetLength()
    {
        return Sequences.Sum(this.Select(_ => (PyInt)1));
    }

    public Any GetItem(Any i)
    {
        return ((Any)new PyList<Any>(this))[i];
    }

    public bool Contains(Any x)
    {
        return new PyList<Any>(this).Contains(x);
    }

    public Any Invoke(Any x)
    {
        return x + V;
    }

    public bool ToBool()
    {
        return true;
    }

    public Node Add(Any o)
    {
        return new Node(V + o.Get("v"));
    }

    public Any this[Any key] => GetItem(key);

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<Any> GetEnumerator() => Iterate().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("v, nxt=None", a => new Node(a[0], a[1].As<Node?>()))
        .Field("v", self => self.As<Node>().V, (self, value) => self.As<Node>().V = value)
        .Field("nxt", self => self.As<Node>().Nxt, (self, value) => self.As<Node>().Nxt = value.As<Node?>())
        .Method("__iter__", self => Generator.Of("__iter__", "Node.__iter__", self.As<Node>().Iterate()))
        .Method("__len__", self => self.As<Node>().GetLength())
        .Method("__getitem__", "self, i", (self, i) => self.As<Node>().GetItem(i))
        .Method("__contains__", "self, x", (self, x) => self.As<Node>().Contains(x))
        .Method("__call__", "self, x", (self, x) => self.As<Node>().Invoke(x))
        .Method("__bool__", self => self.As<Node>().ToBool())
        .Method("__add__", "self, o", (self, o) => self.As<Node>().Add(o));
    public override PyType Class => Type;
}

public class Attr : PyObject
{
    public Any Getattr(Any n)
    {
        return n.Invoke("upper");
    }

    public static readonly PyType Type = PyType.Emitted("Attr", "__main__")
        .Constructor("", _ => new Attr())
        .Method("__getattr__", "self, n", (self, n) => self.As<Attr>().Getattr(n));
    public override PyType Class => Type;
}

public class E1 : PyException
{
    public E1(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("E1", "__main__", PyException.Type)
        .Constructor("*args", a => new E1(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

public class E2 : E1
{
    public E2(PyInt code) : base(F($"code {code}"))
    {
        Code = code;
    }

    public PyInt Code { get; set; }

    public static new readonly PyType Type = PyType.Emitted("E2", "__main__", E1.Type)
        .Constructor("code", a => new E2(a[0].As<PyInt>()))
        .Field("code", self => self.As<E2>().Code, (self, value) => self.As<E2>().Code = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("tour_library.py", args, Run);

    public static Generator<PyInt> Cm(PyInt n)
    {
        return Generator<PyInt>.Create("cm", "cm", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            Print("in", n);
            try
            {
                await y.Yield(n * 2);
            }
            finally
            {
                Print("out", n);
            }
            return Any.None;
        }
    }

    public static Any Fibm(Any n)
    {
        Recursion.Check();
        return n < 2 ? n : FibmFunction.Call(n - 1) + FibmFunction.Call(n - 2);
    }

    public static Any WCore(PyTuple a)
    {
        return FibmFunction.Call(new Arguments { new Star(a) });
    }

    public static Any Deco(PyInt n)
    {
        Any Inner(Any f)
        {
            Any Wrap(PyTuple a, PyDict<Any, Any> k)
            {
                Print("call", n);
                return f.Call(new Arguments { new Star(a), new StarStar(k) });
            }
            Any wrapFunction = new PyFunction("deco.<locals>.inner.<locals>.wrap", "*a, **k", (Any[] a) => Wrap(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>()));
            return wrapFunction;
        }
        Any innerFunction = new PyFunction("deco.<locals>.inner", "f", (Any f) => Inner(f));
        return innerFunction;
    }

    public static Any HelloCore(Any x)
    {
        return x;
    }

    public static string F_(PyInt? x = null)
    {
        if (x is null)
        {
            return "none";
        }
        return ToStr(x.Value + 1);
    }

    public static void G()
    {
        Any loc = Any.Unbound;
        try
        {
            Print(Builtins.Get("undefined_thing"));
        }
        catch (NameError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
        try
        {
            Print(Names.Local(loc, "loc"));
            loc = 1;
        }
        catch (UnboundLocalError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any a = default;
        PyInt nn = default;
        Any math = Modules.Import("math");
        Any json = Modules.Import("json");
        Any itertools = Modules.Import("itertools");
        Any functools = Modules.Import("functools");
        Any namedtuple = Modules.ImportFrom("collections", "namedtuple");
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any asdict = Modules.ImportFrom("dataclasses", "asdict");
        Any intEnum = Modules.ImportFrom("enum", "IntEnum");
        Any namedTuple = Modules.ImportFrom("typing", "NamedTuple");
        Any suppress = Modules.ImportFrom("contextlib", "suppress");
        Any exitStack = Modules.ImportFrom("contextlib", "ExitStack");
        Any point = namedtuple.Call("Point", "x y");
        Any p = point.Call(1, 2);
        Print(p, p.Get("x"), p.Invoke("_replace", new Arguments { { "x", 5 } }), Operators.Compare(Comparison.Eq, p, Generic.ToAny(((PyInt)1, (PyInt)2))), p.Invoke("_asdict"));
        Any emp = ClassBuilder.Build("Emp", "Emp", "__main__", new Arguments { namedTuple }, ns2 =>
        {
            ns2.Annotate("name", Builtins.Get("str"));
            ns2["id"] = 3;
            ns2.Annotate("id", Builtins.Get("int"));
        });
        Print(emp.Call("a"), emp.Call("b", 4).Get("id"));
        Print(Color.Red, Repr(Color.Green), Color.Of(1), Color.Named("RED"), new PyList<Color>(Color.Members), Color.Red.Describe(), Color.Red == Color.Of(1));
        Any sev = ClassBuilder.Build("Sev", "Sev", "__main__", new Arguments { intEnum }, ns3 =>
        {
            ns3["LOW"] = 1;
            ns3["HIGH"] = 2;
        });
        Print(Operators.Compare(Comparison.Gt, sev.Get("HIGH"), sev.Get("LOW")), sev.Get("HIGH") + 1, Sequences.Sorted((PyList<Any>)[sev.Get("HIGH"), sev.Get("LOW")]));
        var i = new Inv("w", 1.5, Any.None);
        i.Tags.Invoke("append", 1);
        Print(i, i.Total(2), asdict.Call(i), Operators.Compare(Comparison.Eq, i, new Inv("w", 1.5, (PyList<Any>)[1])));
        Any decorator = dataclass.Call(new Arguments { { "frozen", true }, { "order", true } });
        Any vClass = ClassBuilder.Build("V", "V", "__main__", new Arguments(), ns4 =>
        {
            ns4.Annotate("a", Builtins.Get("int"));
            ns4["b"] = 0;
            ns4.Annotate("b", Builtins.Get("int"));
        });
        Any v = decorator.Call(vClass);
        Print(Operators.Compare(Comparison.Lt, v.Call(1), v.Call(2)), Hash(v.Call(1)) == Hash(v.Call(1)), new PyDict<Any, PyInt> { [v.Call(1)] = 2 });
        try
        {
            v.Call(1).Set("a", 3);
        }
        catch (PyException caught)
        {
            Any e = caught;
            using var handling = Handling.Of(caught);
            Print(PyType.Of(e).Name, e);
        }
        Print(new Sq(2));
        try
        {
            ((Any)Shape.Type).Call();
        }
        catch (TypeError caught2)
        {
            Any e = caught2;
            using var handling = Handling.Of(caught2);
            Print(e);
        }
        var manager = Context.Of(CmManager(3));
        PyInt v_ = manager.Enter();
        try
        {
            Print(v_);
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        var manager2 = Context.Of(suppress.Call(KeyError.Type));
        manager2.Enter();
        try
        {
            new PyDict<Any, Any>().At((Any)"x");
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        var manager3 = Context.Of(exitStack.Call());
        Any entered = manager3.Enter();
        try
        {
            Any st = entered;
            a = st.Invoke("enter_context", CmManager(1));
            st.Invoke("callback", Builtins.Get("print"), "cb");
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        Print(FibmFunction.Call(80), FibmFunction.Invoke("cache_info"));
        Any w = functools.Get("wraps").Call(FibmFunction).Call(WCoreFunction);
        Print(w.Get("__name__"), functools.Get("reduce").Call(new PyFunction("<lambda>", "a, b", (Any a, Any b) => a * b), Sequences.Range(1, 6)), functools.Get("partial").Call(Builtins.Get("pow"), 2).Call(5));
        IEnumerable<(Any, PyList<Any>)> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                Any k = items[0];
                Any g = items[1];
                yield return (k, new PyList<Any>(Sequences.Of(g)));
            }
        }
        Print(new PyList<Any>(Sequences.Of(itertools.Get("islice").Call(itertools.Get("count").Call(5, 2), 3))), new PyList<Any>(Sequences.Of(itertools.Get("chain").Call((PyList<Any>)[1], (PyList<Any>)[2]))), new PyList<Any>(Sequences.Of(itertools.Get("combinations").Call("abc", 2))), new PyList<(Any, PyList<Any>)>(Items(Sequences.Of(itertools.Get("groupby").Call("aabbc")))));
        Print(new PyList<Any>(Sequences.Of(itertools.Get("accumulate").Call((PyList<Any>)[1, 2, 3]))), new PyList<Any>(Sequences.Of(itertools.Get("product").Call((PyList<Any>)[1, 2], "ab"))), new PyList<Any>(Sequences.Of(itertools.Get("permutations").Call((PyList<Any>)[1, 2, 3], 2))), new PyList<Any>(Sequences.Of(itertools.Get("zip_longest").Call(new Arguments { (PyList<Any>)[1], (PyList<Any>)[2, 3], { "fillvalue", 0 } }))));
        var c = new PyCounter<string>(Str.Characters("abracadabra"));
        Print(c.MostCommon(2), c["z"], c);
        var dq = new PyDeque<Any>(((PyList<PyInt>)[1, 2, 3]).Select(item2 => (Any)item2), maxLength: 3);
        dq.Append(4);
        dq.AppendLeft(0);
        Print(dq, dq.PopLeft());
        var dd = new PyDefaultDict<string, PyList<PyInt>>();
        dd["a"].Append(1);
        Print(dd, new PyDict<string, PyList<PyInt>>(dd));
        Print(json.Get("dumps").Call(new PyDict<Any, Any> { ["a"] = (PyList<Any>)[1, 2.5, Any.None, true], ["b"] = new PyDict<Any, Any> { ["c"] = "é" } }), json.Get("loads").Call("{\"x\": [1, {\"y\": null}]}"), json.Get("dumps").Call(new Arguments { (PyList<Any>)[1, 2], { "indent", 2 } }));
        Print(PyMath.Sqrt(2.0), double.Pi, PyMath.Floor(-2.5), PyMath.Gcd(12, 18), math.Get("isclose").Call(0.1 + 0.2, 0.3), math.Get("factorial").Call(20), double.PositiveInfinity);
        var n = new Node(1, new Node(2, new Node(3)));
        Print(new PyList<Any>(n), Len(n), n[1], n.Contains(2), ((Any)n).Call(10), n.Add(n).V, (PyList<Any>)[..n]);
        Any metaClass = Any.Unbound;
        metaClass = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns5 =>
        {
            Any New(Any m, Any name, Any bases, Any ns)
            {
                ns.SetItem("tag", name.Invoke("lower"));
                return ((Any)new Super(metaClass.As<PyType>(), m)).Invoke("__new__", new Arguments { m, name, bases, ns });
            }
            ns5["__new__"] = new StaticMethod(new PyFunction("Meta.__new__", "m, name, bases, ns", (Any[] a) => New(a[0], a[1], a[2], a[3])));
            ns5.ClassCell(made4 => metaClass = made4);
        });
        Any meta = metaClass;
        Any withMeta = ClassBuilder.Build("WithMeta", "WithMeta", "__main__", new Arguments { { "metaclass", meta } }, ns6 =>
        {
        });
        Print(withMeta.Get("tag"), PyType.Of(withMeta).Name);
        Any desc = ClassBuilder.Build("Desc", "Desc", "__main__", new Arguments(), ns7 =>
        {
            void SetName(Any self, Any o, Any n)
            {
                self.Set("n", n);
            }
            ns7["__set_name__"] = new PyFunction("Desc.__set_name__", "self, o, n", (Any self, Any o, Any n) => SetName(self, o, n));
            string Get_(Any self, Any i, Any o)
            {
                return F($"get {self.Get("n")}");
            }
            ns7["__get__"] = new PyFunction("Desc.__get__", "self, i, o", (Any self, Any i, Any o) => Get_(self, i, o));
        });
        Any usesDesc = ClassBuilder.Build("UsesDesc", "UsesDesc", "__main__", new Arguments(), ns8 =>
        {
            ns8["d"] = desc.Call();
        });
        Print(usesDesc.Call().Get("d"));
        Print(((Any)new Attr()).Get("foo"), GetAttr(new Attr(), "bar"));
        Any hello = Deco(5).Call(HelloCoreFunction);
        Print(hello.Call(1));
        try
        {
            throw new E2(4);
        }
        catch (E1 caught3)
        {
            Any e = caught3;
            using var handling = Handling.Of(caught3);
            Print(e, e.Get("code"), Repr(e));
        }
        try
        {
            throw Raise.Of(Builtins.Get("ExceptionGroup").Call("eg", (PyList<Any>)[new ValueError(1), new TypeError("t"), Builtins.Get("ExceptionGroup").Call("in", (PyList<Any>)[new KeyError("k")])]));
        }
        catch (BaseException caught4)
        {
            var groups = new ExceptStar(caught4);
            if (groups.Match(ValueError.Type, out var group))
            {
                try
                {
                    Any eg = group;
                    using var handling = Handling.Of(group);
                    Print("v", eg.Get("exceptions"));
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            if (groups.Match(PyTuple.Of(TypeError.Type, KeyError.Type), out var group2))
            {
                try
                {
                    Any eg = group2;
                    using var handling = Handling.Of(group2);
                    Print("t", eg, eg.Get("exceptions"));
                }
                catch (BaseException raised2)
                {
                    groups.Add(raised2);
                }
            }
            groups.Finish();
        }
        Print(F_(), F_(3));
        G();
        try
        {
            _ = ((PyList<PyInt>)[1, 2])[5];
        }
        catch (IndexError caught5)
        {
            Any e = caught5;
            using var handling = Handling.Of(caught5);
            Print(e);
        }
        try
        {
            PyInt.Parse("x");
        }
        catch (ValueError caught6)
        {
            Any e = caught6;
            using var handling = Handling.Of(caught6);
            Print(e);
        }
        try
        {
            _ = (Any)"a" + 1;
        }
        catch (TypeError caught7)
        {
            Any e = caught7;
            using var handling = Handling.Of(caught7);
            Print(e);
        }
        try
        {
            Any.None.Get("foo");
        }
        catch (AttributeError caught8)
        {
            Any e = caught8;
            using var handling = Handling.Of(caught8);
            Print(e);
        }
        Print(F($"{3.14159:.2f} {(Any)42:#x} {(Any)1234567:,} {"s":>5} {Repr((PyList<PyInt>)[1]):>6} {0.5:%} {(Any)5:03d} {10000000000.0:g}"));
        var x = (PySet<PyInt>)[1, 2] | (PySet<PyInt>)[3];
        x.Add(4);
        Print(x, (PySet<PyInt>)[1, 2] & (PySet<PyInt>)[2], (PySet<PyInt>)[1, 2] - (PySet<PyInt>)[2], Builtins.Get("frozenset").Call((PyList<Any>)[1]));
        (PyInt, string, double) t = ((PyInt)1, "a", 2.0);
        var items2 = t;
        a = items2.Item1;
        string b = items2.Item2;
        double cc = items2.Item3;
        Print(t.Item1, t.Item3, Len(Generic.ToAny(t)), a, b, cc, Generic.ToAny(t) + PyTuple.Of(1), Generic.ToAny(t) * 2);
        Print(Builtins.Get("bytes").Call((PyList<Any>)[1, 2]), PyBytes.FromLatin1("abc").Hex(), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("x")), Str.Encode("é"), PyBytes.FromLatin1("Ã©").Decode(), Builtins.Get("int").Invoke("from_bytes", PyBytes.FromLatin1("\u0001\0"), "big"));
        Print(1000000, 255, 3, 1000.0, (Any)new System.Numerics.Complex(0.0, 3.0) * 2, Builtins.Get("complex").Call(1, 2), ~(PyInt)5, (PyInt)5 & 3, (PyInt)5 | 3, (PyInt)5 ^ 3, (PyInt)1 << 10, PyInt.FloorDiv((PyInt)(-17), 5), (PyInt)(-17) % 5, Any.Pow((Any)2, -1));
        PyList<PyInt> lst = (PyList<PyInt>)[5, 3, 1];
        lst.Sort(key: v_ => -v_);
        lst.Insert(1, 9);
        PyList<PyInt> value = (PyList<PyInt>)[7, 8];
        lst.SetSlice(1, 2, value);
        lst.Delete(0);
        Print(lst, lst.Index(8), lst.CountOf(3), lst.Slice(Any.None, Any.None, -1));
        IEnumerable<(string, PyInt)> Items2(IEnumerable<(string, PyInt)> source2)
        {
            foreach (var (k, v_) in source2)
            {
                yield return (k, v_);
            }
        }
        Print(new PyList<PyInt>(Sequences.Range(10).Where(i => i % 2 != 0).Where(i => i > 3)), new PyDict<string, PyInt>(Items2(Sequences.Zip(Str.Characters("ab"), (PyList<PyInt>)[1, 2]))), ((Any)new PyFunction("<lambda>", "*a, **k", (Any[] a2) =>
        {
            PyTuple a = a2[0].As<PyTuple>();
            PyDict<Any, Any> k = a2[1].As<PyDict<Any, Any>>();
            return (Any)PyTuple.Of(a, k);
        })).Call(new Arguments { 1, { "z", 2 } }));
        if ((nn = Len(lst)) > 2)
        {
            Print(nn);
        }
        Print([..Sequences.Range(3).Select(q => ToStr(q)).Select(item3 => (Any)item3)], sep: ",");
        Print(Str.Split("a,b,c", ","), Str.Strip(" x "), Str.Replace("abc", "b", "x"), Str.Title("Hello World"), Str.Join("x", (PyList<string>)["1", "2"]), Str.Index("abc", 1), TextFormat.Percent("%s %d", Generic.ToAny(("a", (PyInt)1))), Str.StartsWith("abc", "ab"));
    }

    public static GeneratorContext<PyInt> CmManager(PyInt n) => GeneratorContext.Of(() => Cm(n));
    public static readonly Any FibmFunction = CachedFunction.Of(new PyFunction("fibm", "n", (Any n) => Fibm(n)));
    public static readonly Any WCoreFunction = new PyFunction("w", "*a", (Any[] a) => WCore(a[0].As<PyTuple>()));
    public static readonly Any HelloCoreFunction = new PyFunction("hello", "x", (Any x) => HelloCore(x));
}
