using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A callback that waits for its turn: what <c>call_soon</c> returns. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#callback-handles">callback handles</see>.</summary>
public class Handle : LibraryObject
{
    public static readonly PyType Type = CreateType();

    private readonly EventLoop _loop;
    private Action<object?, object?>? _run;
    private object? _first;
    private object? _second;

    internal Handle(EventLoop loop, Action<object?, object?> run, object? first, object? second, PyContext context)
        => (_loop, _run, _first, _second, Context) = (loop, run, first, second, context);

    /// <summary>Takes another callback, once what it waited for has run.</summary>
    internal void Reuse(Action<object?, object?> run, object? first, object? second)
    {
        (_run, _first, _second) = (run, first, second);
    }

    private protected override PyType NativeClass => Type;

    internal PyContext Context { get; }

    internal EventLoop Loop => _loop;

    public bool IsCancelled => _run is null;

    /// <summary><c>handle.cancel()</c>.</summary>
    public virtual void Cancel()
    {
        if (IsCancelled)
            return;
        // In debug mode a cancelled handle still tells what it was.
        (_run, _first, _second) = (null, _loop.Debug ? Describe(true) : null, null);
    }

    /// <summary>The callback as a function, for a <c>call_soon</c> written in Python.</summary>
    internal PyFunction AsFunction() => new(CallbackText()[..^2], "", () => Library.Lib.Do(Run));

    /// <summary>What it calls, and with what: <c>_callback</c> and <c>_args</c>.</summary>
    internal (Any Function, Any Args) Parts => _run is null ? (Any.None, Any.None) : (_first, _second) switch
    {
        (PyCall call, _) => (call.Function, call.Args),
        (_, FutureCall call) => (call.Function, PyTuple.Of((Future)_first!)),
        _ => (AsFunction(), PyTuple.Empty),
    };

    internal void Run() => _run?.Invoke(_first, _second);

    /// <summary>What it is called with first: a future, a task, or a Python call.</summary>
    internal object? First => _first;

    /// <summary>What it is called with next.</summary>
    internal object? Second => _second;

    /// <summary>The callback as reprs show it.</summary>
    internal string CallbackText() => (_first, _second) switch
    {
        (PyCall call, _) => call.Text(_loop.Debug),
        (_, FutureCall call) => Async.CallbackText.Of(call.Function, PyTuple.Empty, _loop.Debug) + Async.CallbackText.Source(call.Function),
        (_, PyTask) => "Task.task_wakeup()",
        (PyTask, null or BaseException) => "Task.task_step()",
        _ => LibraryCallbacks.Text(_run) ?? "callback()",
    };

    private protected virtual string Times => "";

    private string Describe(bool isCancelled)
    {
        if (_run is null && _first is string kept)
            return kept;
        var callback = _run is null ? "" : " " + CallbackText();
        return $"<{Class.Name}{(isCancelled ? " cancelled" : "")}{Times}{callback}{CreationTrace.Place(this)}>";
    }

    private static Handle Self(Any o) => (Handle)o.Ref!;

    private static PyType CreateType() => PyType.Emitted("Handle", "asyncio.events")
        .Action("cancel", static self => Self(self).Cancel())
        .Method("cancelled", static self => Self(self).IsCancelled)
        .Method("get_context", static self => Self(self).Context)
        .Property("_context", static self => Self(self).Context)
        .Property("_loop", static self => Self(self)._loop)
        .Property("_cancelled", static self => Self(self).IsCancelled)
        .Property("_callback", static self => Self(self).Parts.Function)
        .Property("_args", static self => Self(self).Parts.Args)
        .Property("_source_traceback", static self => CreationTrace.Of(Self(self)))
        .Method("__repr__", static self => Self(self).Describe(Self(self).IsCancelled));
}

