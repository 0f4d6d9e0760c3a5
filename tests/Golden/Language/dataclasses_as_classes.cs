using System;
using System.Linq;
using System.Threading.Tasks;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DataclassesAsClasses;

using static Module;

public sealed class Color : PyEnum<Color, PyInt>
{
    public static readonly Color Red = new Color("RED", 1);
    public static readonly Color Blue = new Color("BLUE", 2);

    private Color(string name, PyInt value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("Color", "__main__", Red, Blue);
}

public class Point : PyObject
{
    public Point(Any x, Any y)
    {
        X = x;
        Y = y;
    }

    public Any X { get; set; }
    public Any Y { get; set; }

    public Point Add(Point other)
    {
        return new Point(X + other.X, Y + other.Y);
    }

    public string Represent()
    {
        return F($"Point(x={Repr(X)}, y={Repr(Y)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        if (other.Is<Point>())
        {
            return (value = Operators.Compare(Comparison.Eq, X, other.As<Point>().X)).Truth ? Operators.Compare(Comparison.Eq, Y, other.As<Point>().Y) : value;
        }
        return Any.NotImplemented;
    }

    public static Point operator +(Point left, Point right) => left.Add(right);

    public static readonly PyType Type = PyType.Emitted("Point", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("x", "y"))
        .Constructor("x, y=0", a => new Point(a[0], a[1]))
        .Field("x", self => self.As<Point>().X, (self, value) => self.As<Point>().X = value)
        .Field("y", self => self.As<Point>().Y, (self, value) => self.As<Point>().Y = value)
        .Method("__add__", "self, other", (self, other) => self.As<Point>().Add(other.As<Point>()))
        .Method("__repr__", self => self.As<Point>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Point>().EqualTo(other));
    public override PyType Class => Type;
}

/// <summary>A version.</summary>
public class Version : PyObject
{
    public Version(PyInt major, PyInt minor, string label = "")
    {
        Major = major;
        Minor = minor;
        Label = label;
    }

    public PyInt Major { get; private set; }
    public PyInt Minor { get; private set; }
    public string Label { get; private set; }

    public Version Bump()
    {
        return new Version(Major, Minor + 1, Label);
    }

    public string Text => F($"v{Major}.{Minor}");

    public static Version Parse(string s)
    {
        var (a, b) = Sequences.Unpack2(Str.Split(s, "."));
        return new Version(PyInt.Parse(a), PyInt.Parse(b));
    }

    public string Represent()
    {
        return F($"Version(major={Repr(Major)}, minor={Repr(Minor)}, label={Repr(Label)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Version>())
        {
            return Major == other.As<Version>().Major && Minor == other.As<Version>().Minor;
        }
        return Any.NotImplemented;
    }

    public Any LessThan(Any other)
    {
        if (other.Is<Version>())
        {
            return Generic.Less((Major, Minor), (other.As<Version>().Major, other.As<Version>().Minor));
        }
        return Any.NotImplemented;
    }

    public Any LessOrEqual(Any other)
    {
        if (other.Is<Version>())
        {
            return Generic.ToAny((Major, Minor)) <= Generic.ToAny((other.As<Version>().Major, other.As<Version>().Minor));
        }
        return Any.NotImplemented;
    }

    public Any GreaterThan(Any other)
    {
        if (other.Is<Version>())
        {
            return Generic.Greater((Major, Minor), (other.As<Version>().Major, other.As<Version>().Minor));
        }
        return Any.NotImplemented;
    }

    public Any GreaterOrEqual(Any other)
    {
        if (other.Is<Version>())
        {
            return Generic.ToAny((Major, Minor)) >= Generic.ToAny((other.As<Version>().Major, other.As<Version>().Minor));
        }
        return Any.NotImplemented;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(Major, Minor));
    }

