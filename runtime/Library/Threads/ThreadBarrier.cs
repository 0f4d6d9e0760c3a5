using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>threading.Barrier</c>.</summary>
internal sealed class ThreadBarrier : LibraryObject
{
    private enum State
    {
        Filling, Draining, Resetting, Broken,
    }

    public static readonly PyType Error = PyType.Exception("BrokenBarrierError", RuntimeError.Type, static args => new RuntimeError(args), "threading");

    public static readonly PyType Type = PythonClass.Declare("Barrier", "threading", static () => new ThreadBarrier())
        .Action("__init__", "self, parties, action=None, timeout=None", static a => Self(a[0]).Initialise(a[1], a[2], a[3]))
        .Method("wait", "self, timeout=None", static (self, timeout) => Self(self).Wait(timeout.IsNone ? Self(self)._timeout : timeout))
        .Action("reset", static self => Self(self).Reset())
        .Action("abort", static self => Self(self).Break())
        .Property("parties", static self => Self(self)._parties)
        .Property("n_waiting", static self => Self(self)._state == State.Filling ? Self(self)._count : 0)
        .Property("broken", static self => Self(self)._state == State.Broken)
        .Method("__repr__", static self => Self(self)._state == State.Broken
            ? $"<{PythonClass.BaseText(self)}: broken>"
            : $"<{PythonClass.BaseText(self)}: waiters={(Self(self)._state == State.Filling ? Self(self)._count : 0)}/{Self(self)._parties}>");

    private readonly WaitingThreads _waiters = new();
    private Any _action = Any.None;
    private Any _timeout = Any.None;
    private long _parties = 1;
    private long _count;
    private State _state;

    private protected override PyType NativeClass => Type;

    private static ThreadBarrier Self(Any o) => (ThreadBarrier)o.Ref!;

    private void Initialise(Any parties, Any action, Any timeout)
    {
        _parties = Lib.Int(parties);
        if (_parties < 1)
            throw new ValueError("parties must be >= 1");
        (_action, _timeout) = (action, timeout);
    }

    private static BaseException Broken() => (BaseException)Error.Call().Ref!;

    private Any Wait(Any timeout)
    {
        _waiters.WaitUntil(() => _state is not (State.Draining or State.Resetting), null);
        if (_state == State.Broken)
            throw Broken();
        var index = _count++;
        try
        {
            if (index + 1 == _parties)
                Release();
            else if (!_waiters.WaitUntil(() => _state != State.Filling, TimeLimit.Optional(timeout)))
                throw BreakAndFail();
            else if (_state is State.Broken or State.Resetting)
                throw Broken();
            return index;
        }
        finally
        {
            _count--;
            if (_count == 0 && _state is State.Resetting or State.Draining)
            {
                _state = State.Filling;
                _waiters.NudgeAll();
            }
        }
    }

    private BaseException BreakAndFail()
    {
        Break();
        return Broken();
    }

    private void Release()
    {
        try
        {
            if (!_action.IsNone)
                _action.Call();
        }
        catch (BaseException)
        {
            Break();
            throw;
        }
        _state = State.Draining;
        _waiters.NudgeAll();
    }

    private void Reset()
    {
        if (_count > 0)
            _state = State.Resetting;
        else if (_state == State.Broken)
            _state = State.Filling;
        _waiters.NudgeAll();
    }

    private void Break()
    {
        _state = State.Broken;
        _waiters.NudgeAll();
    }
}

/// <summary><c>threading.Timer</c>.</summary>
internal sealed class ThreadTimer : PyThread
{
    public static new readonly PyType Type = PythonClass.Declare("Timer", "threading", static () => new ThreadTimer(), PyThread.Type)
        .Action("__init__", "self, interval, function, args=None, kwargs=None", static a =>
        {
            var self = (ThreadTimer)a[0].Ref!;
            PyThread.Type.Lookup("__init__").Call(a[0]);
            (self._interval, self._function, self._args, self._keywords) = (a[1], a[2], a[3], a[4]);
        })
        .Action("cancel", static self => ((ThreadTimer)self.Ref!)._finished.Set())
        .Property("interval", static self => ((ThreadTimer)self.Ref!)._interval)
        .Property("function", static self => ((ThreadTimer)self.Ref!)._function)
        .Property("finished", static self => ((ThreadTimer)self.Ref!)._finished);

    private readonly ThreadEvent _finished = new();
    private Any _interval;
    private Any _function;
    private Any _args = Any.None;
    private Any _keywords = Any.None;

    private protected override PyType NativeClass => Type;

    private protected override void Run()
    {
        if (!_finished.Wait(Lib.Real(_interval)))
            _function.Call(new Arguments { new Star(_args.IsNone ? PyTuple.Empty : _args), new StarStar(_keywords.IsNone ? new PyDict<Any, Any>() : _keywords) });
        _finished.Set();
    }
}

/// <summary><c>threading.local</c>: attributes of each thread.</summary>
internal sealed class ThreadLocal : LibraryObject
{
    public static readonly PyType Type = CreateType();

    private readonly ThreadLocal<PyDict<Any, Any>> _values = new(static () => new PyDict<Any, Any>());
    private Arguments? _arguments;

    private protected override PyType NativeClass => Type;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("local", module: "_thread");
        type.HasInstanceDict = true;
        type.New(static (cls, arguments) => As(cls, new ThreadLocal { _arguments = arguments }));
        return type;
    }

    /// <inheritdoc/>
    public override PyDict<Any, Any>? InstanceDict(bool create)
    {
        if (_values.IsValueCreated)
            return _values.Value;
        var values = _values.Value;
        // A subclass's __init__ runs once in each thread that uses the object.
        if (IsDerived && _arguments is { } arguments && Class.Lookup("__init__") is { IsUnbound: false } init)
        {
            if (_isMade)
                init.Call(arguments.WithFirst(this));
            _isMade = true;
        }
        return values;
    }

    private bool _isMade;
}
