using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AttributesSetByMethods;

using static Module;

public class Square : PyObject
{
    public Square(PyInt pos)
    {
        Pos = pos;
    }

    public PyInt Pos { get; set; }
    private Late<PyList<Any>> _neighbours;
    public PyList<Any> Neighbours { get => _neighbours.Get(this, "neighbours"); set => _neighbours = value; }
    private Late<PyInt> _count;
    public PyInt Count { get => _count.Get(this, "count"); set => _count = value; }
    private Late<string> _secret_;
    public string Secret_ { get => _secret_.Get(this, "_Square__secret"); set => _secret_ = value; }
    private Late<PyInt> _hits;
    public PyInt Hits { get => _hits.Get(this, "hits"); set => _hits = value; }

    public void Link(PyList<Square> others)
    {
        Neighbours = (PyList<Any>)[];
        foreach (var o in others)
        {
            Neighbours.Append(o);
        }
        Count = Len(others);
        Secret_ = "s";
    }

    public PyInt Total()
    {
        return Count + Len(Neighbours);
    }

    public string Secret()
    {
        return Secret_;
    }

    public void Bump()
    {
        Hits += 1;
    }

    public static readonly PyType Type = PyType.Emitted("Square", "__main__")
        .Constructor("pos", a => new Square(a[0].As<PyInt>()))
        .Field("pos", self => self.As<Square>().Pos, (self, value) => self.As<Square>().Pos = value.As<PyInt>())
        .Field("neighbours", self => self.As<Square>()._neighbours.Peek(), (self, value) => self.As<Square>()._neighbours.Put(value))
        .Field("count", self => self.As<Square>()._count.Peek(), (self, value) => self.As<Square>()._count.Put(value))
        .Field("__secret", self => self.As<Square>()._secret_.Peek(), (self, value) => self.As<Square>()._secret_.Put(value))
        .Field("hits", self => self.As<Square>()._hits.Peek(), (self, value) => self.As<Square>()._hits.Put(value))
        .Method("link", "self, others", (self, others) => self.As<Square>().Link(others.As<PyList<Square>>()))
        .Method("total", self => self.As<Square>().Total())
        .Method("secret", self => self.As<Square>().Secret())
        .Method("bump", self => self.As<Square>().Bump());
    public override PyType Class => Type;
}

public class Cached : PyObject
{
    public Cached(PyInt n)
    {
        N = n;
        if (n > 2)
        {
            Big = true;
        }
    }

    public PyInt N { get; set; }
    private Late<bool> _big;
    public bool Big { get => _big.Get(this, "big"); set => _big = value; }
    private Late<Any> _value_;
    public Any Value_ { get => _value_.Get(this, "_value"); set => _value_ = value; }

    public Any Value()
    {
        if (!HasAttr(this, "_value"))
        {
            Print("computing");
            Value_ = N * 10;
        }
        return Value_;
    }

    public bool? TryBig()
    {
        try
        {
            return Big;
        }
        catch (AttributeError)
        {
            return null;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Cached", "__main__")
        .Constructor("n", a => new Cached(a[0].As<PyInt>()))
        .Field("n", self => self.As<Cached>().N, (self, value) => self.As<Cached>().N = value.As<PyInt>())
        .Field("big", self => self.As<Cached>()._big.Peek(), (self, value) => self.As<Cached>()._big.Put(value))
        .Field("_value", self => self.As<Cached>()._value_.Peek(), (self, value) => self.As<Cached>()._value_.Put(value))
        .Method("value", self => self.As<Cached>().Value())
        .Method("try_big", self => self.As<Cached>().TryBig());
    public override PyType Class => Type;
}

public class Slotted : PyObject
{
    public Slotted(PyInt a)
    {
        A = a;
    }

    public PyInt A { get; set; }
    private Late<string> _b;
    public string B { get => _b.Get(this, "b"); set => _b = value; }
    private Late<PyList<PyInt>> _c;
    public PyList<PyInt> C { get => _c.Get(this, "c"); set => _c = value; }

    public void SetB(string b)
    {
        B = b;
    }

    public static readonly PyType Type = PyType.Emitted("Slotted", "__main__")
        .Slots("a", "b", "c")
        .Constructor("a", a => new Slotted(a[0].As<PyInt>()))
        .Field("a", self => self.As<Slotted>().A, (self, value) => self.As<Slotted>().A = value.As<PyInt>())
        .Field("b", self => self.As<Slotted>()._b.Peek(), (self, value) => self.As<Slotted>()._b.Put(value))
        .Field("c", self => self.As<Slotted>()._c.Peek(), (self, value) => self.As<Slotted>()._c.Put(value))
        .Method("set_b", "self, b", (self, b) => self.As<Slotted>().SetB(b.As<string>()));
    public override PyType Class => Type;
}

public class Base : PyObject
{
    public Base()
    {
        Setup();
    }

    private Late<string> _kind;
    public string Kind { get => _kind.Get(this, "kind"); set => _kind = value; }

    public virtual void Setup()
    {
        Kind = "base";
    }

    public (Any, string) Show()
    {
        return (GetAttr(this, "extra", "none"), Kind);
    }

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Constructor("", a => new Base())
        .Field("kind", self => self.As<Base>()._kind.Peek(), (self, value) => self.As<Base>()._kind.Put(value))
        .Method("setup", self => self.As<Base>().Setup())
        .Method("show", self => Generic.ToAny(self.As<Base>().Show()));
    public override PyType Class => Type;
}

public class Derived : Base
{
    public Derived() : base()
    {
        Extra = 1;
    }

    public PyInt? Extra { get; set; }
    private Late<double> _depth;
    public double Depth { get => _depth.Get(this, "depth"); set => _depth = value; }
    private Late<(PyInt, PyInt)> _origin;
    public (PyInt, PyInt) Origin { get => _origin.Get(this, "origin"); set => _origin = value; }

    public override void Setup()
    {
        base.Setup();
        Extra = null;
        Depth = 2.5;
        Origin = ((PyInt)1, (PyInt)2);
    }

    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Base.Type)
        .Constructor("", a => new Derived())
        .Field("extra", self => self.As<Derived>().Extra, (self, value) => self.As<Derived>().Extra = value.As<PyInt?>())
        .Field("depth", self => self.As<Derived>()._depth.Peek(), (self, value) => self.As<Derived>()._depth.Put(value))
        .Field("origin", self => self.As<Derived>()._origin.Peek(), (self, value) => self.As<Derived>()._origin.Put(value))
        .Method("setup", self => self.As<Derived>().Setup());
    public override PyType Class => Type;
}

public class Node : PyObject
{
    private Late<Node> _parent;
    public Node Parent { get => _parent.Get(this, "parent"); set => _parent = value; }

