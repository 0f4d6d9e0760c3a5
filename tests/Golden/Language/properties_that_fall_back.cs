using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PropertiesThatFallBack;

using static Module;

public class Settings : PyObject
{
    public Settings(PyList<PyInt> values)
    {
        Values = values;
        Reads = 0;
    }

    public PyList<PyInt> Values { get; set; }
    public PyInt Reads { get; set; }

    public PyInt Size => Len(Values);

    public PyInt Count => Reads;

    public Any Name
    {
        get
        {
            Reads += 1;
            return ((Any)this).Get("missing_name");
        }
    }

    public PyInt Strict
    {
        get
        {
            if (!(Values.Count > 0))
            {
                throw new AttributeError("no values");
            }
            return Values[0];
        }
    }

    public Any Getattr(Any attribute)
    {
        if (attribute.Invoke("startswith", "missing").Truth)
        {
            return "default of " + attribute;
        }
        throw new AttributeError(F($"nothing called {attribute}"));
    }

    public (Any, PyInt, Any) Both()
    {
        return (((Any)this).Get("name"), Count, ((Any)this).Get("size"));
    }

    public static readonly PyType Type = PyType.Emitted("Settings", "__main__")
        .Constructor("values", a => new Settings(a[0].As<PyList<PyInt>>()))
        .Field("values", self => self.As<Settings>().Values, (self, value) => self.As<Settings>().Values = value.As<PyList<PyInt>>())
        .Field("reads", self => self.As<Settings>().Reads, (self, value) => self.As<Settings>().Reads = value.As<PyInt>())
        .Property("size", self => self.As<Settings>().Size)
        .Property("count", self => self.As<Settings>().Count)
        .Property("name", self => self.As<Settings>().Name)
        .Property("strict", self => self.As<Settings>().Strict)
        .Method("__getattr__", "self, attribute", (self, attribute) => self.As<Settings>().Getattr(attribute))
        .Method("both", self => Generic.ToAny(self.As<Settings>().Both()));
    public override PyType Class => Type;
}

public class Shape : PyObject
{
    public Any Area => ((Any)this).Get("width") * ((Any)this).Get("height");

    public string Text()
    {
        return F($"{((Any)this).Get("area")}");
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Constructor("", _ => new Shape())
        .Property("area", self => self.As<Shape>().Area)
        .Method("text", self => self.As<Shape>().Text());
    public override PyType Class => Type;
}

public class Late_ : Shape
{
    public double Getattr(Any attribute)
    {
        Print("asked for", attribute);
        if (attribute == "area")
        {
            return -1.0;
        }
        throw new AttributeError(attribute);
    }

    public static new readonly PyType Type = PyType.Emitted("Late", "__main__", Shape.Type)
        .Constructor("", _ => new Late_())
        .Method("__getattr__", "self, attribute", (self, attribute) => self.As<Late_>().Getattr(attribute));
    public override PyType Class => Type;
}

public class Square : Shape
{
    public Square(PyInt side)
    {
        PyInt value = side;
        Width = value;
        Height = value;
    }

    public PyInt Width { get; set; }
    public PyInt Height { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Square", "__main__", Shape.Type)
        .Constructor("side", a => new Square(a[0].As<PyInt>()))
        .Field("width", self => self.As<Square>().Width, (self, value) => self.As<Square>().Width = value.As<PyInt>())
        .Field("height", self => self.As<Square>().Height, (self, value) => self.As<Square>().Height = value.As<PyInt>());
    public override PyType Class => Type;
}

/// <summary>A getter of the object's own attributes needs no detour.</summary>
public class Kept : PyObject
{
    public Kept()
    {
        X = 3;
        Y = 4;
    }

    public PyInt X { get; set; }
    public PyInt Y { get; set; }

    public PyInt Total => X + Y;

    public PyInt Getattr(Any attribute)
    {
        return 0;
    }

    public static readonly PyType Type = PyType.Emitted("Kept", "__main__")
        .Doc("A getter of the object's own attributes needs no detour.")
        .Constructor("", a => new Kept())
        .Field("x", self => self.As<Kept>().X, (self, value) => self.As<Kept>().X = value.As<PyInt>())
        .Field("y", self => self.As<Kept>().Y, (self, value) => self.As<Kept>().Y = value.As<PyInt>())
        .Property("total", self => self.As<Kept>().Total)
        .Method("__getattr__", "self, attribute", (self, attribute) => self.As<Kept>().Getattr(attribute));
    public override PyType Class => Type;
}

/// <summary>Properties whose getter raises AttributeError are looked for by __getattr__ too.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("properties_that_fall_back.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var empty = new Settings((PyList<PyInt>)[]);
        var full = new Settings((PyList<PyInt>)[4, 5]);
        Print(Generic.ToAny(full.Both()), ((Any)full).Get("strict") + 1);
        try
        {
            Print(((Any)empty).Get("strict"));
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        Print(GetAttr(empty, "strict", "none"), HasAttr(full, "strict"));

        foreach (var shape in new Any[] { new Square(3), new Late_() })
        {
            Print(shape.Invoke("text"));
        }

        Print(new Kept().Total, ((Any)new Kept()).Get("other"), Sequences.Sum(((PyList<Kept>)[new Kept(), new Kept()]).Select(k => k.Total)));
    }
}
