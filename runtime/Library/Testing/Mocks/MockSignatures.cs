using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>The signatures of what mocks stand for: calls are checked by them, and compared in the form that they give.</summary>
internal static class MockSignatures
{
    /// <summary>Whether a value is a function or method of Python.</summary>
    public static bool IsFunction(Any value) => PyType.Of(value).Name is "function" or "method";

    /// <summary>The signature of calls of a mock; None where nothing is known.</summary>
    public static Any Of(Any spec, bool asInstance, bool eatsSelf)
    {
        try
        {
            if (spec.Ref is PyType && !asInstance)
                (spec, eatsSelf) = (spec.Get("__init__"), true);
            else if (spec.Ref is StaticMethod or ClassMethod)
                (spec, eatsSelf) = (Operators.GetAttr(spec, "__func__", Any.None), eatsSelf || spec.Ref is ClassMethod);
            else if (!IsFunction(spec))
                spec = spec.Ref is PyType type ? type.Lookup("__call__") is { IsUnbound: false } own && IsFunction(own) ? own : Any.None : Operators.GetAttr(spec, "__call__", Any.None);
            if (spec.IsNone)
                return Any.None;
            var signature = Modules.ImportFrom("inspect", "signature");
            return signature.Call(eatsSelf ? Modules.ImportFrom("functools", "partial").Call(spec, Any.None) : spec);
        }
        catch (Exception error) when (error is ValueError or TypeError or AttributeError)
        {
            return Any.None;
        }
    }

    /// <summary>A call in the form that compares: its arguments as the signature binds them, or what is wrong with them.</summary>
    public static Any Match(Mock mock, Any call)
    {
        if (call.Ref is not PyTuple { Count: 2 or 3 } tuple)
            return call;
        var named = tuple.Count == 3;
        var signature = named ? Named(mock, Operators.Str(tuple[0])) : mock.Signature;
        if (signature.IsNone)
            return call;
        try
        {
            var bound = Lib.Call(signature.Get("bind"), PyTuple.From(tuple[^2]), Lib.Dict(tuple[^1]));
            return MockCall.Of(named ? Operators.Str(tuple[0]) : "", Lib.Tuple(bound.Get("args")), Lib.Dict(bound.Get("kwargs")));
        }
        catch (TypeError error)
        {
            return error;
        }
    }

    /// <summary>The signature of what a name beneath a mock leads to.</summary>
    private static Any Named(Mock mock, string name)
    {
        if (name.Length == 0)
            return mock.Signature;
        var signature = Any.None;
        foreach (var part in name.Replace("()", "", StringComparison.Ordinal).Split('.'))
        {
            if (!mock.Children.TryGetValue(part, out var child) || Extract(child) is not { } inner)
                break;
            (mock, signature) = (inner, inner.Signature);
        }
        return signature;
    }

    /// <summary>The mock that a value is, or that a function stands in front of.</summary>
    public static Mock? Extract(Any value)
        => value.IsUnbound ? null : value.Ref as Mock ?? (value.Ref is PyFunction && Operators.GetAttr(value, "mock", Any.None).Ref is Mock inner ? inner : null);
}
