using System.Collections.Immutable;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Calls of library functions and methods that C# has as methods of its own.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>A call of a method of a library class through its C# method, if it has one that fits.</summary>
    private (LowExpression Code, LibraryFunction Method)? LibraryMethod(Py.Call call)
    {
        if (call.Func is not Py.Attribute attribute || TypeOf(attribute.Value) is not LibraryInstance { Class: var cls } || cls.FindMethod(attribute.Attr) is not { } method || method.TryBind(call) is not { } bound)
            return null;
        var member = new LowMember(Lower(attribute.Value).Code, method.CsName);
        LowExpression code = method.IsGetter ? member : new LowInvoke(member, LibraryArguments(method, bound));
        if (method.Awaiting is { } awaiting)
            code = new LowInvoke(new LowName(awaiting), code);
        return (method.Cast is { } cast ? new LowCast(LowType.Named(cast), code) : code, method);
    }

    /// <summary>A library call whose result C# does not give and nobody asks for.</summary>
    private LowExpression? VoidLibraryCall(Py.Expression value) => value switch
    {
        Py.Await { Value: Py.Call call } when LibraryMethod(call) is { Method: { IsCoroutine: true, Result.IsNone: true } } known => new LowAwait(known.Code),
        Py.Call call when LibraryMethod(call) is { Method: { IsCoroutine: false, Result.IsNone: true } } known => known.Code,
        _ => null,
    };

    private LowExpression LibraryCode(LibraryFunction function, List<(Py.Expression Value, LibraryParameter Parameter)> bound)
        => new LowInvoke(new LowName(function.CsName), LibraryArguments(function, bound));

    private ImmutableArray<LowArgument> LibraryArguments(LibraryFunction function, List<(Py.Expression Value, LibraryParameter Parameter)> bound)
    {
        var arguments = new List<LowArgument>();
        var hasKeywords = bound.Exists(b => b.Parameter.IsKeywordOnly);
        var spreads = bound.Exists(b => b.Value is Py.Starred);
        var star = bound.Where(b => b.Parameter.IsStar).Select(b => b.Value is Py.Starred s ? new LowSpread(Spread(s.Value)) : AsAny(b.Value)).ToArray();
        var isNamed = false;
        foreach (var (value, parameter) in bound.Where(b => !b.Parameter.IsStar))
        {
            isNamed |= function.TakesNames && function.Parameters[arguments.Count] != parameter;
            arguments.Add(new(Argument(value, parameter), parameter.IsKeywordOnly || isNamed ? parameter.CsName : null));
        }
        if (Array.Exists(function.Parameters, p => p.IsStar))
            arguments.InsertRange(0, hasKeywords || spreads ? [new(new LowCollection([.. star]))] : star.Select(s => new LowArgument(s)));
        return [.. arguments];

        // One starred argument goes to the function as it is; it speaks of it where that is not iterable.
        LowExpression Spread(Py.Expression value)
            => Enumerable(value, StaticType.Any) is var code && code is LowInvoke { Target: LowName { Name: "Sequences.Of" } } of
                ? new LowInvoke(new LowName("Sequences.Spread"), function.FullName is { } name && bound.Count(static b => b.Parameter.IsStar) == 1 ? [.. of.Arguments, new LowArgument(new LowLiteral(name))] : of.Arguments)
                : code;
    }

    private LowExpression Argument(Py.Expression value, LibraryParameter parameter)
    {
        if (parameter.Converter is { } converter && CsTypes.Of(TypeOf(value)) != CsTypes.Of(parameter.Type))
            return new LowInvoke(new LowName(converter), AsAny(value));
        var code = As(value, parameter.Type);
        return parameter.Cast is { } cast && code is not LowLiteral ? new LowCast(LowType.Named(cast), code) : code;
    }
}
