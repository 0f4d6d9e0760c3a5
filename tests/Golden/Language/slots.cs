using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Slots;

using static Module;

public class Point : PyObject
{
    public Point(Any x, Any y)
    {
        X = x;
        Y = y;
    }

    public Any X { get; set; }
    public Any Y { get; set; }

    public Point Moved(PyInt by)
    {
        return new Point(X + by, Y + by);
    }

    public static readonly PyType Type = PyType.Emitted("Point", "__main__")
        .Slots("x", "y")
        .Constructor("x, y=0", a => new Point(a[0], a[1]))
        .Field("x", self => self.As<Point>().X, (self, value) => self.As<Point>().X = value)
        .Field("y", self => self.As<Point>().Y, (self, value) => self.As<Point>().Y = value)
        .Method("moved", "self, by", (self, by) => self.As<Point>().Moved(by.As<PyInt>()));
    public override PyType Class => Type;
}

public class Named : Point
{
    public Named(Any name) : base(1, 2)
    {
        this.Name = name;
    }

    public Any Name { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Named", "__main__", Point.Type)
        .Slots("name")
        .Attribute("__slots__", (PyList<string>)["name"])
        .Constructor("name", a => new Named(a[0]))
        .Field("name", self => self.As<Named>().Name, (self, value) => self.As<Named>().Name = value);
    public override PyType Class => Type;
}

public class Open : Point
{
    public Open() : base(3, 0)
    {
        Extra = "more";
    }

    public string Extra { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Open", "__main__", Point.Type)
        .Constructor("", a => new Open())
        .Field("extra", self => self.As<Open>().Extra, (self, value) => self.As<Open>().Extra = value.As<string>());
    public override PyType Class => Type;
}

/// <summary>Classes with __slots__: no other attributes, no instance dictionary, copies.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("slots.py");
    internal static Any Doc = "Classes with __slots__: no other attributes, no instance dictionary, copies.";
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Point Point_ = default!;
    internal static Any Error = Any.Unbound;
    internal static Any Action = Any.Unbound;
    internal static Named Named_ = default!;
    internal static Open Free = default!;
    internal static Any Twin = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "slots.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Member("Point", () => Point.Type)
        .Member("Named", () => Named.Type)
        .Member("Open", () => Open.Type)
        .Variable("point", () => Point_, value => Point_ = value.As<Point>())
        .Variable("error", () => Error, value => Error = value)
        .Variable("action", () => Action, value => Action = value)
        .Variable("named", () => Named_, value => Named_ = value.As<Named>())
        .Variable("free", () => Free, value => Free = value.As<Open>())
        .Variable("twin", () => Twin, value => Twin = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("slots.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");

        Point_ = new Point(1, 0).Moved(2);
        Print(Point_.X, Point_.Y, ((Any)Point.Type).Get("__slots__"), HasAttr(Point_, "__dict__"));
        try
        {
            Print(Builtins.Get("vars").Call(Point_));
        }
        catch (TypeError caught)
        {
            Error = caught;
            Print(Error);
            Error = Any.Unbound;
        }
        foreach (var item in new Any[] { new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Point_, "z", 1))), new PyFunction("<lambda>", "", () => ((Any)Point_).Get("z")) })
        {
            Action = item;
            try
            {
                Action.Call();
            }
            catch (BaseException caught2) when (caught2 is AttributeError || caught2 is TypeError)
            {
                Error = caught2;
                Print(PyType.Of(Error).Name, Error);
                Error = Any.Unbound;
            }
        }
        Named_ = new Named("n");
        Named_.X = 10;
        Print(Named_.X, Named_.Y, Named_.Name, ((Any)Point.Type).Get("x"), ((Any)Named.Type).Get("name"));
        try
        {
            ((Any)Named_).Set("other", 1);
        }
        catch (AttributeError caught3)
        {
            Error = caught3;
            Print(Error);
            Error = Any.Unbound;
        }
        Free = new Open();
        ((Any)Free).Set("z", 5);
        Print(Builtins.Get("vars").Call(Free), Free.X, ((Any)Free).Get("z"));
        Twin = Copy.Get("copy").Call(Named_);
        Twin.Set("name", "twin");
        Print(Named_.Name, Twin.Get("name"), Twin.Get("x"), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Point_)).Get("x"), ((Any)Named_).Invoke("__getstate__"));
    }
}
