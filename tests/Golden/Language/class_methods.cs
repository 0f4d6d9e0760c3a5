using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassMethods;

using static Module;

public class Point : PyObject
{
    public static Any Count { get; set; } = 0;

    public Point(Any x, Any y)
    {
        X = x;
        Y = y;
        Any target = Point.Type;
        target.Set("count", Any.AddInPlace(target.Get("count"), 1));
    }

    public Any X { get; set; }
    public Any Y { get; set; }

    /// <summary>Makes a point of its text.</summary>
    public static Point Parse(Any text)
    {
        var items = Operators.Unpack(text.Invoke("split", ","), 2);
        Any x = items[0];
        Any y = items[1];
        return new Point(Numbers.ToInt(x), Numbers.ToInt(y));
    }

    public static Point Origin()
    {
        return Point.Parse("0,0");
    }

    public static string Named()
    {
        return F($"{((Any)Point.Type).Get("__name__")} made {((Any)Point.Type).Get("count")} times");
    }

    public static PyList<Any> AllOf_(PyTuple texts, Any scale)
    {
        return new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(((Any)Point.Type).Get("parse"), texts)).Select(p => (Any)new Point(p.Get("x") * scale, p.Get("y") * scale)));
    }

    public Point Copy()
    {
        return Point.Parse(F($"{X},{Y}"));
    }

    public string Represent()
    {
        return F($"Point({X}, {Y})");
    }

    public static readonly PyType Type = PyType.Emitted("Point", "__main__")
        .Shared("count", () => Count, value => Count = value)
        .Constructor("x, y", a => new Point(a[0], a[1]))
        .Field("x", self => self.As<Point>().X, (self, value) => self.As<Point>().X = value)
        .Field("y", self => self.As<Point>().Y, (self, value) => self.As<Point>().Y = value)
        .ClassMethod("parse", "cls, text", a => Point.Parse(a[1]))
        .ClassMethod("origin", "cls", a => Point.Origin())
        .ClassMethod("named", "cls", a => Point.Named())
        .ClassMethod("all_of", "cls, *texts, scale=1", a => Point.AllOf_(a[1].As<PyTuple>(), a[2]))
        .Method("copy", self => self.As<Point>().Copy())
        .Method("__repr__", self => self.As<Point>().Represent());
    public override PyType Class => Type;
}

public class Shape : PyObject
{
    public static PyList<Any> Made { get; } = (PyList<Any>)[];

    public Shape(Any name)
    {
        this.Name = name;
        Shape.Made.Append(name);
    }

    public Any Name { get; set; }

    public static Any Create(Any cls, PyTuple args)
    {
        Print("creating", cls.Get("__name__"));
        return cls.Call(new Arguments { new Star(args) });
    }

    public Any Another()
    {
        return Shape.Create(Class, PyTuple.Of(this.Name + "'"));
    }

    public string Represent()
    {
        return F($"{Class.Name}({Repr(this.Name)})");
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Attribute("made", Made)
        .Constructor("name=", a => new Shape(a[0]), "shape")
        .Field("name", self => self.As<Shape>().Name, (self, value) => self.As<Shape>().Name = value)
        .ClassMethod("create", "cls, *args", a => Shape.Create(a[0], a[1].As<PyTuple>()))
        .Method("another", self => self.As<Shape>().Another())
        .Method("__repr__", self => self.As<Shape>().Represent());
    public override PyType Class => Type;
}

public class Circle : Shape
{
    public Circle(Any name) : base(name)
    {
    }

    public static Any Unit()
    {
        return Shape.Create(Circle.Type, PyTuple.Of("unit"));
    }

    public static new readonly PyType Type = PyType.Emitted("Circle", "__main__", Shape.Type)
        .Constructor("name=", a => new Circle(a[0]), "shape")
        .ClassMethod("unit", "cls", a => Circle.Unit());
    public override PyType Class => Type;
}

/// <summary>Class methods: other ways to make an object, classes that are passed on, errors.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("class_methods.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(Point.Parse("1,2"), Point.Origin(), Point.Parse("3,4").Copy(), Point.AllOf_(PyTuple.Of("1,2", "3,4"), 10));
        Print(Point.Named(), ((Any)new Point(0, 0)).Invoke("named"));
        Any make = ((Any)Point.Type).Get("parse");
        Print(make.Call("5,6"), make.Get("__name__"), make.Get("__func__").Get("__qualname__"), Operators.Is(make.Get("__self__"), Point.Type));
        Print(GetAttr(Point.Type, "par" + "se").Call("7,8"), IsInstance(Point.Origin(), Point.Type));
        try
        {
            ((Any)Point.Type).Invoke("parse");
        }
        catch (TypeError error)
        {
            Print(error);
        }

        Print(Shape.Create(Shape.Type, PyTuple.Of()), Shape.Create(Circle.Type, PyTuple.Of("c")), Circle.Unit(), Circle.Unit().Invoke("another"), Shape.Made);
        foreach (var kind in new Any[] { Shape.Type, Circle.Type })
        {
            Print(kind.Invoke("create", "k"));
        }
    }
}
