using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What <c>anext(iterator, default)</c> gives. See <see href="https://docs.python.org/3.13/library/functions.html#anext">anext</see>.</summary>
internal sealed class NextOrDefault(Any awaitable, Any fallback) : PyIterator, IAwaitable, IGenerator
{
    private static readonly PyType s_type = DeclareType("anext_awaitable")
        .Method("__await__", static self => self)
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, /, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        });

    public override PyType Class => s_type;

    public async Coro<Any> AwaitAsync()
    {
        try
        {
            return await awaitable;
        }
        catch (StopAsyncIteration)
        {
            return fallback;
        }
    }

    private Any Steps => awaitable.Ref is Coroutine coroutine ? new CoroutineWrapper(coroutine) : Awaiting.Iterator(awaitable);

    private Any Drive(Func<Any, Any> step)
    {
        try
        {
            return step(Steps);
        }
        catch (StopAsyncIteration)
        {
            throw GeneratorProtocol.Ended(fallback);
        }
    }

    public override bool TryNext(out Any value)
    {
        try
        {
            value = Send(Any.None);
            return true;
        }
        catch (StopIteration)
        {
            value = Any.None;
            return false;
        }
    }

    public override Any Next() => Send(Any.None);

    public Any Send(Any value) => Drive(steps => GeneratorProtocol.Send(steps, value));

    public Any Throw(BaseException error) => Drive(steps => steps.Ref is IGenerator generator ? generator.Throw(error) : steps.Invoke("throw", error));

    public void Close() => Drive(static steps =>
    {
        if (steps.Ref is IGenerator generator)
            generator.Close();
        else
            steps.Invoke("close");
        return Any.None;
    });
}