    public static readonly PyType Type = PyType.Emitted("Version", "__main__")
        .Doc("A version.")
        .Attribute("__match_args__", PyTuple.Of("major", "minor", "label"))
        .Constructor("major, minor=0, label=", a => new Version(a[0].As<PyInt>(), a[1].As<PyInt>(), a[2].As<string>()), "")
        .Field("major", self => self.As<Version>().Major, (self, value) => self.As<Version>().Major = value.As<PyInt>())
        .Field("minor", self => self.As<Version>().Minor, (self, value) => self.As<Version>().Minor = value.As<PyInt>())
        .Field("label", self => self.As<Version>().Label, (self, value) => self.As<Version>().Label = value.As<string>())
        .Method("bump", self => self.As<Version>().Bump())
        .Property("text", self => self.As<Version>().Text)
        .StaticMethod("parse", "s", a => Version.Parse(a[0].As<string>()))
        .Method("__repr__", self => self.As<Version>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Version>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Version>().LessThan(other))
        .Method("__le__", "self, other", (self, other) => self.As<Version>().LessOrEqual(other))
        .Method("__gt__", "self, other", (self, other) => self.As<Version>().GreaterThan(other))
        .Method("__ge__", "self, other", (self, other) => self.As<Version>().GreaterOrEqual(other))
        .Method("__hash__", self => self.As<Version>().ComputeHash());
    public override PyType Class => Type;
}

public class Node : PyObject
{
    public static PyInt Count => 0;

    public Node(Any value, Any children, Any parent)
    {
        Value = value;
        Children = children.IsNone ? (Any)(PyList<Any>)[] : children;
        Parent = parent;
    }

    public Any Value { get; set; }
    public Any Children { get; set; }
    public Any Parent { get; set; }

    public void Add(Node child)
    {
        child.Parent = this;
        Children.Invoke("append", child);
    }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Node(value={Repr(Value)}, children={Repr(Children)})"));
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Node>())
        {
            return (value = Operators.Compare(Comparison.Eq, Value, other.As<Node>().Value)).Truth ? Operators.Compare(Comparison.Eq, Children, other.As<Node>().Children) : value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Attribute("count", Count)
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("value", "children", "parent"))
        .Constructor("value, children=None, parent=None", a => new Node(a[0], a[1], a[2]))
        .Field("value", self => self.As<Node>().Value, (self, value) => self.As<Node>().Value = value)
        .Field("children", self => self.As<Node>().Children, (self, value) => self.As<Node>().Children = value)
        .Field("parent", self => self.As<Node>().Parent, (self, value) => self.As<Node>().Parent = value)
        .Method("add", "self, child", (self, child) => self.As<Node>().Add(child.As<Node>()))
        .Method("__repr__", self => self.As<Node>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Node>().EqualTo(other));
    public override PyType Class => Type;
}

public class Task : PyObject
{
    public Task(Any priority, Any name, Any done, Any history)
    {
        Priority = priority;
        this.Name = name;
        Done = done;
        History = history.IsNone ? (Any)(PyList<Any>)["new"] : history;
        Size = 3;
        PostInit();
    }

    public Any Priority { get; set; }
    public Any Name { get; set; }
    public Any Done { get; set; }
    public Any History { get; set; }
    public PyInt Size { get; set; }
    public string Key { get; set; } = default!;

    public void PostInit()
    {
        Key = F($"{Priority}-{this.Name}");
        if (Priority < 0)
        {
            throw new ValueError("negative priority");
        }
    }

