using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>One awaitable operation of a runtime object: starts when it is awaited, and only once.</summary>
internal sealed class AwaitableStep(PyType type, Func<Coro<Any>> start) : PyIterator, IAwaitable, IGenerator
{
    private Coroutine? _driver;
    private bool _used;

    public override PyType Class => type;

    public async Coro<Any> AwaitAsync()
    {
        if (_used)
            throw new RuntimeError($"cannot reuse already awaited {type.Name}");
        _used = true;
        return await start();
    }

    private Coroutine Driver => _driver ??= Coroutine.Driver(type.Name, AwaitAsync);

    public override bool TryNext(out Any value)
    {
        if (!Driver.Step(Any.None, null, out value, out var error))
            return true;
        return error is null ? false : throw error;
    }

    public override Any Next() => Driver.Send(Any.None);

    public Any Send(Any value) => Driver.Send(value);

    public Any Throw(BaseException error) => Driver.Throw(error);

    public void Close() => Driver.Close();
}
