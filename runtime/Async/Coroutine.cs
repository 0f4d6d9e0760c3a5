using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// A coroutine as an object: its body starts when somebody awaits or sends.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#coroutine-objects">coroutine objects</see>.
/// </summary>
public abstract class Coroutine : PyObject, IGenerator, INeverAwaited
{
    public static readonly PyType Type = CreateType();

    private enum State
    {
        Created, Running, Suspended, Closed,
    }

    private State _state;
    private bool _isAwaited;
    private Resumable? _leaf;
    private HandledException? _handled;
    private PyTuple? _origin;

    private protected Coroutine(string name, string qualName) => (Name, QualName) = (name, qualName);

    /// <summary>Takes the place of a coroutine object that the C# code did without: its body runs and is awaited.</summary>
    private protected void StandIn() => (_state, _isAwaited) = (State.Suspended, true);

    PyTuple? INeverAwaited.Origin => _origin;

    string INeverAwaited.Description => $"coroutine '{QualName}'";

    bool INeverAwaited.IsMissed => _state == State.Created;

    /// <summary>Whether a task has it, which begins it.</summary>
    bool INeverAwaited.IsOwned => IsOwned;

    internal bool IsOwned { get; set; }

    object? INeverAwaited.Guard { get; set; }

    public override PyType Class => Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    /// <summary>Makes a coroutine object of a body that has not started.</summary>
    public static Coroutine<T> Of<T>(string name, string qualName, Func<Coro<T>> body) => Watched(new Coroutine<T>(name, qualName, body));

    /// <inheritdoc cref="Of{T}(string, string, Func{Coro{T}})"/>
    public static Coroutine Of(string name, string qualName, Func<Coro> body) => Watched(new PlainCoroutine(name, qualName, body));

    private static TCoroutine Watched<TCoroutine>(TCoroutine coroutine)
        where TCoroutine : Coroutine
    {
        if (CoroutineOrigin.Depth > 0)
            ((Coroutine)coroutine)._origin = CoroutineOrigin.Capture();
        NeverAwaited.Watch(coroutine);
        return coroutine;
    }

    /// <summary>A coroutine that drives an operation by hand; nobody misses it when it is never awaited.</summary>
    internal static Coroutine Driver(string name, Func<Coro<Any>> body)
    {
        NeverAwaited.Count++;
        return new Coroutine<Any>(name, name, body);
    }

    private void Leave(State state)
    {
        if (_state == State.Created)
            NeverAwaited.Began(this);
        _state = state;
    }

    /// <summary>Runs the body until it suspends or ends.</summary>
    private protected abstract void Start();

    private protected abstract bool IsCompleted { get; }

    /// <summary>How the body ended: with a value, or with an error.</summary>
    private protected abstract Exception? Outcome(out Any value);

    /// <summary>Runs the body as part of the awaiting chain.</summary>
    internal abstract Coro<Any> AwaitInline();

    /// <summary>A task for the coroutine, not yet begun: of the type of its result.</summary>
    internal virtual PyTask NewTask() => new();

    /// <summary>Begins an await.</summary>
    private protected void BeginAwait()
    {
        if (_state == State.Closed)
            throw new RuntimeError("cannot reuse already awaited coroutine");
        if (_isAwaited || _state != State.Created)
            throw new RuntimeError("coroutine is being awaited already");
        _isAwaited = true;
        Leave(State.Suspended);
    }

    /// <summary>Ends an await.</summary>
    private protected void EndAwait() => _state = State.Closed;

    /// <summary>While it is stepped: the coroutine whose step that is part of.</summary>
    internal Coroutine? Around { get; private set; }

