using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>The module <see href="https://docs.python.org/3.13/library/statistics.html">statistics</see>.</summary>
internal static class StatisticsModule
{
    internal static readonly PyType Error = PyType.Exception("StatisticsError", ValueError.Type, static args => new StatisticsError(args), "statistics");

    public static PyModule Build()
    {
        var module = new PyModule("statistics").Type(Error).Type(NormalDist.Type).Type(Relations.Regression);
        Averages.Declare(module);
        Medians.Declare(module);
        Spreads.Declare(module);
        Relations.Declare(module);
        Densities.Declare(module);
        Internals.Declare(module);
        return module;
    }

    /// <summary>A function of the data alone.</summary>
    internal static PyModule Of(this PyModule module, string name, Func<Any, Any> body) => module.Function(name, "data", (Any[] a) => body(a[0]));

    internal static StatisticsError Fail(string text) => new(text);

    internal static List<Any> Sorted(Any data)
    {
        var list = new PyList<Any>(Operators.ToList(data));
        list.Sort();
        return [.. list];
    }
}

/// <summary><c>statistics.StatisticsError</c>.</summary>
public sealed class StatisticsError(params ReadOnlySpan<Any> args) : ValueError(args)
{
    protected override PyType NativeClass => StatisticsModule.Error;
}
