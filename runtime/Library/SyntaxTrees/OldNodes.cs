using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>
/// Names that trees of older versions had: classes for each kind of literal, which warn, and classes that mean nothing any more. See
/// <see href="https://docs.python.org/3.13/library/ast.html#ast.Constant">ast.Constant</see>.
/// </summary>
internal static class OldNodes
{
    private static readonly PyType s_meta = new ClassMaker("_ABC", "ast")
        .Method("__instancecheck__", "inst", static (self, value) => IsInstance((PyType)self.Ref!, value))
        .Make(PyType.Type);

    private static readonly Dictionary<string, PyType> s_literals = ((string[])["Num", "Str", "Bytes", "NameConstant", "Ellipsis"]).ToDictionary(static n => n, Literal, StringComparer.Ordinal);

    /// <summary>Adds the classes and the attributes <c>n</c> and <c>s</c> of constants.</summary>
    public static void AddTo(PyModule module)
    {
        var slice = new ClassMaker("slice", "ast").Attribute("__doc__", "Deprecated AST node class.").Make(NodeTypes.Base);
        module.Type(slice)
            .Type(new ClassMaker("Index", "ast").Attribute("__doc__", "Deprecated AST node class. Use the index value directly instead.").Method("__new__", "cls, value, **kwargs", static a => a[1]).Make(slice))
            .Type(new ClassMaker("ExtSlice", "ast").Attribute("__doc__", "Deprecated AST node class. Use ast.Tuple instead.").Method("__new__", "cls, dims=(), **kwargs", static a =>
                ((Any)NodeTypes.Of("Tuple")).Call(new Arguments { Lib.List(Operators.ToList(a[1])), NodeTypes.Symbol("Load"), new StarStar(a[2]) })).Make(slice))
            .Type(new ClassMaker("Suite", "ast").Attribute("__doc__", "Deprecated AST node class.  Unused in Python 3.").Make(NodeTypes.Of("mod")));
        foreach (var name in (string[])["AugLoad", "AugStore", "Param"])
            module.Type(new ClassMaker(name, "ast").Attribute("__doc__", "Deprecated AST node class.  Unused in Python 3.").Make(NodeTypes.Of("expr_context")));
        foreach (var name in (string[])["n", "s"])
            NodeTypes.Of("Constant").Define(name, new PyProperty(
                new PyFunction(name, "self", (Any self) => ReadValue(self, name)), new PyFunction(name, "self, value", (Any self, Any value) => WriteValue(self, name, value)), Any.None, Any.None));
        module.Value("__getattr__", new PyFunction("__getattr__", "name", (Any name) => Find(module, Operators.Str(name))));
    }

    /// <summary>Warns of a name that the module has from now on.</summary>
    private static Any Find(PyModule module, string name)
    {
        if (!s_literals.TryGetValue(name, out var type))
            throw new AttributeError($"module 'ast' has no attribute '{name}'");
        if (Modules.IsProbing)
            return type;
        Warn($"ast.{name}", "use ast.Constant instead");
        module.Value(name, type);
        return type;
    }

    private static Any ReadValue(Any self, string name)
    {
        Warn("Attribute " + name, "use value instead");
        return self.Get("value");
    }

    private static Any WriteValue(Any self, string name, Any value)
    {
        Warn("Attribute " + name, "use value instead");
        self.Set("value", value);
        return Any.None;
    }

    private static void Warn(string what, string instead)
        => Modules.ImportFrom("warnings", "warn").Call($"{what} is deprecated and will be removed in Python 3.14; {instead}", DeprecationWarning.Type, 1);

    private static PyType Literal(string name)
    {
        var space = new PyDict<Any, Any>
        {
            ["__module__"] = "ast", ["__qualname__"] = name,
            ["__new__"] = new PyFunction(name + ".__new__", "cls, /, *args, **kwargs", (Any[] a) =>
            {
                var fields = Operators.ToList(a[0].Get("_fields"));
                foreach (var (key, _) in Lib.Dict(a[2]).Entries())
                    if (fields.IndexOf(key) is >= 0 and var place && place < Lib.Tuple(a[1]).Count)
                        throw new TypeError($"{((PyType)a[0].Ref!).Name} got multiple values for argument {Operators.Repr(key)}");
                if (!ReferenceEquals(a[0].Ref, s_literals[name]))
                    return ((Any)PyType.Object).Get("__new__").Call(a[0]);
                Warn("ast." + name, "use ast.Constant instead");
                var arguments = new Arguments();
                if (name == "Ellipsis")
                    arguments.Add(Any.Ellipsis);
                arguments.Add(new Star(a[1]));
                foreach (var (key, value) in Lib.Dict(a[2]).Entries())
                    arguments.Add(Operators.Str(key), value);
                return ((Any)NodeTypes.Of("Constant")).Call(arguments);
            }),
        };
        if (name is "Num" or "Str" or "Bytes" or "Ellipsis")
            space["_fields"] = name switch { "Num" => PyTuple.Of("n"), "Ellipsis" => PyTuple.Empty, _ => PyTuple.Of("s") };
        return (PyType)((Any)s_meta).Call(name, PyTuple.Of(NodeTypes.Of("Constant")), space).Ref!;
    }

    private static Any IsInstance(PyType type, Any value)
    {
        var isOwn = s_literals.TryGetValue(type.Name, out var own) && ReferenceEquals(own, type);
        if (isOwn)
            Warn("ast." + type.Name, "use ast.Constant instead");
        if (!NodeTypes.Is(value, "Constant"))
            return false;
        if (!isOwn)
            return PyType.Of(value).IsSubclassOf(type);
        var held = Operators.GetAttr(value, "value", Any.Unbound);
        return type.Name switch
        {
            "Num" => !held.IsBool && (Builtins.IsInstance(held, IntType.Type) || Builtins.IsInstance(held, FloatType.Type) || held.Ref is System.Numerics.Complex),
            "Str" => Builtins.IsInstance(held, StrType.Type),
            "Bytes" => held.Ref is PyBytes,
            "NameConstant" => held is { IsNone: true } or { IsBool: true },
            _ => Operators.Is(held, Any.Ellipsis),
        };
    }
}
