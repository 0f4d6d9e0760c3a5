using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What the class <c>async_generator</c> asks of its objects.</summary>
internal interface IAsyncGeneratorObject
{
    string Name { get; set; }

    string QualName { get; set; }

    bool IsRunning { get; }

    bool IsFinished { get; }

    Coro<Any> SendAsync(Any value, string method);

    Coro<Any> ThrowAsync(BaseException error);

    Coro<Any> CloseAsync();
}

/// <summary>The class <c>async_generator</c>.</summary>
internal static class AsyncGeneratorType
{
    private static readonly PyType s_send = Awaitable("async_generator_asend");
    private static readonly PyType s_throw = Awaitable("async_generator_athrow");

    public static readonly PyType Type = PyType.Builtin("async_generator")
        .Method("__aiter__", static self => self)
        .Method("__anext__", static self => new AwaitableStep(s_send, () => Self(self).SendAsync(Any.None, "anext()")))
        .Method("asend", "self, value, /", static (self, value) => new AwaitableStep(s_send, () => Self(self).SendAsync(value, "asend()")))
        .Method("athrow", "self, *args", static (self, args) => new AwaitableStep(s_throw, () => Self(self).ThrowAsync(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!))))
        .Method("aclose", static self => new AwaitableStep(s_throw, () => Self(self).CloseAsync()))
        .Property("__name__", static self => Self(self).Name, static (self, v) => Self(self).Name = (string)v.Ref!)
        .Property("__qualname__", static self => Self(self).QualName, static (self, v) => Self(self).QualName = (string)v.Ref!)
        .Property("ag_running", static self => Self(self).IsRunning)
        .Property("ag_await", static _ => Any.None)
        .Method("__repr__", static self => $"<async_generator object {Self(self).QualName} at {Operators.Address(self.Ref!)}>");

    private static IAsyncGeneratorObject Self(Any o) => (IAsyncGeneratorObject)o.Ref!;

    private static PyType Awaitable(string name) => PyIterator.DeclareType(name)
        .Method("__await__", static self => self)
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        });
}

/// <summary>One awaitable operation of a runtime object: starts when it is awaited, and only once.</summary>
internal sealed class AwaitableStep(PyType type, Func<Coro<Any>> start) : PyIterator, IAwaitable, IGenerator
{
    private Coroutine? _driver;
    private bool _used;

    public override PyType Class => type;

    public async Coro<Any> AwaitAsync()
    {
        if (_used)
            throw new RuntimeError($"cannot reuse already awaited {(type.Name.EndsWith("asend", StringComparison.Ordinal) ? "__anext__()/asend()" : "aclose()/athrow()")}");
        _used = true;
        return await start();
    }

    private Coroutine Driver => _driver ??= Coroutine.Of(type.Name, type.Name, AwaitAsync);

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

/// <summary>A C# asynchronous iterator as a Python asynchronous generator.</summary>
public sealed class NativeAsyncGenerator : PyObject, IAsyncGeneratorObject, IAsyncEnumerable<Any>
{
    private readonly IAsyncEnumerator<Any> _items;
    private bool _isRunning;
    private bool _isStarted;
    private bool _isFinished;

    private NativeAsyncGenerator(string name, string qualName, IAsyncEnumerator<Any> items) => (Name, QualName, _items) = (name, qualName, items);

    public override PyType Class => AsyncGeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    bool IAsyncGeneratorObject.IsRunning => _isRunning;

    bool IAsyncGeneratorObject.IsFinished => _isFinished;

    public static NativeAsyncGenerator Wrap<T>(string name, string qualName, IAsyncEnumerable<T> items)
        => new(name, qualName, (items as IAsyncEnumerable<Any> ?? Dynamic(items)).GetAsyncEnumerator());

    private static async IAsyncEnumerable<Any> Dynamic<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
            yield return Generic.ToAny(item);
    }

    public async Coro<Any> SendAsync(Any value, string method)
    {
        if (_isRunning)
            throw new RuntimeError($"{method}: asynchronous generator is already running");
        if (!_isStarted && !value.IsNone)
            throw new TypeError("can't send non-None value to a just-started async generator");
        if (_isFinished)
            throw new StopAsyncIteration();
        (_isStarted, _isRunning) = (true, true);
        try
        {
            if (await _items.MoveNextAsync())
                return _items.Current;
            _isFinished = true;
        }
        catch (BaseException error)
        {
            _isFinished = true;
            throw GeneratorProtocol.Leaving(error, "async generator");
        }
        finally
        {
            _isRunning = false;
        }
        throw new StopAsyncIteration();
    }

    public async Coro<Any> ThrowAsync(BaseException error)
    {
        if (_isRunning)
            throw new RuntimeError("athrow(): asynchronous generator is already running");
        await CloseAsync();
        throw error;
    }

    public async Coro<Any> CloseAsync()
    {
        if (!_isFinished)
        {
            _isFinished = true;
            await _items.DisposeAsync();
        }
        return Any.None;
    }

    public IAsyncEnumerator<Any> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIteration.Enumerate<Any>(() => SendAsync(Any.None, "anext()"));
}