    public string Represent()
    {
        return F($"Task(priority={Repr(Priority)}, name={Repr(this.Name)}, done={Repr(Done)}, history={Repr(History)}, size={Repr(Size)}, key={Repr(Key)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (other.Is<Task>())
        {
            return (value2 = Operators.Compare(Comparison.Eq, Priority, other.As<Task>().Priority)).Truth ? (value = (Any)(Size == other.As<Task>().Size)).Truth ? (Any)(Key == other.As<Task>().Key) : value : value2;
        }
        return Any.NotImplemented;
    }

    public Any LessThan(Any other)
    {
        if (other.Is<Task>())
        {
            return Operators.Compare(Comparison.Lt, Generic.ToAny((Priority, Size, Key)), Generic.ToAny((other.As<Task>().Priority, other.As<Task>().Size, other.As<Task>().Key)));
        }
        return Any.NotImplemented;
    }

    public Any LessOrEqual(Any other)
    {
        if (other.Is<Task>())
        {
            return Operators.Compare(Comparison.LtE, Generic.ToAny((Priority, Size, Key)), Generic.ToAny((other.As<Task>().Priority, other.As<Task>().Size, other.As<Task>().Key)));
        }
        return Any.NotImplemented;
    }

    public Any GreaterThan(Any other)
    {
        if (other.Is<Task>())
        {
            return Operators.Compare(Comparison.Gt, Generic.ToAny((Priority, Size, Key)), Generic.ToAny((other.As<Task>().Priority, other.As<Task>().Size, other.As<Task>().Key)));
        }
        return Any.NotImplemented;
    }

    public Any GreaterOrEqual(Any other)
    {
        if (other.Is<Task>())
        {
            return Operators.Compare(Comparison.GtE, Generic.ToAny((Priority, Size, Key)), Generic.ToAny((other.As<Task>().Priority, other.As<Task>().Size, other.As<Task>().Key)));
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Task", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("priority", "name", "done", "history"))
        .Constructor("priority, name, done=False, history=None", a => new Task(a[0], a[1], a[2], a[3]))
        .Field("priority", self => self.As<Task>().Priority, (self, value) => self.As<Task>().Priority = value)
        .Field("name", self => self.As<Task>().Name, (self, value) => self.As<Task>().Name = value)
        .Field("done", self => self.As<Task>().Done, (self, value) => self.As<Task>().Done = value)
        .Field("history", self => self.As<Task>().History, (self, value) => self.As<Task>().History = value)
        .Field("size", self => self.As<Task>().Size, (self, value) => self.As<Task>().Size = value.As<PyInt>())
        .Field("key", self => self.As<Task>().Key, (self, value) => self.As<Task>().Key = value.As<string>())
        .Method("__post_init__", self => self.As<Task>().PostInit())
        .Method("__repr__", self => self.As<Task>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Task>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Task>().LessThan(other))
        .Method("__le__", "self, other", (self, other) => self.As<Task>().LessOrEqual(other))
        .Method("__gt__", "self, other", (self, other) => self.As<Task>().GreaterThan(other))
        .Method("__ge__", "self, other", (self, other) => self.As<Task>().GreaterOrEqual(other));
    public override PyType Class => Type;
}

public class Shape : PyObject
{
    internal static readonly Any InitColor = Color.Red;

    public Shape(Any name, Any color)
    {
        this.Name = name;
        Color_ = color;
    }

    public Any Name { get; set; }
    public Any Color_ { get; set; }

    public virtual string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"{((Any)this).Get("__class__").Get("__qualname__")}(name={Repr(this.Name)}, color={Repr(Color_)})"));
    }

    public virtual Any EqualTo(Any other)
    {
        Any value = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (Operators.Is(other.Get("__class__"), ((Any)this).Get("__class__")))
        {
            return (value = Operators.Compare(Comparison.Eq, this.Name, other.Get("name"))).Truth ? Operators.Compare(Comparison.Eq, Color_, other.Get("color")) : value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("name", "color"))
        .Constructor("name, color=", a => new Shape(a[0], a[1]), Shape.InitColor)
        .Field("name", self => self.As<Shape>().Name, (self, value) => self.As<Shape>().Name = value)
        .Field("color", self => self.As<Shape>().Color_, (self, value) => self.As<Shape>().Color_ = value)
        .Method("__repr__", self => self.As<Shape>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Shape>().EqualTo(other));
    public override PyType Class => Type;
}

public class Circle : Shape
{
    internal static new readonly Any InitColor = Color.Red;