    public void Attach(Node parent)
    {
        Parent = parent;
    }

    public Node Root()
    {
        var node = this;
        while (HasAttr(node, "parent"))
        {
            node = node.Parent;
        }
        return node;
    }

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("", _ => new Node())
        .Field("parent", self => self.As<Node>()._parent.Peek(), (self, value) => self.As<Node>()._parent.Put(value))
        .Method("attach", "self, parent", (self, parent) => self.As<Node>().Attach(parent.As<Node>()))
        .Method("root", self => self.As<Node>().Root());
    public override PyType Class => Type;
}

public class BadError : PyException
{
    public BadError(params Any[] args) : base(args)
    {
    }

    private Late<string> _why;
    public string Why { get => _why.Get(this, "why"); set => _why = value; }

    public BadError Mark(string why)
    {
        Why = why;
        return this;
    }

    public static new readonly PyType Type = PyType.Emitted("BadError", "__main__", PyException.Type)
        .Constructor("*args", a => new BadError(a[0].As<PyTuple>().ToArray()))
        .Field("why", self => self.As<BadError>()._why.Peek(), (self, value) => self.As<BadError>()._why.Put(value))
        .Method("mark", "self, why", (self, why) => self.As<BadError>().Mark(why.As<string>()));
    protected override PyType NativeClass => Type;
}

/// <summary>Attributes that methods set, not __init__.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("attributes_set_by_methods.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var a = new Square(1);
        var b = new Square(2);
        try
        {
            a.Total();
        }
        catch (AttributeError caught)
        {
            Any e = caught;
            Print(e);
        }
        a.Link((PyList<Square>)[a, b]);
        Print(a.Total(), a.Secret(), new PyList<Any>(a.Neighbours.Select(s => s.Get("pos"))));
        try
        {
            a.Bump();
        }
        catch (AttributeError caught2)
        {
            Any e = caught2;
            using var handling = Handling.Of(caught2);
            Print(e, e.Get("name"), Operators.Is(e.Get("obj"), a));
        }
        a.Hits = 3;
        a.Bump();
        Print(a.Hits, HasAttr(a, "hits"), HasAttr(b, "hits"), GetAttr(b, "count", "no"));
        try
        {
            b.Secret();
        }
        catch (AttributeError caught3)
        {
            Any e = caught3;
            Print(e);
        }
        var c = new Cached(3);
        Print(c.Value(), c.Value(), c.TryBig(), new Cached(1).TryBig());
        SetAttr(c, "_value", 7);
        Print(c.Value(), c.Value_);
        var s = new Slotted(1);
        try
        {
            Print(s.B);
        }
        catch (AttributeError caught4)
        {
            Any e = caught4;
            Print(e);
        }
        s.SetB("x");
        s.C = (PyList<PyInt>)[1];
        Print(s.A, s.B, s.C);
        try
        {
            ((Any)s).Set("d", 3);
        }
        catch (AttributeError caught5)
        {
            Any e = caught5;
            Print(e);
        }
        Print(Generic.ToAny(new Base().Show()), Generic.ToAny(new Derived().Show()), new Derived().Depth, Generic.ToAny(new Derived().Origin));
        var n = new Node();
        var m = new Node();
        m.Attach(n);
        Print(m.Root() == n, n.Root() == n);
        try
        {
            throw new BadError("x").Mark("because");
        }
        catch (BadError caught6)
        {
            Any e = caught6;
            using var handling = Handling.Of(caught6);
            Print(e, e.Get("why"));
        }
        try
        {
            Print(new BadError("y").Why);
        }
        catch (AttributeError caught7)
        {
            Any e = caught7;
            Print(e);
        }
        Any copy = Modules.Import("copy");
        Any d = copy.Get("copy").Call(a);
        Print(d.Get("hits"), Operators.Is(d.Get("neighbours"), a.Neighbours), HasAttr(copy.Get("copy").Call(b), "count"));
        Print(HasAttr(b, "kin") ? ((Any)new Derived()).Get("kin") : "no kin");
        new Square(4).Total();
    }
}
