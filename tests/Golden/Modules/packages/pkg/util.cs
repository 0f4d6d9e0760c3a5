using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Pkg.Util;

public static class Module
{
    internal static Any Name = "pkg.util";
    internal static Any File = Script.PathOf("pkg/util.py");
    internal static Any Doc = Any.None;
    internal static PyDict<Any, Any> Cache = default!;
    internal static Any DecorateCount;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("pkg.util", "pkg/util.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("CACHE", () => Cache, value => Cache = value.As<PyDict<Any, Any>>())
        .Member("decorate", () => DecorateFunction)
        .Member("twice", () => TwiceFunction);

    public static Any Decorate(Any text, Any mark, Any count)
    {
        return mark * count + text + mark * count;
    }

    public static Any Twice(Any x)
    {
        Cache[x] = x * 2;
        return Cache[x];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Cache = new PyDict<Any, Any>();
        DecorateCount = Len("ab");
        DecorateFunction = new PyFunction("decorate", "text, mark=, *, count=", (Any[] a) => Decorate(a[0], a[1], a[2]), "*", DecorateCount) { Module = "pkg.util" };
    }

    public static Any DecorateFunction = Any.Unbound;
    public static readonly Any TwiceFunction = new PyFunction("twice", "x", (Any x) => Twice(x)) { Module = "pkg.util" };
}