    public Circle(Any name, Any color, Any radius) : base(name: name, color: color)
    {
        Radius = radius;
    }

    public Any Radius { get; set; }

    public Any Area()
    {
        return 3.14 * Any.Pow(Radius, 2);
    }

    public override string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Circle(name={Repr(this.Name)}, color={Repr(Color_)}, radius={Repr(Radius)})"));
    }

    public override Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Circle>())
        {
            return (value2 = Operators.Compare(Comparison.Eq, this.Name, other.As<Circle>().Name)).Truth ? (value = Operators.Compare(Comparison.Eq, Color_, other.As<Circle>().Color_)).Truth ? Operators.Compare(Comparison.Eq, Radius, other.As<Circle>().Radius) : value : value2;
        }
        return Any.NotImplemented;
    }

    public static new readonly PyType Type = PyType.Emitted("Circle", "__main__", Shape.Type)
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("name", "color", "radius"))
        .Constructor("name, color=, radius=", a => new Circle(a[0], a[1], a[2]), Circle.InitColor, 1.0)
        .Field("radius", self => self.As<Circle>().Radius, (self, value) => self.As<Circle>().Radius = value)
        .Method("area", self => self.As<Circle>().Area())
        .Method("__repr__", self => self.As<Circle>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Circle>().EqualTo(other));
    public override PyType Class => Type;
}

public class Box : Shape
{
    internal static new readonly Any InitColor = Color.Red;
    internal static readonly Any InitSize = PyTuple.Of(1, 2);

    public Box(Any name, Any color, Any size) : base(name: name, color: color)
    {
        Size = size;
    }

    public Any Size { get; set; }

    public override string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Box(name={Repr(this.Name)}, color={Repr(Color_)}, size={Repr(Size)})"));
    }

    public override Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Box>())
        {
            return (value2 = Operators.Compare(Comparison.Eq, this.Name, other.As<Box>().Name)).Truth ? (value = Operators.Compare(Comparison.Eq, Color_, other.As<Box>().Color_)).Truth ? Operators.Compare(Comparison.Eq, Size, other.As<Box>().Size) : value : value2;
        }
        return Any.NotImplemented;
    }

    public static new readonly PyType Type = PyType.Emitted("Box", "__main__", Shape.Type)
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("name", "color", "size"))
        .Constructor("name, color=, size=", a => new Box(a[0], a[1], a[2]), Box.InitColor, Box.InitSize)
        .Field("size", self => self.As<Box>().Size, (self, value) => self.As<Box>().Size = value)
        .Method("__repr__", self => self.As<Box>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Box>().EqualTo(other));
    public override PyType Class => Type;
}

public class Conf : PyObject
{
    public Conf(Any host, Any port)
    {
        Host = host;
        Port = port;
    }

    public Any Host { get; set; }
    public Any Port { get; set; }

