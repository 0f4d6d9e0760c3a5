using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What the class <c>async_generator</c> asks of its objects.</summary>
internal interface IAsyncGeneratorObject
{
    string Name { get; set; }

    string QualName { get; set; }

    GeneratorState State { get; }

    /// <summary>Whether somebody awaits the next value now.</summary>
    bool IsRunning { get; set; }

    /// <summary>Whether it was closed or has ended.</summary>
    bool IsClosed { get; set; }

    /// <summary>Whether the hook for the first iteration has seen it.</summary>
    bool IsKnown { get; set; }

    bool IsFinished => State == GeneratorState.Closed;

    /// <summary>The body, where it has stopped; null where nobody can look into it.</summary>
    Resumable? Body { get; }

    /// <summary>The value yielded last.</summary>
    Any Current { get; }

    /// <summary>Resumes the body until it yields (true) or ends (false).</summary>
    Coro<bool> StepAsync(Any sent, BaseException? thrown);

    /// <summary><c>await generator.asend(value)</c>, where it is awaited at once: that needs no object.</summary>
    /// <exception cref="RuntimeError">Somebody awaits the generator already.</exception>
    Coro<Any> SendAsync(Any value);
}

/// <summary>The class <c>async_generator</c>.</summary>
internal static class AsyncGeneratorType
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var type = PyType.Builtin("async_generator")
            .Method("__aiter__", static self => self)
            .Method("__anext__", static self => new AsyncGeneratorStep(Begin(self), StepKind.Next, Any.None, null))
            .Method("asend", "self, value, /", static (self, value) => new AsyncGeneratorStep(Begin(self), StepKind.Send, value, null))
            .Method("athrow", "self, /, *args", static (self, args) => new AsyncGeneratorStep(Begin(self), StepKind.Throw, Any.None, Thrown((PyTuple)args.Ref!)))
            .Method("aclose", static self => new AsyncGeneratorStep(Begin(self), StepKind.Close, Any.None, null))
            .Names(static o => Self(o).Name, static (o, v) => Self(o).Name = v, static o => Self(o).QualName, static (o, v) => Self(o).QualName = v)
            .Property("ag_running", static self => Self(self).IsRunning)
            .Property("ag_suspended", static self => Self(self).State == GeneratorState.Suspended || IsWaiting(Self(self)))
            .Property("ag_await", static self => IsWaiting(Self(self)) ? AwaitedObject.Of(Self(self).Body) : Any.None)
            .Property("ag_code", static self => Code(Self(self)))
            .Property("ag_frame", static self => Self(self).IsFinished ? Any.None : new PyFrame(Code(Self(self)), Line(Self(self))))
            .Method("__repr__", static self => $"<async_generator object {Self(self).QualName} at {Operators.Address(self.Ref!)}>")
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        type.IsFinal = true;
        return type;
    }

    private static PyCode Code(IAsyncGeneratorObject o) => CoroutinePlace.CodeOf(o.Name, o.QualName, "async generator");

    private static int Line(IAsyncGeneratorObject o)
        => o.State == GeneratorState.Running && !IsWaiting(o) && TraceReader.RunningLine(o.QualName) is { } line ? line : CoroutinePlace.Line(o.Body, Code(o).FirstLine);

    /// <summary>Whether the body has begun a step and awaits something in it.</summary>
    private static bool IsWaiting(IAsyncGeneratorObject o) => o.State == GeneratorState.Running && StoppedBody.Awaited(o.Body) is not null;

    private static IAsyncGeneratorObject Self(Any o) => (IAsyncGeneratorObject)o.Ref!;

    internal static IAsyncGeneratorObject Begin(Any o)
    {
        AsyncGeneratorHooks.Begin(Self(o));
        return Self(o);
    }

    /// <summary>The arguments of <c>athrow</c>; what is wrong with them shows when it is awaited.</summary>
    private static Func<BaseException> Thrown(PyTuple args)
    {
        if (args.Count is 0 or > 3)
            throw new TypeError(args.Count == 0 ? "athrow expected at least 1 argument, got 0" : $"athrow expected at most 3 arguments, got {args.Count}");
        if (args.Count > 1)
            Library.Warnings.Issue(DeprecationWarning.Type, "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.");
        return () => GeneratorProtocol.ErrorOf(args, warn: false);
    }
}

/// <summary>Who hears of asynchronous generators that begin, and of those that are dropped. See <see href="https://docs.python.org/3.13/library/sys.html#sys.set_asyncgen_hooks">set_asyncgen_hooks</see>.</summary>
internal static class AsyncGeneratorHooks
{
    private static readonly Lazy<Any> s_tuple = new(static () => NamedTuples.Make("asyncgen_hooks", ["firstiter", "finalizer"]));

    /// <summary>The program's hooks, and the loop that ran when they were set: a loop that starts brings its own.</summary>
    [ThreadStatic]
    private static (Any First, Any Finalizer, EventLoop? Loop)? t_hooks;

    private static (Any First, Any Finalizer)? Own => t_hooks is { } hooks && hooks.Loop == ThreadState.Current.Loop ? (hooks.First, hooks.Finalizer) : null;

    /// <summary>A generator is iterated for the first time.</summary>
    public static void Begin(IAsyncGeneratorObject generator)
    {
        if (generator.IsKnown)
            return;
        generator.IsKnown = true;
        if (Own is { } own)
        {
            if (!own.First.IsNone)
                own.First.Call((PyObject)generator);
        }
        else
        {
            ThreadState.Current.Loop?.TrackGenerator(generator);
        }
    }

    /// <summary>A generator that has not ended loses its last reference.</summary>
    public static void Drop(IAsyncGeneratorObject generator)
    {
        if (Own is { } own)
        {
            if (!own.Finalizer.IsNone)
                own.Finalizer.Call((PyObject)generator);
        }
        else
        {
            ThreadState.Current.Loop?.CloseSoon(generator);
        }
    }

    public static void Set(Any first, Any finalizer)
    {
        foreach (var (hook, name) in ((Any, string)[])[(finalizer, "finalizer"), (first, "firstiter")])
            if (!hook.IsUnbound && !hook.IsNone && !Builtins.Callable(hook))
                throw new TypeError($"callable {name} expected, got {PyType.Of(hook).Name}");
        var old = Own ?? (Any.None, Any.None);
        t_hooks = (first.IsUnbound ? old.First : first, finalizer.IsUnbound ? old.Finalizer : finalizer, ThreadState.Current.Loop);
        if (t_hooks is { First.IsNone: true, Finalizer.IsNone: true, Loop: null })
            t_hooks = null;
    }

    public static Any Get()
    {
        var (first, finalizer) = Own ?? Loops();
        return s_tuple.Value.Call(first, finalizer);
    }

    private static (Any, Any) Loops()
    {
        if (ThreadState.Current.Loop is not { } loop)
            return (Any.None, Any.None);
        return (new PyFunction("_asyncgen_firstiter_hook", "agen", (Any g) =>
        {
            loop.TrackGenerator((IAsyncGeneratorObject)g.Ref!);
            return Any.None;
        }), new PyFunction("_asyncgen_finalizer_hook", "agen", (Any g) =>
        {
            loop.CloseSoon((IAsyncGeneratorObject)g.Ref!);
            return Any.None;
        }));
    }
}
