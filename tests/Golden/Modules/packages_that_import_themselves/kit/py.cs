using System;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Kit.Py;

using static Module;

public class Path : PyObject
{
    public static PyInt X => 1;

    public static readonly PyType Type = PyType.Emitted("Path", "kit.py")
        .Attribute("x", X)
        .Constructor("", _ => new Path());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("kit.py", "kit/py.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
