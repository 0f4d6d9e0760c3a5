using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace GenericAndAbstractDataclasses;

using static Module;

public class Item : PyObject
{
    public Item(string key, Any value, PyList<string>? tags = null)
    {
        Key = key;
        Value = value;
        Tags = tags is null ? (PyList<string>)[] : tags;
    }

    public string Key { get; set; }
    public Any Value { get; set; }
    public PyList<string> Tags { get; set; }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Item(key={Repr(Key)}, value={Repr(Value)}, tags={Repr(Tags)})"));
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Item>())
        {
            return (value2 = (Any)(Key == other.As<Item>().Key)).Truth ? (value = Operators.Compare(Comparison.Eq, Value, other.As<Item>().Value)).Truth ? (Any)Tags.Equals(other.As<Item>().Tags) : value : value2;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Item", "__main__", PyType.Generic)
        .Attribute("__hash__", Any.None)
        .Constructor("key, value, tags=None", a => new Item(a[0].As<string>(), a[1], a[2].As<PyList<string>?>()))
        .Field("key", self => self.As<Item>().Key, (self, value) => self.As<Item>().Key = value.As<string>())
        .Field("value", self => self.As<Item>().Value, (self, value) => self.As<Item>().Value = value)
        .Field("tags", self => self.As<Item>().Tags, (self, value) => self.As<Item>().Tags = value.As<PyList<string>>())
        .Method("__repr__", self => self.As<Item>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Item>().EqualTo(other))
        .Parameters("V");
    public override PyType Class => Type;
}

public abstract class Shape : PyObject
{
    public Shape(string name)
    {
        this.Name = name;
    }

    public string Name { get; set; }

    public abstract double Area();

    public virtual string Represent()
    {
        return F($"{((Any)this).Get("__class__").Get("__qualname__")}(name={Repr(this.Name)})");
    }

    public virtual Any EqualTo(Any other)
    {
        if (Operators.Is(other.Get("__class__"), ((Any)this).Get("__class__")))
        {
            return Operators.Compare(Comparison.Eq, this.Name, other.Get("name"));
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__", PyType.Abc)
        .Attribute("__hash__", Any.None)
        .Field("name", self => self.As<Shape>().Name, (self, value) => self.As<Shape>().Name = value.As<string>())
        .Method("area", self => self.As<Shape>().Area())
        .Method("__repr__", self => self.As<Shape>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Shape>().EqualTo(other))
        .AbstractMethods("area");
    public override PyType Class => Type;
}

public class Sq : Shape
{
    public Sq(string name, double side = 1.0) : base(name)
    {
        Side = side;
    }

    public double Side { get; set; }

    public override double Area()
    {
        return PyFloat.Pow(Side, 2.0);
    }

    public override string Represent()
    {
        return F($"Sq(name={Repr(this.Name)}, side={Repr(Side)})");
    }

    public override Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Sq>())
        {
            return this.Name == other.As<Sq>().Name && Side == other.As<Sq>().Side;
        }
        return Any.NotImplemented;
    }

    public static new readonly PyType Type = PyType.Emitted("Sq", "__main__", Shape.Type)
        .Attribute("__hash__", Any.None)
        .Constructor("name, side=", a => new Sq(a[0].As<string>(), a[1].As<double>()), 1.0)
        .Field("side", self => self.As<Sq>().Side, (self, value) => self.As<Sq>().Side = value.As<double>())
        .Method("area", self => self.As<Sq>().Area())
        .Method("__repr__", self => self.As<Sq>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Sq>().EqualTo(other));
    public override PyType Class => Type;
}

public class Box : PyObject
{
    public Box(Any content)
    {
        Content = content;
    }

    public Any Content { get; set; }

    public Box Map(Any f)
    {
        return new Box(f.Call(Content));
    }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Box(content={Repr(Content)})"));
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Box>())
        {
            return Operators.Compare(Comparison.Eq, Content, other.As<Box>().Content);
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Box", "__main__", PyType.Generic)
        .Attribute("__hash__", Any.None)
        .Constructor("content", a => new Box(a[0]))
        .Field("content", self => self.As<Box>().Content, (self, value) => self.As<Box>().Content = value)
        .Method("map", "self, f", (self, f) => self.As<Box>().Map(f))
        .Method("__repr__", self => self.As<Box>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Box>().EqualTo(other))
        .Parameters("T");
    public override PyType Class => Type;
}

public class Tree : PyObject
{
    public Tree(Any k, Any v, Any left)
    {
        this.K = k;
        this.V = v;
        Left = left;
    }

    public Any K { get; set; }
    public Any V { get; set; }
    public Any Left { get; set; }

    public Tree Grow(Any k, Any v)
    {
        return new Tree(k, v, this);
    }

    public Any Depth()
    {
        return 1 + (Left.Truth ? Left.Invoke("depth") : 0);
    }

    public static readonly PyType Type = PyType.Emitted("Tree", "__main__", PyType.Generic)
        .Constructor("k, v, left=None", a => new Tree(a[0], a[1], a[2]))
        .Field("k", self => self.As<Tree>().K, (self, value) => self.As<Tree>().K = value)
        .Field("v", self => self.As<Tree>().V, (self, value) => self.As<Tree>().V = value)
        .Field("left", self => self.As<Tree>().Left, (self, value) => self.As<Tree>().Left = value)
        .Method("grow", "self, k, v", (self, k, v) => self.As<Tree>().Grow(k, v))
        .Method("depth", self => self.As<Tree>().Depth())
        .Parameters("K", "V");
    public override PyType Class => Type;
}

/// <summary>Dataclasses with type parameters, and abstract ones.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("generic_and_abstract_dataclasses.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any typeVar = Modules.ImportFrom("typing", "TypeVar");
        Any t = typeVar.Call("T");
        Print(new Item("a", 1), new Item("b", 2, (PyList<string>)["t"]).Tags, new Sq("s", 3.0), new Sq("q").Area(), new Box(3).Map(Builtins.Get("str")));
        try
        {
            ((Any)Shape.Type).Call("x");
        }
        catch (TypeError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
        Print(new Tree(1, "a", Any.None).Grow(2, "b").Depth(), ((Any)Tree.Type)[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))]);
    }
}
