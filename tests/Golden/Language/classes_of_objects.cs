using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassesOfObjects;

using static Module;

public class Vec : PyObject
{
    public static PyInt Made => 0;

    public Vec(Any x, Any y)
    {
        X = x;
        Y = y;
        Any target = ((Any)this).Get("__class__");
        target.Set("made", Any.AddInPlace(target.Get("made"), 1));
        Any target2 = Builtins.Get("type").Call(this);
        target2.Set("made", Any.AddInPlace(target2.Get("made"), 0));
    }

    public Any X { get; set; }
    public Any Y { get; set; }

    public Vec Add(Any other)
    {
        return new Vec(X + other.Get("x"), Y + other.Get("y"));
    }

    public Vec Scaled(Any k)
    {
        return new Vec(X * k, Y * k);
    }

    public string Represent()
    {
        return F($"{Class.Name}({X}, {Y})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        return (value2 = (Any)Operators.Is(Builtins.Get("type").Call(this), Builtins.Get("type").Call(other))).Truth ? (value = Operators.Compare(Comparison.Eq, X, other.Get("x"))).Truth ? Operators.Compare(Comparison.Eq, Y, other.Get("y")) : value : value2;
    }

    public static Vec Zero()
    {
        return new Vec(0, 0);
    }

    public static Vec Unit()
    {
        return new Vec(1, 1);
    }

    public Vec Fresh()
    {
        return Vec.Zero().Add(Vec.Unit());
    }

    public static readonly PyType Type = PyType.Emitted("Vec", "__main__")
        .Attribute("made", Made)
        .Attribute("__hash__", Any.None)
        .Constructor("x, y", a => new Vec(a[0], a[1]))
        .Field("x", self => self.As<Vec>().X, (self, value) => self.As<Vec>().X = value)
        .Field("y", self => self.As<Vec>().Y, (self, value) => self.As<Vec>().Y = value)
        .Method("__add__", "self, other", (self, other) => self.As<Vec>().Add(other))
        .Method("scaled", "self, k", (self, k) => self.As<Vec>().Scaled(k))
        .Method("__repr__", self => self.As<Vec>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Vec>().EqualTo(other))
        .ClassMethod("zero", "cls", a => Vec.Zero())
        .StaticMethod("unit", "", a => Vec.Unit())
        .Method("fresh", self => self.As<Vec>().Fresh());
    public override PyType Class => Type;
}

public class Base : PyObject
{
    public Any Clone()
    {
        return ((Any)this).Invoke("__class__");
    }

    public string Who()
    {
        return Class.Name;
    }

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Constructor("", _ => new Base())
        .Method("clone", self => self.As<Base>().Clone())
        .Method("who", self => self.As<Base>().Who());
    public override PyType Class => Type;
}

public class Derived : Base
{
    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Base.Type)
        .Constructor("", _ => new Derived());
    public override PyType Class => Type;
}

public class Node : PyObject
{
    public Node()
    {
        Kids = null;
    }

    public PyList<Any>? Kids { get; set; }

    public Node Grow()
    {
        var n = new Node();
        n.Kids = (PyList<Any>)[this];
        return n;
    }

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("", a => new Node())
        .Field("kids", self => self.As<Node>().Kids, (self, value) => self.As<Node>().Kids = value.As<PyList<Any>?>())
        .Method("grow", self => self.As<Node>().Grow());
    public override PyType Class => Type;
}

/// <summary>Objects that ask for their class, to make another of it or to share what it keeps.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("classes_of_objects.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var v = new Vec(1, 2).Add(new Vec(3, 4));
        Print(v, v.Scaled(3), ((Any)Vec.Type).Get("made"), v.Fresh(), Operators.Compare(Comparison.Eq, v, new Vec(4, 6)), Operators.Compare(Comparison.NotEq, v, new Vec(1, 1)));
        Print(Builtins.Get("type").Call(v), Operators.Is(((Any)v).Get("__class__"), Vec.Type), Operators.Compare(Comparison.Eq, Builtins.Get("type").Call(v), Vec.Type), IsInstance(v, Builtins.Get("type").Call(v)));
        Any k = Builtins.Get("type").Call(v);
        Print(k.Call(5, 6), k.Get("made"), k.Invoke("zero"));
        Print(new Derived().Clone().Invoke("who"), new Base().Clone().Invoke("who"));
        try
        {
            Builtins.Get("type").Call(v).Call(1);
        }
        catch (TypeError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
        Print(((Any)v).Get("__class__").Invoke("scaled", v, 2), ((Any)Vec.Type).Get("__dict__")["made"]);
        var n = new Node().Grow().Grow();
        Print(Len(n.Kids), n.Kids.NotNoneToIndex()[0].Get("kids")[0].Get("kids"));
    }
}
