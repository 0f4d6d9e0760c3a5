using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>Which fixtures a function asks for by its parameters.</summary>
internal static class CallParameters
{
    /// <summary>Names of parameters that a caller must give and may name.</summary>
    /// <param name="function">A function, or one that a decorator has wrapped.</param>
    /// <param name="skip">How many leading parameters are given otherwise: <c>self</c>.</param>
    public static List<string> Required(Any function, int skip)
    {
        if (Unwrapped(function) is not { } plain)
            return [];
        var patched = function.Ref is PyFunction && Operators.GetAttr(function, "patchings", Any.Unbound) is { IsUnbound: false } patchings
            ? Operators.ToList(patchings).Count(static p => p.Ref is Mocks.AttributePatcher { MakesMock: true })
            : 0;
        return [.. plain.Signature.Parameters
            .Where((p, i) => p.Kind is ParameterKind.PositionalOrKeyword or ParameterKind.KeywordOnly && plain.Defaults[i].IsUnbound)
            .Select(static p => p.Name).Skip(skip + patched)];
    }

    /// <summary>Names of all parameters.</summary>
    public static List<string> All(Any function) => Unwrapped(function) is { } plain ? [.. plain.Signature.Parameters.Select(static p => p.Name)] : [];

    /// <summary>The function that decorators made with <c>functools.wraps</c> stand around.</summary>
    private static PyFunction? Unwrapped(Any function)
    {
        while (function.Ref is BoundMethod method)
            function = method.Function;
        while (function.Ref is StaticMethod or ClassMethod)
            function = function.Get("__func__");
        while (function.Ref is PyFunction && Operators.GetAttr(function, "__wrapped__", Any.Unbound) is { IsUnbound: false } inner)
            function = inner;
        return function.Ref as PyFunction;
    }
}