    /// <summary>The outermost body, where it has stopped before.</summary>
    internal Resumable? Root => Body;

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
                Leave(State.Closed);
                error = thrown;
                return true;
            }
            if (!sent.IsNone)
                throw new TypeError("can't send non-None value to a just-started coroutine");
        }
        var first = _state == State.Created;
        var state = ThreadState.Current;
        var outer = (state.Leaf, state.Yielded, state.Sent, state.Thrown, state.IsPython);
        (state.Leaf, state.Sent, state.Thrown, state.IsPython) = (null, sent, thrown, true);
        (Around, state.Stepped) = (state.Stepped, this);
        Leave(State.Running);
        var handled = Handling.Enter(state, ref _handled);
        if (first)
            Start();
        else
            _leaf!.Resume();
        while (state.Woken is { } woken)
        {
            state.Woken = null;
            woken.Resume();
        }
        Handling.Leave(state, ref _handled, handled);
        (state.Stepped, Around) = (Around, null);
        (_leaf, value) = (state.Leaf, state.Yielded);
        (state.Leaf, state.Yielded, state.Sent, state.Thrown, state.IsPython) = outer;
        if (!IsCompleted)
        {
            _state = State.Suspended;
            return false;
        }
        _state = State.Closed;
        switch (Outcome(out value))
        {
            case null:
                break;
            case BaseException failure:
                error = GeneratorProtocol.Leaving(failure, "coroutine");
                break;
            case var foreign:
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(foreign);
                break;
        }
        return true;
    }

    /// <summary><c>coroutine.send(value)</c>.</summary>
    /// <exception cref="StopIteration">The body returned.</exception>
    public Any Send(Any value) => Drive(value, null);

    bool IGenerator.TrySend(Any sent, out Any value)
    {
        if (!Step(sent, null, out value, out var error))
            return true;
        if (error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return false;
    }

    /// <summary><c>coroutine.throw(error)</c>.</summary>
    public Any Throw(BaseException error) => Drive(Any.None, error);

    private Any Drive(Any sent, BaseException? thrown)
    {
        if (!Step(sent, thrown, out var value, out var error))
            return value;
        if (error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        throw GeneratorProtocol.Ended(value);
    }

    /// <summary><c>coroutine.close()</c>.</summary>
    public void Close()
    {
        if (_state is State.Created or State.Closed)
        {
            Leave(State.Closed);
            return;
        }
        if (!Step(Any.None, new GeneratorExit(), out _, out var error))
            throw new RuntimeError("coroutine ignored GeneratorExit");
        if (error is not (null or GeneratorExit or StopIteration))
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>A call whose coroutine nobody takes.</summary>
    public void Discard() => Clear();

    /// <summary>A value that nobody takes: a coroutine that was never awaited says so.</summary>
    public static void Discard(Any value)
    {
        if (value.Ref is Coroutine { _state: State.Created } coroutine)
            coroutine.Clear();
    }

    /// <summary>Gives the coroutine up; one that was never awaited says so.</summary>
    private void Clear()
    {
        if (_state == State.Running)
            throw new RuntimeError("cannot clear an executing frame");
        var missed = _state == State.Created;
        Close();
        if (missed)
            NeverAwaited.Warn(this, this);
    }

    private PyCode Code => field ??= CoroutinePlace.CodeOf(Name, QualName, "coroutine");

    /// <summary>What the state is; a body that nobody but its awaiter knows tells itself that it has ended.</summary>
    private State Now => _state == State.Suspended && Body is { HasEnded: true } ? State.Closed : _state;

    /// <summary>Whether it stands for a body that runs without a coroutine object.</summary>
    private protected virtual bool IsStandIn => false;

    /// <summary>What it awaits. Functions of the library are methods of C# beneath, which are no coroutines of their own.</summary>
    private Any Awaits()
    {
        if (Now != State.Suspended)
            return Any.None;
        var awaited = AwaitedObject.Of(Body);
        return awaited.Ref is Coroutine { IsStandIn: true } inner && inner.QualName == QualName && Code.IsOfLibrary ? inner.Awaits() : awaited;
    }

    /// <summary>The body, where it has begun.</summary>
    private protected abstract Resumable? Body { get; }

    private int Line => _state == State.Running && TraceReader.RunningLine(QualName) is { } line ? line
        : _state == State.Suspended && Code.IsOfLibrary && LibraryCoroutines.Find(QualName) is { } place ? place.Waits : CoroutinePlace.Line(Body, Code.FirstLine);

    private static Coroutine Self(Any o) => (Coroutine)o.Ref!;

    private static PyType CreateType()
    {
        var type = DeclareMembers(PyType.Builtin("coroutine"));
        type.IsFinal = true;
        GeneratorProtocol.Describe(type, "coroutine");
        return type.Subscripted();
    }

    private static PyType DeclareMembers(PyType type) => type
        .Method("send", "self, value, /", static (self, value) => Self(self).Send(value))
        .Method("throw", "self, /, *args", static (self, args) => Self(self).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            Self(self).Close();
            return Any.None;
        })
        .Method("__await__", static self => new CoroutineWrapper(Self(self)))
        .Names(static o => Self(o).Name, static (o, v) => Self(o).Name = v, static o => Self(o).QualName, static (o, v) => Self(o).QualName = v)
        .Property("cr_code", static self => Self(self).Code)
        .Property("cr_frame", static self => Self(self).Now == State.Closed ? Any.None : new PyFrame(Self(self).Code, Self(self).Line, Self(self).Clear))
        .Property("cr_origin", static self => Self(self)._origin ?? Any.None)
        .Property("cr_running", static self => Self(self).Now == State.Running)
        .Property("cr_suspended", static self => Self(self).Now == State.Suspended)
        .Property("cr_await", static self => Self(self).Awaits())
        .Method("__repr__", static self => $"<coroutine object {Self(self).QualName} at {Operators.Address(self.Ref!)}>");
}
