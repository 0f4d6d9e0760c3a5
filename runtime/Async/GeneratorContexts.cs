using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Contexts;

namespace Pytocs.Runtime.Async;

/// <summary>
/// What a function gives that <c>@contextmanager</c> makes of a generator function.
/// See <see href="https://docs.python.org/3.13/library/contextlib.html#contextlib.contextmanager">contextmanager</see>.
/// </summary>
public abstract class GeneratorContext : PyObject
{
    private readonly Func<GeneratorContext> _again;

    private protected GeneratorContext(Any generator, Func<GeneratorContext> again)
    {
        (Generator, _again) = (generator, again);
        GeneratorManagers.Begin(this, generator);
    }

    internal Any Generator { get; }

    private bool _isEntered;

    /// <summary>The arguments of the call go as it is entered.</summary>
    /// <exception cref="AttributeError">It has been entered before.</exception>
    internal void Forget()
    {
        if (_isEntered)
            throw new AttributeError($"'{Class.Name}' object has no attribute 'args'");
        _isEntered = true;
    }

    /// <summary>A fresh one of the same call, for a function that the manager decorates.</summary>
    internal GeneratorContext Again() => _again();

    /// <summary>A manager over a C# iterator.</summary>
    public static GeneratorContext<T> Of<T>(string name, string qualName, Func<IEnumerable<T>> body) => new(Async.Generator.Of(name, qualName, body()), () => Of(name, qualName, body));

    /// <summary>A manager over a generator.</summary>
    public static GeneratorContext<T> Of<T>(Func<Generator<T>> body) => new(body(), () => Of(body));

    /// <summary>A manager over a C# iterator.</summary>
    public static AsyncGeneratorContext<T> Of<T>(string name, string qualName, Func<IAsyncEnumerable<T>> body) => new(AsyncGenerator.Of(name, qualName, body()), () => Of(name, qualName, body));

    /// <summary>A manager over an asynchronous generator.</summary>
    public static AsyncGeneratorContext<T> Of<T>(Func<AsyncGenerator<T>> body) => new(body(), () => Of(body));
}

/// <inheritdoc cref="GeneratorContext"/>
public sealed class GeneratorContext<T> : GeneratorContext
{
    internal GeneratorContext(Any generator, Func<GeneratorContext> again)
        : base(generator, again)
    {
    }

    public override PyType Class => GeneratorManagers.Manager;
}

/// <summary>What a function gives that <c>@asynccontextmanager</c> makes of a generator function.</summary>
public abstract class AsyncGeneratorContext : GeneratorContext
{
    private protected AsyncGeneratorContext(Any generator, Func<GeneratorContext> again)
        : base(generator, again)
    {
    }

    public override PyType Class => GeneratorManagers.AsyncManager;
}

/// <inheritdoc cref="AsyncGeneratorContext"/>
public sealed class AsyncGeneratorContext<T> : AsyncGeneratorContext
{
    internal AsyncGeneratorContext(Any generator, Func<GeneratorContext> again)
        : base(generator, again)
    {
    }
}

/// <summary>What such functions are as objects.</summary>
public static class ManagerFunction
{
    /// <summary><c>contextlib.contextmanager(function)</c>.</summary>
    public static Any Of(Any function) => ContextlibModule.Helper(function, GeneratorManagers.Manager);

    /// <summary><c>contextlib.asynccontextmanager(function)</c>.</summary>
    public static Any OfAsync(Any function) => ContextlibModule.Helper(function, GeneratorManagers.AsyncManager);
}
