using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary><c>await</c>, <c>yield</c> and <c>yield from</c> as expressions.</summary>
internal sealed partial class BodyLowerer
{
    private Typed Await(Py.Await await)
    {
        if (await.Value is Py.Call call && AwaitedCall(call) is { Type.IsNone: false } awaited)
            return new(new LowAwait(awaited.Code), awaited.Type);
        if (TypeOf(await.Value) is LibraryInstance { Result: { } result } && !CsTypes.IsAny(result))
        {
            var value = Lower(await.Value);
            return value.Type is LibraryInstance { Result: { } known } && CsTypes.Of(known) == CsTypes.Of(result)
                ? new(new LowAwait(value.Code), result)
                : new(Convert(new Typed(new LowAwait(Dynamic(value)), StaticType.Any), result), result);
        }
        // What an asynchronous generator is sent needs no awaitable object where it is awaited at once.
        if (await.Value is Py.Call { Func: Py.Attribute { Attr: "asend" } method, Args: [not Py.Starred and var sent], Keywords.IsEmpty: true }
            && TypeOf(method.Value) == StaticType.Any)
            return new(new LowAwait(new LowInvoke(new LowMember(AsReceiver(method.Value), "SendAsync"), AsAny(sent))), StaticType.Any);
        return new(new LowAwait(TypeOf(await.Value) is LibraryInstance { Class: var cls } && cls.IsSubclassOf(AsyncioLibrary.Future) ? Lower(await.Value).Code : AsReceiver(await.Value)), StaticType.Any);
    }

    private Typed Yield(Py.Yield yield)
    {
        var value = yield.Value is null ? Convert(new Typed(new LowName("Any.None"), StaticType.None), function!.Yields.Final) : As(yield.Value, function!.Yields.Final);
        var received = new Typed(new LowAwait(new LowInvoke(new LowMember(new LowName(Yielder), "Yield"), value)), StaticType.Any);
        return TypeOf(yield) is var type && CsTypes.IsAny(type) ? received : new(Convert(received, type), type);
    }

    private Typed YieldFrom(Py.YieldFrom yield)
        => new(new LowAwait(new LowInvoke(new LowMember(new LowName(Yielder), "YieldFrom"), AsAny(yield.Value))), StaticType.Any);
}
