namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.total_ordering">functools.total_ordering</see>.</summary>
internal static class TotalOrdering
{
    /// <summary>The comparisons a class may define, the preferred first, with those that follow from each.</summary>
    private static readonly (string Root, string[] Others)[] s_orders =
    [
        ("lt", ["gt", "le", "ge"]), ("le", ["ge", "lt", "gt"]), ("gt", ["lt", "ge", "le"]), ("ge", ["le", "gt", "lt"]),
    ];

    private static readonly Dictionary<(string Name, string Root), PyFunction> s_functions =
        s_orders.SelectMany(static o => o.Others.Select(name => (name, o.Root))).ToDictionary(static p => p, static p => Function(p.name, p.Root));

    /// <summary>Adds the functions to their module, where pickles look for them.</summary>
    public static PyModule Add(PyModule module)
    {
        foreach (var function in s_functions.Values)
            module.Value(function.QualName, function);
        return module;
    }

    /// <summary>Gives a class the comparisons that it does not define.</summary>
    /// <exception cref="ValueError">It defines none.</exception>
    public static Any Complete(PyType cls)
    {
        bool Has(string name) => cls.Lookup(name) is { IsUnbound: false } found && !ReferenceEquals(found.Ref, PyType.Object.Lookup(name).Ref);
        // The largest name of those defined is CPython's choice: lt before le before gt before ge.
        var root = s_orders.FirstOrDefault(o => Has($"__{o.Root}__"));
        if (root.Root is null)
            throw new ValueError("must define at least one ordering operation: < > <= >=");
        foreach (var name in root.Others)
            if (!Has($"__{name}__"))
                cls.Define($"__{name}__", s_functions[(name, root.Root)]);
        return cls;
    }

    private static PyFunction Function(string name, string root)
    {
        // One of two that are not equal is less; what is not less is greater or equal.
        var isOpposite = name[0] != root[0];
        var isStrict = name[1] == 't';
        var rootIsStrict = root[1] == 't';
        return new PyFunction($"_{name}_from_{root}", "self, other", (Any a, Any b) =>
        {
            var result = PyType.Of(a).Lookup($"__{root}__").Call(a, b);
            if (result.IsNotImplemented)
                return result;
            var holds = result.Truth;
            return (isOpposite, isStrict == rootIsStrict) switch
            {
                (true, false) => !holds,
                (true, true) => isStrict ? !holds && Differ(a, b) : !holds || Equal(a, b),
                _ => isStrict ? holds && Differ(a, b) : holds || Equal(a, b),
            };
        })
        {
            Name = $"__{name}__", Module = "functools",
        };
    }

    private static bool Equal(Any a, Any b) => Operators.Equal(a, b);

    private static bool Differ(Any a, Any b) => a != b;
}
