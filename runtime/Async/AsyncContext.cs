using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Contexts;

namespace Pytocs.Runtime.Async;

/// <summary>One <c>async with</c> statement at work. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-async-with-statement">async with</see>.</summary>
public abstract class AsyncContext
{
    private bool _exited;

    /// <exception cref="TypeError">The object is no asynchronous context manager.</exception>
    public static AsyncContext Of(Any manager)
    {
        var type = PyType.Of(manager);
        var enter = type.Special("__aenter__");
        if (enter.IsUnbound)
            throw new TypeError($"'{type.ErrorName}' object does not support the asynchronous context manager protocol");
        var exit = type.Special("__aexit__");
        if (exit.IsUnbound)
            throw new TypeError($"'{type.ErrorName}' object does not support the asynchronous context manager protocol (missed __aexit__ method)");
        return new Dynamic(Context.Bind(enter, manager), Context.Bind(exit, manager));
    }

    /// <summary>Of what a generator function gives, where it is known what entering gives.</summary>
    public static AsyncContext<T> Of<T>(AsyncGeneratorContext<T> manager) => new(manager);

    /// <summary>Of an object that has been entered: its method to leave by, which swallows nothing.</summary>
    public static AsyncContext Of(Func<Any, Any, Any, Coro> exit) => new Plain(exit);

    /// <summary>Of an object that has been entered: its method to leave by.</summary>
    public static AsyncContext Of<T>(Func<Any, Any, Any, Coro<T>> exit) => new Swallowing<T>(exit);

    public virtual Coro<Any> EnterAsync() => throw new InvalidOperationException();

    /// <summary>Leaves; true when an exception is swallowed.</summary>
    private protected abstract Coro<bool> LeaveAsync(Any kind, Any error, Any traceback);

    private sealed class Dynamic(Any enter, Any exit) : AsyncContext
    {
        public override async Coro<Any> EnterAsync() => await Awaitable(enter.Call(), "__aenter__");

        private protected override async Coro<bool> LeaveAsync(Any kind, Any error, Any traceback)
            => (await Awaitable(exit.Call(kind, error, traceback), "__aexit__")).Truth;
    }

    private sealed class Plain(Func<Any, Any, Any, Coro> exit) : AsyncContext
    {
        private protected override async Coro<bool> LeaveAsync(Any kind, Any error, Any traceback)
        {
            await exit(kind, error, traceback);
            return false;
        }
    }

    private sealed class Swallowing<T>(Func<Any, Any, Any, Coro<T>> exit) : AsyncContext
    {
        private protected override async Coro<bool> LeaveAsync(Any kind, Any error, Any traceback)
            => Generic.ToAny(await exit(kind, error, traceback)).Truth;
    }

    private static Any Awaitable(Any value, string method)
        => AsyncIO.IsAwaitable(value) || GeneratorProtocol.IsIterableCoroutine(value)
            ? value
            : throw new TypeError($"'async with' received an object from {method} that does not implement __await__: {PyType.Of(value).Name}");

    /// <inheritdoc cref="Context.Exit(BaseException)"/>
    public async Coro<bool> ExitAsync(BaseException error)
    {
        _exited = true;
        using var handling = Handling.Of(error);
        return await LeaveAsync(error.Class, error, error.Traceback is { } t ? (Any)t : Any.None);
    }

    /// <inheritdoc cref="Context.Exit()"/>
    public async Coro ExitAsync()
    {
        if (_exited)
            return;
        _exited = true;
        await LeaveAsync(Any.None, Any.None, Any.None);
    }
}

/// <inheritdoc cref="AsyncContext"/>
public sealed class AsyncContext<T> : AsyncContext
{
    private readonly AsyncGeneratorContext<T> _manager;

    internal AsyncContext(AsyncGeneratorContext<T> manager) => _manager = manager;

    public new async Coro<T> EnterAsync()
    {
        _manager.Forget();
        return Generic.FromAny<T>(await GeneratorManagers.EnterAsync(_manager.Generator));
    }

    private protected override async Coro<bool> LeaveAsync(Any kind, Any error, Any traceback) => (await GeneratorManagers.ExitAsync(_manager.Generator, error.Ref as BaseException)).Truth;
}
