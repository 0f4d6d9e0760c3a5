using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The class <c>asyncio.Future</c>.</summary>
internal static class FutureType
{
    public static readonly PyType Type = Declare(PyType.Builtin("Future", module: "_asyncio"));

    private static Future Self(Any o) => (Future)o.Ref!;

    private static PyType Declare(PyType type)
    {
        type.HasInstanceDict = true;
        type.New(static (cls, _) => LibraryObject.As(cls, new Future()));
        return type
            .Action("__init__", "self, *, loop=None", static a =>
            {
                Self(a[0]).Attach(AsyncIO.LoopOf(a[1]));
                CreationTrace.Note(Self(a[0]).Loop, Self(a[0]));
            })
            .Property("_source_traceback", static self => CreationTrace.Of(Self(self)))
            .Method("result", static self => Self(self).GetResult())
            .Method("exception", static self => Self(self).GetException())
            .Method("done", static self => Self(self).IsDone)
            .Method("cancelled", static self => Self(self).IsCancelled)
            .Method("cancel", "self, msg=None", static (self, message) => Self(self).Initialised().Cancel(message))
            .Action("set_result", "self, result, /", static a => Self(a[0]).Initialised().Resolve(a[1]))
            .Action("set_exception", "self, exception, /", static a => Self(a[0]).Initialised().SetException(Self(a[0]).IsDone ? throw new InvalidStateError("invalid state") : ErrorOf(a[1])))
            .Action("add_done_callback", "self, fn, /, *, context=None", static a => Self(a[0]).Initialised().AddPythonCallback(a[1], a[2].Ref as PyContext))
            .Method("remove_done_callback", "self, fn, /", static (self, function) => Self(self).Initialised().RemovePythonCallback(function))
            .Method("get_loop", static self => Self(self).Loop)
            .Method("_make_cancelled_error", static self => Self(self).MakeCancelledError())
            .Method("__await__", static self => new FutureIterator(Self(self).Initialised()))
            .Method("__iter__", static self => new FutureIterator(Self(self).Initialised()))
            .Method("__repr__", static self => Self(self).Describe())
            .Property("_asyncio_future_blocking", static self => Self(self).IsBlocking, static (self, v) => Self(self).IsBlocking = v.Truth)
            .Property("_loop", static self => Self(self).Loop)
            .Property("_state", static self => Self(self).StateName)
            .Property("_result", static self => Self(self).IsDone && !Self(self).IsCancelled && !Self(self).HasError ? Self(self).ShownResult : Any.None)
            .Property("_exception", static self => Self(self).ShownError)
            .Property("_cancel_message", static self => Self(self).CancelMessage, static (self, v) => Self(self).CancelMessage = v)
            .Property("_callbacks", static self => Callbacks(Self(self)))
            .Property("_log_traceback", static self => Self(self).IsUnretrieved, static (self, v) =>
            {
                if (v.Truth)
                    throw new ValueError("_log_traceback can only be set to False");
                Self(self).Retrieved();
            })
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private static Any Callbacks(Future future)
    {
        var pairs = future.Callbacks.Select(h => (Any)PyTuple.Of(h.Second is FutureCall call ? call.Function : new PyFunction(h.CallbackText()[..^2], "", static () => Any.None), h.Context)).ToList();
        return pairs.Count == 0 ? Any.None : new PyList<Any>(pairs);
    }

    /// <summary>The exception that <c>set_exception</c> is given: an instance, or a class to call.</summary>
    internal static BaseException ErrorOf(Any value)
    {
        if (value.Ref is PyType type && type.IsSubclassOf(BaseException.Type))
            value = type.Call();
        return value.Ref as BaseException ?? throw new TypeError("invalid exception object");
    }
}

/// <summary>What <c>future.__await__()</c> gives.</summary>
internal sealed class FutureIterator(Future future) : PyIterator, IGenerator
{
    private static readonly PyType s_type = DeclareType("FutureIter", "_asyncio")
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        });

    private bool _asked;
    private bool _ended;

    internal bool IsOf(Future other) => ReferenceEquals(future, other);

    public override PyType Class => s_type;

    public override bool TryNext(out Any value)
    {
        value = Any.None;
        if (_ended)
            return false;
        if (!future.IsDone)
        {
            if (_asked)
                throw new RuntimeError("await wasn't used with future");
            _asked = true;
            value = future.Blocking();
            return true;
        }
        _ended = true;
        value = future.GetResult();
        return false;
    }

    public override Any Next() => TryNext(out var value) ? value : throw (value.IsNone ? new StopIteration() : new StopIteration(value));

    public Any Send(Any value) => Next();

    public Any Throw(BaseException error)
    {
        _ended = true;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return Any.None;
    }

    public void Close() => _ended = true;
}