/// <summary>What <c>call_later</c> and <c>call_at</c> return.</summary>
public sealed class TimerHandle : Handle
{
    public static new readonly PyType Type = PyType.Emitted("TimerHandle", "asyncio.events", Handle.Type)
        .Method("when", static self => Self(self).When)
        .Property("_when", static self => Self(self).When)
        .Property("_scheduled", static self => Self(self).IsScheduled)
        .Method("__lt__", "self, other, /", static (self, other) => other.Ref is TimerHandle o ? Self(self).When < o.When : Any.NotImplemented)
        .Method("__le__", "self, other, /", static (self, other) => other.Ref is TimerHandle o ? Self(self).When < o.When || Self(self).Matches(o) : Any.NotImplemented)
        .Method("__gt__", "self, other, /", static (self, other) => other.Ref is TimerHandle o ? Self(self).When > o.When : Any.NotImplemented)
        .Method("__ge__", "self, other, /", static (self, other) => other.Ref is TimerHandle o ? Self(self).When > o.When || Self(self).Matches(o) : Any.NotImplemented)
        .Method("__eq__", "self, other, /", static (self, other) => other.Ref is TimerHandle o ? Self(self).Matches(o) : Any.NotImplemented)
        .Method("__hash__", static self => Operators.Hash(Self(self).When));

    private static TimerHandle Self(Any o) => (TimerHandle)o.Ref!;

    private bool Matches(TimerHandle other)
        => When == other.When && Parts is var (function, args) && other.Parts is var (otherFunction, otherArgs) && function == otherFunction && args == otherArgs && IsCancelled == other.IsCancelled;

    internal TimerHandle(EventLoop loop, double when, Action<object?, object?> run, object? first, object? second, PyContext context)
        : base(loop, run, first, second, context) => When = when;

    private protected override PyType NativeClass => Type;

    /// <summary>The loop's time at which it runs.</summary>
    public double When { get; }

    /// <summary>Whether it is in the heap of timers.</summary>
    internal bool IsScheduled { get; set; }

    private protected override string Times => $" when={PyFloat.Repr(When)}";

    public override void Cancel()
    {
        if (!IsCancelled && IsScheduled)
            Loop.TimerCancelled();
        base.Cancel();
    }
}

/// <summary>A Python function and what it is called with.</summary>
internal sealed class PyCall(Any function, PyTuple args)
{
    public Any Function => function;

    public PyTuple Args => args;

    public Any Invoke() => args.Count switch
    {
        0 => function.Call(),
        1 => function.Call(args[0]),
        _ => function.Call(new Arguments(args.AsSpan())),
    };

    public string Text(bool debug) => CallbackText.Of(function, args, debug) + CallbackText.Source(function);
}

/// <summary>A Python function that a future calls with itself.</summary>
internal sealed class FutureCall(Any function)
{
    public static readonly Action<object?, object?> Run = static (future, call) => ((FutureCall)call!).Function.Call((Future)future!);

    public Any Function => function;
}

/// <summary>Callbacks as asyncio's messages show them.</summary>
internal static class CallbackText
{
    public static string Of(Any function, PyTuple args, bool debug, string suffix = "")
    {
        if (function.Ref is Partial partial)
        {
            var parts = partial.Parts;
            return Of(parts.Function, parts.Args, debug, Arguments(args, debug) + suffix);
        }
        var name = Operators.GetAttr(function, "__qualname__", Any.None);
        if (!name.Truth)
            name = Operators.GetAttr(function, "__name__", Any.None);
        return (name.Truth ? Operators.Str(name) : Operators.Repr(function)) + Arguments(args, debug) + suffix;
    }

    /// <summary>Where a function of the program is defined.</summary>
    public static string Source(Any function)
    {
        if (function.Ref is Partial partial)
            return Source(partial.Parts.Function);
        if (function.Ref is BoundMethod method)
            return Source(method.Function);
        var code = function.Ref is PyFunction { IsBuiltin: false } own ? own.Code : null;
        return code is null ? "" : $" at {code.FileName}:{code.FirstLine}";
    }

    private static string Arguments(PyTuple args, bool debug)
        => debug ? $"({string.Join(", ", args.Select(ShortRepr.Of))})" : "()";
}
