using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Shapes;

using static Module;

public class Lock : PyObject
{
    public Lock(string owner)
    {
        Owner = owner;
    }

    public string Owner { get; set; }

    public static readonly PyType Type = PyType.Emitted("Lock", "shapes")
        .Constructor("owner", a => new Lock(a[0].As<string>()))
        .Field("owner", self => self.As<Lock>().Owner, (self, value) => self.As<Lock>().Owner = value.As<string>())
        .Annotated("__init__", () => new PyDict<Any, Any> { ["owner"] = Builtins.Get("str") });
    public override PyType Class => Type;
}

public class Timer : PyObject
{
    public Timer(PyInt seconds)
    {
        Seconds = seconds;
    }

    public PyInt Seconds { get; set; }

    public PyInt Twice()
    {
        return Seconds * 2;
    }

    public static readonly PyType Type = PyType.Emitted("Timer", "shapes")
        .Constructor("seconds", a => new Timer(a[0].As<PyInt>()))
        .Field("seconds", self => self.As<Timer>().Seconds, (self, value) => self.As<Timer>().Seconds = value.As<PyInt>())
        .Method("twice", self => self.As<Timer>().Twice())
        .Annotated("__init__", () => new PyDict<Any, Any> { ["seconds"] = Builtins.Get("int") })
        .Annotated("twice", () => new PyDict<Any, Any> { ["return"] = Builtins.Get("int") });
    public override PyType Class => Type;
}

public class IntType : PyObject
{
    public static string Name => "int";

    public static readonly PyType Type = PyType.Emitted("IntType", "shapes")
        .Attribute("name", Name)
        .Constructor("", _ => new IntType());
    public override PyType Class => Type;
}

public class ListType : PyObject
{
    public ListType(IntType item)
    {
        Item = item;
    }

    public IntType Item { get; set; }

    public string ToText()
    {
        return F($"list[{((Any)Item).Get("name")}]");
    }

    public static readonly PyType Type = PyType.Emitted("ListType", "shapes")
        .Constructor("item", a => new ListType(a[0].As<IntType>()))
        .Field("item", self => self.As<ListType>().Item, (self, value) => self.As<ListType>().Item = value.As<IntType>())
        .Method("__str__", self => self.As<ListType>().ToText());
    public override PyType Class => Type;
}

public class Signature : PyObject
{
    public Signature(PyTuple parameters)
    {
        Parameters = parameters;
    }

    public PyTuple Parameters { get; set; }

    public static readonly PyType Type = PyType.Emitted("Signature", "shapes")
        .Constructor("*parameters", a => new Signature(a[0].As<PyTuple>()))
        .Field("parameters", self => self.As<Signature>().Parameters, (self, value) => self.As<Signature>().Parameters = value.As<PyTuple>())
        .Annotated("__init__", () => new PyDict<Any, Any> { ["parameters"] = Builtins.Get("str") });
    public override PyType Class => Type;
}

public class PyModule_ : PyObject
{
    public static readonly PyType Type = PyType.Emitted("PyModule", "shapes")
        .Constructor("", _ => new PyModule_());
    public override PyType Class => Type;
}

public class ShapesFuture : PyObject
{
    public ShapesFuture(PyInt value)
    {
        Value = value;
    }

    public PyInt Value { get; set; }

    public static readonly PyType Type = PyType.Emitted("Future", "shapes")
        .Constructor("value", a => new ShapesFuture(a[0].As<PyInt>()))
        .Field("value", self => self.As<ShapesFuture>().Value, (self, value) => self.As<ShapesFuture>().Value = value.As<PyInt>())
        .Annotated("__init__", () => new PyDict<Any, Any> { ["value"] = Builtins.Get("int") });
    public override PyType Class => Type;
}

public class ShapesTimeout : PyException
{
    public ShapesTimeout(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Timeout", "shapes", PyException.Type)
        .Constructor("*args", a => new ShapesTimeout(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

public class ShapesTaskGroup : PyObject
{
    public ShapesTaskGroup()
    {
        Names_ = (PyList<string>)[];
    }

    public PyList<string> Names_ { get; set; }

    public static readonly PyType Type = PyType.Emitted("TaskGroup", "shapes")
        .Constructor("", a => new ShapesTaskGroup())
        .Field("names", self => self.As<ShapesTaskGroup>().Names_, (self, value) => self.As<ShapesTaskGroup>().Names_ = value.As<PyList<string>>());
    public override PyType Class => Type;
}

/// <summary>Classes whose names are also those of types of .NET and of the runtime.</summary>
public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("shapes", "shapes.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
