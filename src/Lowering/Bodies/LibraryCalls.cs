using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
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
        if (call.Func is not Py.Attribute attribute || OperatorRules.Present(TypeOf(attribute.Value)) is not LibraryInstance { Class: var cls } receiver || cls.FindMethod(attribute.Attr) is not { } method || method.TryBind(call) is not { } bound)
            return null;
        if (Model.ThreadedCalls.ContainsKey(call))
            return (ThreadedCall(call, new LowMember(Lower(attribute.Value).Code, method.CsName), call.Args[0])!, method);
        var isCold = method.Cold is not null && TypeOf(call) is LibraryInstance { Class: var given } && ReferenceEquals(given, AsyncioLibrary.Coroutine);
        var member = new LowMember(NotNone(Lower(attribute.Value).Code, TypeOf(attribute.Value), attribute.Attr), isCold ? method.Cold! : method.CsName);
        LowExpression code = method.IsGetter ? member : new LowInvoke(member, LibraryArguments(method, bound, IsUntyped(method, call), receiver));
        if (method.Awaiting is { } awaiting)
            code = new LowInvoke(new LowName(awaiting), code);
        if (method.ListOf is { } item && TypeOf(call) is ListType { Element.Type: var wider } && CsTypes.Of(item) != CsTypes.Of(wider))
            code = new LowNew(CsTypes.Of(TypeOf(call)), [new(Retype(code, item, wider))]);
        return (method.Cast is { } cast ? new LowCast(LowType.Named(cast), code) : code, method);
    }

    /// <summary>A library call whose result C# does not give and nobody asks for.</summary>
    private LowExpression? VoidLibraryCall(Py.Expression value) => value switch
    {
        Py.Await { Value: Py.Call call } when LibraryMethod(call) is { Method: { IsCoroutine: true, Result.IsNone: true } } known => new LowAwait(known.Code),
        Py.Call call when LibraryMethod(call) is { Method: { IsCoroutine: false, Result.IsNone: true } } known => known.Code,
        _ => null,
    };

    private Typed LibraryCode(LibraryFunction function, Py.Call call, List<(Py.Expression Value, LibraryParameter Parameter)> bound)
    {
        var isUntyped = IsUntyped(function, call);
        var name = function.IsGather && ResultOf(function, call) is LibraryInstance { Result: TupleShape } ? function.CsName + "Tuple" : function.CsName;
        return new(new LowInvoke(new LowName(name), LibraryArguments(function, bound, isUntyped)), isUntyped ? function.Result : ResultOf(function, call));
    }

    /// <summary>What a call gives, once awaited if it is a coroutine: of a function that hands on the result of an awaitable, what that is.</summary>
    private StaticType ResultOf(LibraryFunction function, Py.Call call)
        => function is { ResultOf: null, IsGather: false, GivesResult: false, GivesItem: false, ListOf: null, IsWait: false } && !Model.ThreadedCalls.ContainsKey(call) ? function.Result : TypeOf(call) switch
        {
            LibraryAwaitable awaitable => awaitable.Result,
            { IsNever: true } => function.Result,
            var type => type,
        };

    /// <summary>Whether a function that is generic in C# is given awaitables here of whose results nothing is known, or not enough.</summary>
    private bool IsUntyped(LibraryFunction function, Py.Call call) => (function.IsGather || function.ResultOf is not null) && ResultOf(function, call) switch
    {
        LibraryInstance { Result: ListType list } when function.IsGather => call.Args is not [var first, ..] || CsTypes.Of(AwaitedBy(first)) != CsTypes.Of(list.Element.Type),
        LibraryInstance { Result: var result } => result is null || CsTypes.IsAny(result),
        var result => CsTypes.IsAny(result),
    };

    /// <summary>What awaiting an argument of <c>gather</c>, or an item of a starred one, gives.</summary>
    private StaticType AwaitedBy(Py.Expression argument)
        => (argument is Py.Starred star ? LoopItem(star.Value) : TypeOf(argument)) is LibraryInstance { Result: { } result } ? result : StaticType.Any;

    /// <summary><c>ToThread(F, x)</c>: C#'s own method, with arguments of the types of its parameters.</summary>
    private LowInvoke? ThreadedCall(Py.Call call, LowExpression target, params ReadOnlySpan<Py.Expression> before)
    {
        if (!Model.ThreadedCalls.TryGetValue(call, out var inner))
            return null;
        var direct = TypeOf(inner.Func) switch
        {
            FunctionType { Function: var function } => (Direct(function, inner), function),
            MethodType { Function: var method } => (DirectMethod(method, inner), method),
            _ => (null, null!),
        };
        if (direct.Item1 is not LowInvoke { Target: var callee })
            return null;
        var arguments = new List<LowArgument>();
        foreach (var value in before)
            arguments.Add(new(AsReceiver(value)));
        arguments.Add(new(callee));
        foreach (var argument in CallBinding.TryBind(direct.Item2, inner)!)
            arguments.Add(new(Exactly(argument.Value!, argument.Parameter.Symbol.Final)));
        return new LowInvoke(target, [.. arguments]);
    }

    private ImmutableArray<LowArgument> LibraryArguments(LibraryFunction function, List<(Py.Expression Value, LibraryParameter Parameter)> bound, bool isUntyped, StaticType? receiver = null)
    {
        var arguments = new List<LowArgument>();
        var hasKeywords = bound.Exists(b => b.Parameter.IsKeywordOnly);
        var spreads = bound.Exists(b => b.Value is Py.Starred);
        var star = bound.Where(b => b.Parameter.IsStar).Select(b => b.Value is Py.Starred s ? new LowSpread(Spread(s.Value)) : Awaitable(b.Value) ?? AsAny(b.Value)).ToArray();
        var isNamed = false;
        foreach (var (value, parameter) in bound.Where(b => !b.Parameter.IsStar))
        {
            if (function.IsWait && arguments.Count == 0)
            {
                arguments.Add(new(Enumerable(value, LoopItem(value))));
                continue;
            }
            isNamed |= function.TakesNames && function.Parameters[arguments.Count] != parameter;
            arguments.Add(new((parameter == function.Parameters[0] ? Awaitable(value) : null) ?? (parameter.IsItem && receiver is LibraryInstance { Element.Type: var item } ? As(value, item) : Argument(value, parameter)), parameter.IsKeywordOnly || isNamed ? parameter.CsName : null));
        }
        if (Array.Exists(function.Parameters, p => p.IsStar))
            arguments.InsertRange(Array.FindIndex(function.Parameters, p => p.IsStar), hasKeywords || spreads ? [new(new LowCollection([.. star]))] : star.Select(s => new LowArgument(s)));
        return [.. arguments];

        // The type of an awaitable decides between the generic method and the other.
        LowExpression? Awaitable(Py.Expression value)
            => !function.IsGather && function.ResultOf is null || value is Py.Starred ? null
                : isUntyped ? (TypeOf(value) is LibraryInstance { Result: { } result } && !CsTypes.IsAny(result)) || (TypeOf(value) is CoroutineType && !Model.Program.TracksResults) ? AsReceiver(value) : null
                : Lower(value).Code;

        // One starred argument goes to the function as it is; it speaks of it where that is not iterable.
        // The list of a comprehension is nobody else's.
        LowExpression SpreadItems(Py.Expression value, StaticType item)
            => value is Py.ListComp c && !IsAsync(c.Generators, c.Elt) ? Retype(Items(c, c.Generators, c.Elt, OperatorRules.ItemOf(TypeOf(c))), OperatorRules.ItemOf(TypeOf(c)), item) : Enumerable(value, item);

        LowExpression Spread(Py.Expression value)
            => SpreadItems(value, function.IsGather && !isUntyped ? LoopItem(value) : StaticType.Any) is var code && code is LowInvoke { Target: LowName { Name: "Sequences.Of" } } of
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
