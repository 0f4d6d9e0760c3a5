using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>One <c>with</c> statement at work. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-with-statement">with</see>.</summary>
public sealed class Context
{
    private readonly Any _manager;
    private readonly Any _enter;
    private readonly Any _exit;
    private bool _exited;

    private Context(Any manager, Any enter, Any exit) => (_manager, _enter, _exit) = (manager, enter, exit);

    /// <exception cref="TypeError">The object is no context manager.</exception>
    public static Context Of(Any manager)
    {
        var type = PyType.Of(manager);
        var enter = type.Lookup("__enter__");
        if (enter.IsUnbound)
            throw new TypeError($"'{type.Name}' object does not support the context manager protocol{(type.Lookup("__aenter__").IsUnbound ? "" : " (did you mean 'async with'?)")}");
        var exit = type.Lookup("__exit__");
        if (exit.IsUnbound)
            throw new TypeError($"'{type.Name}' object does not support the context manager protocol (missed __exit__ method)");
        return new Context(manager, Bind(enter, manager), Bind(exit, manager));
    }

    internal static Any Bind(Any method, Any self) => method.Ref is PyFunction ? new BoundMethod(method, self) : Descriptor.Of(method) is { } d ? d.Get(self, PyType.Of(self)) : method;

    public Any Enter() => _enter.Call();

    /// <summary>Leaves because of an error; true when <c>__exit__</c> swallows it.</summary>
    public bool Exit(BaseException error)
    {
        _exited = true;
        _ = _manager;
        using var handling = Handling.Of(error);
        return _exit.Call(error.Class, error, error.Traceback is { } t ? (Any)t : Any.None).Truth;
    }

    /// <summary>Leaves in any other way; does nothing after <see cref="Exit(BaseException)"/>.</summary>
    public void Exit()
    {
        if (_exited)
            return;
        _exited = true;
        _exit.Call(Any.None, Any.None, Any.None);
    }
}

/// <summary>One <c>async with</c> statement at work. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-async-with-statement">async with</see>.</summary>
public sealed class AsyncContext
{
    private readonly Any _enter;
    private readonly Any _exit;
    private bool _exited;

    private AsyncContext(Any enter, Any exit) => (_enter, _exit) = (enter, exit);

    /// <exception cref="TypeError">The object is no asynchronous context manager.</exception>
    public static AsyncContext Of(Any manager)
    {
        var type = PyType.Of(manager);
        var enter = type.Lookup("__aenter__");
        if (enter.IsUnbound)
            throw new TypeError($"'{type.Name}' object does not support the asynchronous context manager protocol{(type.Lookup("__enter__").IsUnbound ? "" : " (did you mean 'with'?)")}");
        var exit = type.Lookup("__aexit__");
        if (exit.IsUnbound)
            throw new TypeError($"'{type.Name}' object does not support the asynchronous context manager protocol (missed __aexit__ method)");
        return new AsyncContext(Context.Bind(enter, manager), Context.Bind(exit, manager));
    }

    public async Coro<Any> EnterAsync() => await Awaitable(_enter.Call(), "__aenter__");

    private static Any Awaitable(Any value, string method)
        => AsyncIO.IsAwaitable(value) || GeneratorProtocol.IsIterableCoroutine(value)
            ? value
            : throw new TypeError($"'async with' received an object from {method} that does not implement __await__: {PyType.Of(value).Name}");

    /// <inheritdoc cref="Context.Exit(BaseException)"/>
    public async Coro<bool> ExitAsync(BaseException error)
    {
        _exited = true;
        using var handling = Handling.Of(error);
        return (await Awaitable(_exit.Call(error.Class, error, error.Traceback is { } t ? (Any)t : Any.None), "__aexit__")).Truth;
    }

    /// <inheritdoc cref="Context.Exit()"/>
    public async Coro ExitAsync()
    {
        if (_exited)
            return;
        _exited = true;
        await Awaitable(_exit.Call(Any.None, Any.None, Any.None), "__aexit__");
    }
}