    public string Represent()
    {
        return F($"Conf(host={Repr(Host)}, port={Repr(Port)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        if (other.Is<Conf>())
        {
            return (value = Operators.Compare(Comparison.Eq, Host, other.As<Conf>().Host)).Truth ? Operators.Compare(Comparison.Eq, Port, other.As<Conf>().Port) : value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Conf", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("*, host, port=80", a => new Conf(a[0], a[1]))
        .Field("host", self => self.As<Conf>().Host, (self, value) => self.As<Conf>().Host = value)
        .Field("port", self => self.As<Conf>().Port, (self, value) => self.As<Conf>().Port = value)
        .Method("__repr__", self => self.As<Conf>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Conf>().EqualTo(other));
    public override PyType Class => Type;
}

public class Slot : PyObject
{
    public Slot(PyInt a)
    {
        A = a;
    }

    public PyInt A { get; set; }

    public string Represent()
    {
        return F($"Slot(a={Repr(A)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Slot>())
        {
            return A == other.As<Slot>().A;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Slot", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("a"))
        .Constructor("a=1", a => new Slot(a[0].As<PyInt>()))
        .Field("a", self => self.As<Slot>().A, (self, value) => self.As<Slot>().A = value.As<PyInt>())
        .Method("__repr__", self => self.As<Slot>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Slot>().EqualTo(other));
    public override PyType Class => Type;
}

public class Ident : PyObject
{
    public Ident(PyInt a)
    {
        A = a;
    }

    public PyInt A { get; set; }

    public string Represent()
    {
        return F($"Ident(a={Repr(A)})");
    }

    public static readonly PyType Type = PyType.Emitted("Ident", "__main__")
        .Attribute("__match_args__", PyTuple.Of("a"))
        .Constructor("a", a => new Ident(a[0].As<PyInt>()))
        .Field("a", self => self.As<Ident>().A, (self, value) => self.As<Ident>().A = value.As<PyInt>())
        .Method("__repr__", self => self.As<Ident>().Represent());
    public override PyType Class => Type;
}

/// <summary>Dataclasses that nobody looks into: C# classes.</summary>
public static class Module
{
    internal static Any Copy = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dataclasses_as_classes.py", args, Run);

    public static void RunMain()
    {
        Any[] items = [];
        var p = new Point(1, 2) + new Point(3, 0);
        Print(p, Operators.Compare(Comparison.Eq, p, new Point(4, 2)), Operators.Compare(Comparison.NotEq, p, new Point(4, 2)), Operators.Compare(Comparison.Eq, p, Generic.ToAny(((PyInt)4, (PyInt)2))), Operators.Compare(Comparison.Eq, new Point(1, 0), 1));
        try
        {
            Hash(p);
        }
        catch (TypeError e)
        {
            using var handling = Handling.Of(e);
            Print("TypeError", e);
        }
        var v = Version.Parse("1.2");
        Print(v, v.Bump(), Operators.Compare(Comparison.Lt, v, v.Bump()), v.Text, Sequences.Sorted((PyList<Version>)[new Version(2, 0), new Version(1, 5), new Version(1, 2, "x")]), new PyDict<Version, PyInt> { [v] = 1 }[new Version(1, 2, "other")]);
        Print(Builtins.Get("max").Call(v, new Version(0, 9)), Operators.Compare(Comparison.LtE, v, new Version(1, 2)), Operators.Compare(Comparison.GtE, v, new Version(3, 0)));
        try
        {
            Operators.Compare(Comparison.Lt, v, 3);
        }
        catch (TypeError e)
        {
            using var handling = Handling.Of(e);
            Print("TypeError", e);
        }
        var n = new Node(1, Any.None, Any.None);
        n.Add(new Node(2, Any.None, Any.None));
        n.Children[0].Invoke("add", new Node(3, (PyList<Any>)[new Node(4, Any.None, Any.None)], Any.None));
        Print(n, Operators.Is(n.Children[0].Get("parent"), n));
        n.Children.Invoke("append", n);
        Print(n);
        PyList<Task> t = (PyList<Task>)[new Task(3, "c", false, Any.None), new Task(1, "a", true, Any.None), new Task(2, "b", false, (PyList<Any>)[])];
        Print(Sequences.Sorted(t));
        Print(t[0].Key, t[0].Size, Operators.Is(t[0].History, t[1].History));
        try
        {
            new Task(-1, "x", false, Any.None);
        }
        catch (ValueError e)
        {
            using var handling = Handling.Of(e);
            Print("ValueError", e);
        }
        PyList<Shape> shapes = (PyList<Shape>)[new Circle("c", Circle.InitColor, 1.0), new Circle("d", Color.Blue, 2.0), new Box("b", Box.InitColor, Box.InitSize), new Box("e", Box.InitColor, PyTuple.Of(3))];
        foreach (var s in shapes)
        {
            if (s is Circle circle)
            {
                Any name = circle.Name;
                Any color = circle.Color_;
                Any r = circle.Radius;
                Print("circle", name, color, r, ((Any)s).Invoke("area"));
            }
            else if (s is Box box && Matching.Sequence(box.Size, 2, out items))
            {
                Any nm = box.Name;
                Any a = items[0];
                Any b = items[1];
                Print("box", nm, a, b);
            }
            else if (Matching.Everything)
            {
                Print("shape", s);
            }
        }
        Print(shapes, Operators.Compare(Comparison.Eq, new Shape("c", Shape.InitColor), new Circle("c", Circle.InitColor, 1.0)), Operators.Compare(Comparison.Eq, new Circle("c", Circle.InitColor, 1.0), new Circle("c", Circle.InitColor, 1.0)));
        var c = new Conf("h", 80);
        Print(c, new Conf(port: 1, host: "z"));
        foreach (var bad in new Any[] { new PyFunction("main.<locals>.<lambda>", "", () => ((Any)Conf.Type).Call("h")), new PyFunction("main.<locals>.<lambda>", "", () => ((Any)Point.Type).Call()), new PyFunction("main.<locals>.<lambda>", "", () => ((Any)Point.Type).Call(1, 2, 3)), new PyFunction("main.<locals>.<lambda>", "", () => ((Any)Point.Type).Call(new Arguments { 1, { "z", 3 } })), new PyFunction("main.<locals>.<lambda>", "", () => ((Any)Circle.Type).Call()) })
        {
            try
            {
                bad.Call();
            }
            catch (TypeError e)
            {
                using var handling = Handling.Of(e);
                Print("TypeError", e);
            }
        }
        Any q = Copy.Get("copy").Call(p);
        q.Set("x", 9);
        Any d = Copy.Get("deepcopy").Call(n.Children[0]);
        Print(p, q, d.Get("value"), Builtins.Get("vars").Call(p), new Slot(1), new Slot(5), Operators.Compare(Comparison.Eq, new Ident(1), new Ident(1)));
        var i = new Ident(1);
        Print(Operators.Compare(Comparison.Eq, i, i), Len((PySet<Ident>)[i, new Ident(1)]));
    }

    public static Any Describe(Any value)
    {
        // What isinstance tells is known in C# too.
        if (value.Is<Circle>() && value.As<Circle>().Radius > 1)
        {
            return F($"large {value.As<Circle>().Name}");
        }
        if (!value.Is<Shape>())
        {
            return "no shape";
        }
        return value.As<Shape>().Name;
    }

    public static Any Make(Any cls, PyTuple args)
    {
        return cls.Call(new Arguments { new Star(args) });
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");

        RunMain();

        Print(new PyList<Any>(new Any[] { new Circle("a", Circle.InitColor, 5.0), new Circle("b", Circle.InitColor, 1.0), new Box("c", Box.InitColor, Box.InitSize), 3 }.Select(v => Describe(v))));

        // Calls that only the run resolves have the same defaults.
        Print(Make(Node.Type, PyTuple.Of(1)), Make(Task.Type, PyTuple.Of(2, "q")), Make(Point.Type, PyTuple.Of(5)), Make(Box.Type, PyTuple.Of("f")), Make(Circle.Type, PyTuple.Of("g")).Get("color"));
        var ring = new Node(1, Any.None, Any.None);
        ring.Children.Invoke("append", ring);
        var nan = new Shape("n", PyFloat.Parse("nan"));
        Print(Operators.Compare(Comparison.Eq, ring, ring), Operators.Compare(Comparison.Eq, nan, nan), Operators.Compare(Comparison.Eq, new Circle("x", Circle.InitColor, PyFloat.Parse("nan")), new Circle("x", Circle.InitColor, PyFloat.Parse("nan"))));
    }
}
