using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Shapes;

using static Module;

public class Robot : PyObject
{
    public static PyInt Battery => 5;

    public Any Use()
    {
        ((Any)this).Set("battery", Any.SubInPlace(((Any)this).Get("battery"), 1));
        return ((Any)this).Get("battery");
    }

    public static readonly PyType Type = PyType.Emitted("Robot", "shapes")
        .Attribute("battery", Battery)
        .Constructor("", _ => new Robot())
        .Method("use", self => self.As<Robot>().Use());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("shapes", "shapes.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
