using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// A coroutine as an object: its body starts when somebody awaits or sends.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#coroutine-objects">coroutine objects</see>.
/// </summary>
public sealed class Coroutine : PyObject, IGenerator
{
    public static readonly PyType Type = CreateType();

    private enum State
    {
        Created, Running, Suspended, Closed,
    }

    private readonly Func<Coro<Any>> _body;
    private State _state;
    private bool _isAwaited;
    private Coro<Any> _coro;
    private Action? _leaf;

    private Coroutine(string name, string qualName, Func<Coro<Any>> body)
    {
        (Name, QualName, _body) = (name, qualName, body);
        NeverAwaited.Register(this);
    }

    public override PyType Class => Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    internal bool WasStarted => _state != State.Created;

    /// <summary>Makes a coroutine object of a body that has not started.</summary>
    public static Coroutine Of(string name, string qualName, Func<Coro<Any>> body) => new(name, qualName, body);

    /// <inheritdoc cref="Of(string, string, Func{Coro{Any}})"/>
    public static Coroutine Of<T>(string name, string qualName, Func<Coro<T>> body) => new(name, qualName, async () => Generic.ToAny(await body()));

    /// <inheritdoc cref="Of(string, string, Func{Coro{Any}})"/>
    public static Coroutine Of(string name, string qualName, Func<Coro> body) => new(name, qualName, async () =>
    {
        await body();
        return Any.None;
    });

    /// <summary>Runs the body as part of the awaiting chain.</summary>
    internal async Coro<Any> AwaitInline()
    {
        if (_state == State.Closed)
            throw new RuntimeError("cannot reuse already awaited coroutine");
        if (_isAwaited || _state != State.Created)
            throw new RuntimeError("coroutine is being awaited already");
        _isAwaited = true;
        _state = State.Suspended;
        try
        {
            return await _body();
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "coroutine");
        }
        finally
        {
            _state = State.Closed;
        }
    }

    /// <summary>One step for a driver: true when the body has ended.</summary>
    internal bool Step(Any sent, BaseException? thrown, out Any value, out BaseException? error)
    {
        (value, error) = (Any.None, null);
        if (_state == State.Closed)
        {
            error = new RuntimeError("cannot reuse already awaited coroutine");
            return true;
        }
        if (_state == State.Running)
            throw new ValueError("coroutine already executing");
        if (_isAwaited)
            throw new RuntimeError("coroutine is being awaited already");
        if (_state == State.Created)
        {
            if (thrown is not null)
            {
                _state = State.Closed;
                error = thrown;
                return true;
            }
            if (!sent.IsNone)
                throw new TypeError("can't send non-None value to a just-started coroutine");
        }
        var first = _state == State.Created;
        var state = ThreadState.Current;
        var outer = (state.Leaf, state.Yielded, state.Sent, state.Thrown);
        (state.Leaf, state.Sent, state.Thrown) = (null, sent, thrown);
        _state = State.Running;
        if (first)
            _coro = _body();
        else
            _leaf!();
        (_leaf, value) = (state.Leaf, state.Yielded);
        (state.Leaf, state.Yielded, state.Sent, state.Thrown) = outer;
        var awaiter = _coro.GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            _state = State.Suspended;
            return false;
        }
        _state = State.Closed;
        value = Any.None;
        try
        {
            value = awaiter.GetResult();
        }
        catch (BaseException failure)
        {
            error = GeneratorProtocol.Leaving(failure, "coroutine");
        }
        return true;
    }

    /// <summary><c>coroutine.send(value)</c>.</summary>
    /// <exception cref="StopIteration">The body returned.</exception>
    public Any Send(Any value) => Drive(value, null);

    /// <summary><c>coroutine.throw(error)</c>.</summary>
    public Any Throw(BaseException error) => Drive(Any.None, error);

    private Any Drive(Any sent, BaseException? thrown)
    {
        if (!Step(sent, thrown, out var value, out var error))
            return value;
        if (error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        throw value.IsNone ? new StopIteration() : new StopIteration(value);
    }

    /// <summary><c>coroutine.close()</c>.</summary>
    public void Close()
    {
        if (_state is State.Created or State.Closed)
        {
            _state = State.Closed;
            return;
        }
        if (!Step(Any.None, new GeneratorExit(), out _, out var error))
            throw new RuntimeError("coroutine ignored GeneratorExit");
        if (error is not (null or GeneratorExit or StopIteration))
            throw error;
    }

    private static Coroutine Self(Any o) => (Coroutine)o.Ref!;

    private static PyType CreateType() => PyType.Builtin("coroutine")
        .Method("send", "self, value, /", static (self, value) => Self(self).Send(value))
        .Method("throw", "self, *args", static (self, args) => Self(self).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            Self(self).Close();
            return Any.None;
        })
        .Method("__await__", static self => new CoroutineWrapper(Self(self)))
        .Property("__name__", static self => Self(self).Name, static (self, v) => Self(self).Name = (string)v.Ref!)
        .Property("__qualname__", static self => Self(self).QualName, static (self, v) => Self(self).QualName = (string)v.Ref!)
        .Property("cr_running", static self => Self(self)._state == State.Running)
        .Property("cr_suspended", static self => Self(self)._state == State.Suspended)
        .Property("cr_await", static _ => Any.None)
        .Method("__repr__", static self => $"<coroutine object {Self(self).QualName} at {Operators.Address(self.Ref!)}>");
}

/// <summary>What <c>coroutine.__await__()</c> gives.</summary>
internal sealed class CoroutineWrapper(Coroutine coroutine) : PyIterator, IGenerator
{
    public static readonly PyType Type = DeclareType("coroutine_wrapper")
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        });

    public override PyType Class => Type;

    public override bool TryNext(out Any value)
    {
        if (!coroutine.Step(Any.None, null, out value, out var error))
            return true;
        if (error is not null)
            throw error;
        return false;
    }

    public override Any Next() => coroutine.Send(Any.None);

    public Any Send(Any value) => coroutine.Send(value);

    public Any Throw(BaseException error) => coroutine.Throw(error);

    public void Close() => coroutine.Close();
}

/// <summary>Coroutine objects whose body nobody ever started; reported as CPython reports them when they are dropped.</summary>
internal static class NeverAwaited
{
    [ThreadStatic]
    private static List<WeakReference<Coroutine>>? t_made;

    [ThreadStatic]
    private static int t_limit;

    public static void Register(Coroutine coroutine)
    {
        t_made ??= [];
        if (t_made.Count > t_limit + 1024)
        {
            t_made.RemoveAll(r => !r.TryGetTarget(out var c) || c.WasStarted);
            t_limit = t_made.Count * 2;
        }
        t_made.Add(new(coroutine));
    }

    /// <summary>Warns of every coroutine that was made and never started.</summary>
    public static void Report()
    {
        if (t_made is null)
            return;
        foreach (var reference in t_made)
        {
            if (!reference.TryGetTarget(out var coroutine) || coroutine.WasStarted)
                continue;
            StdIO.Out.Flush();
            StdIO.Error.WriteText($"RuntimeWarning: coroutine '{coroutine.QualName}' was never awaited\n");
        }
        t_made.Clear();
    }
}
