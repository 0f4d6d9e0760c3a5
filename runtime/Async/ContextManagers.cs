using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Contexts;

namespace Pytocs.Runtime.Async;

/// <summary>One <c>with</c> statement at work. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-with-statement">with</see>.</summary>
public class Context
{
    private readonly Any _enter;
    private readonly Func<Any, Any, Any, bool> _exit;
    private bool _exited;

    private protected Context(Any enter, Func<Any, Any, Any, bool> exit) => (_enter, _exit) = (enter, exit);

    /// <exception cref="TypeError">The object is no context manager.</exception>
    public static Context Of(Any manager)
    {
        var type = PyType.Of(manager);
        var enter = type.Special("__enter__");
        if (enter.IsUnbound)
            throw new TypeError($"'{type.ErrorName}' object does not support the context manager protocol");
        var exit = type.Special("__exit__");
        if (exit.IsUnbound)
            throw new TypeError($"'{type.ErrorName}' object does not support the context manager protocol (missed __exit__ method)");
        var leave = Bind(exit, manager);
        return new Context(Bind(enter, manager), (kind, error, traceback) => leave.Call(kind, error, traceback).Truth);
    }

    /// <summary>Of what a generator function gives, where it is known what entering gives.</summary>
    public static Context<T> Of<T>(GeneratorContext<T> manager) => new(manager);

    /// <summary>Of an object that has been entered: its method to leave by, which swallows nothing.</summary>
    public static Context Of(Action<Any, Any, Any> exit) => new(Any.None, (kind, error, traceback) =>
    {
        exit(kind, error, traceback);
        return false;
    });

    /// <summary>Of an object that has been entered: its method to leave by.</summary>
    public static Context Of<T>(Func<Any, Any, Any, T> exit) => exit is Func<Any, Any, Any, bool> swallows
        ? new(Any.None, swallows)
        : new(Any.None, (kind, error, traceback) => Generic.ToAny(exit(kind, error, traceback)).Truth);

    internal static Any Bind(Any method, Any self) => method.Ref is PyFunction ? new BoundMethod(method, self) : method.Ref is SpecialMethod special ? special.Bind(self) : Descriptor.Of(method) is { } d ? d.Get(self, PyType.Of(self)) : method;

    public Any Enter() => _enter.Call();

    /// <summary>Leaves because of an error; true when <c>__exit__</c> swallows it.</summary>
    public bool Exit(BaseException error)
    {
        _exited = true;
        using var handling = Handling.Of(error);
        return _exit(error.Class, error, error.Traceback is { } t ? (Any)t : Any.None);
    }

    /// <summary>Leaves in any other way; does nothing after <see cref="Exit(BaseException)"/>.</summary>
    public void Exit()
    {
        if (_exited)
            return;
        _exited = true;
        _exit(Any.None, Any.None, Any.None);
    }
}

/// <inheritdoc cref="Context"/>
public sealed class Context<T> : Context
{
    private readonly GeneratorContext _manager;

    internal Context(GeneratorContext<T> manager)
        : base(Any.None, (kind, error, _) => GeneratorManagers.Exit(manager.Generator, error.Ref as BaseException).Truth)
        => _manager = manager;

    public new T Enter()
    {
        _manager.Forget();
        return Generic.FromAny<T>(GeneratorManagers.Enter(_manager.Generator));
    }
}
