using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/__future__.html">__future__</see>: when the language got what.</summary>
internal static class FutureModule
{
    private static readonly (string Name, (int Major, int Minor, string Level, int Serial) Optional, (int Major, int Minor, string Level, int Serial)? Mandatory, int Flag)[] s_features =
    [
        ("nested_scopes", (2, 1, "beta", 1), (2, 2, "alpha", 0), 16),
        ("generators", (2, 2, "alpha", 1), (2, 3, "final", 0), 0),
        ("division", (2, 2, "alpha", 2), (3, 0, "alpha", 0), 131072),
        ("absolute_import", (2, 5, "alpha", 1), (3, 0, "alpha", 0), 262144),
        ("with_statement", (2, 5, "alpha", 1), (2, 6, "alpha", 0), 524288),
        ("print_function", (2, 6, "alpha", 2), (3, 0, "alpha", 0), 1048576),
        ("unicode_literals", (2, 6, "alpha", 2), (3, 0, "alpha", 0), 2097152),
        ("barry_as_FLUFL", (3, 1, "alpha", 2), (4, 0, "alpha", 0), 4194304),
        ("generator_stop", (3, 5, "beta", 1), (3, 7, "alpha", 0), 8388608),
        ("annotations", (3, 7, "beta", 1), null, 16777216),
    ];

    public static PyModule Build()
    {
        var module = new PyModule("__future__");
        foreach (var (name, optional, mandatory, flag) in s_features)
            module.Value(name, new Feature(Release(optional), mandatory is { } m ? Release(m) : Any.None, flag));
        return module.Value("all_feature_names", Lib.List([.. s_features.Select(static f => f.Name)]))
            .Value("__all__", Lib.List(["all_feature_names", .. s_features.Select(static f => f.Name)]));
    }

    private static PyTuple Release((int Major, int Minor, string Level, int Serial) r) => PyTuple.Of(r.Major, r.Minor, 0, r.Level, r.Serial);

    private sealed class Feature(PyTuple optional, Any mandatory, int flag) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_Feature", module: "__future__")
            .Property("optional", static self => Self(self)._optional)
            .Property("mandatory", static self => Self(self)._mandatory)
            .Property("compiler_flag", static self => Self(self)._flag)
            .Method("getOptionalRelease", static self => Self(self)._optional)
            .Method("getMandatoryRelease", static self => Self(self)._mandatory)
            .Method("__repr__", static self => "_Feature" + Operators.Repr(PyTuple.Of(Self(self)._optional, Self(self)._mandatory, Self(self)._flag)));

        private readonly PyTuple _optional = optional;
        private readonly Any _mandatory = mandatory;
        private readonly int _flag = flag;

        private static Feature Self(Any o) => (Feature)o.Ref!;

        public override PyType Class => s_type;
    }
}
