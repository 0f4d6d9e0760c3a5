using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Tasks that live and fail together. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#task-groups">task groups</see>.</summary>
internal sealed class TaskGroup : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly List<Future> _tasks = [];
    private readonly List<BaseException> _errors = [];
    private bool _entered;
    private bool _exiting;
    private bool _aborting;
    private bool _parentCancelRequested;
    private PyTask? _parent;
    private BaseException? _baseError;
    private Future? _completed;

    public override PyType Class => Type;

    private static TaskGroup Self(Any o) => (TaskGroup)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("TaskGroup", module: "asyncio.taskgroups");
        type.New("cls", static _ => new TaskGroup());
        return type
            .Method("__aenter__", static self => Coroutine.Of("__aenter__", "TaskGroup.__aenter__", async () => Self(self).Enter()))
            .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "TaskGroup.__aexit__", () => Self(a[0]).Exit(a[2].Ref as BaseException)))
            .Method("create_task", "self, coro, *, name=None, context=None", static a => Self(a[0]).Create(a[1], a[2], a[3]))
            .Method("__repr__", static self => $"<TaskGroup{(Self(self)._tasks.Count > 0 ? $" tasks={Self(self)._tasks.Count}" : "")}{(Self(self)._aborting ? " cancelling" : Self(self)._entered ? " entered" : "")}>");
    }

    private Any Enter()
    {
        if (_entered)
            throw new RuntimeError($"TaskGroup {Operators.Repr(this)} has already been entered");
        _parent = EventLoop.Running.CurrentTask ?? throw new RuntimeError($"TaskGroup {Operators.Repr(this)} cannot determine the parent task");
        _entered = true;
        return this;
    }

    private Any Create(Any coroutine, Any name, Any context)
    {
        if (!_entered)
            throw new RuntimeError($"TaskGroup {Operators.Repr(this)} has not been entered");
        if (_exiting && _tasks.Count == 0)
            throw new RuntimeError($"TaskGroup {Operators.Repr(this)} is finished");
        if (_aborting)
            throw new RuntimeError($"TaskGroup {Operators.Repr(this)} is shutting down");
        var task = new PyTask(coroutine, EventLoop.Running, name.IsNone ? null : Operators.Str(name), context.Ref as PyContext);
        _tasks.Add(task);
        task.AddCallback(Done);
        return task;
    }

    private async Coro<Any> Exit(BaseException? error)
    {
        _exiting = true;
        if (error is SystemExit or KeyboardInterrupt && _baseError is null)
            _baseError = error;
        BaseException? propagate = error is CancelledError ? error : null;
        if (error is not null && !_aborting)
            Abort();
        while (_tasks.Count > 0)
        {
            _completed ??= new Future(EventLoop.Running);
            try
            {
                await (Any)_completed;
            }
            catch (CancelledError cancelled)
            {
                if (!_aborting)
                {
                    propagate = cancelled;
                    Abort();
                }
            }
            _completed = null;
        }
        if (_baseError is not null)
            throw _baseError;
        // The cancellation that the group itself asked for is taken back.
        if (_parentCancelRequested && _parent!.Uncancel() == 0)
            propagate = null;
        if (propagate is not null && _errors.Count == 0)
            throw propagate;
        if (error is not null and not CancelledError)
            _errors.Add(error);
        if (_errors.Count == 0)
            return Any.None;
        if (_parent!.CancelRequests > 0)
        {
            // The outer cancellation goes on after the group has been reported.
            _parent.Uncancel();
            _parent.Cancel(Any.None);
        }
        var group = BaseExceptionGroup.Make(["unhandled errors in a TaskGroup", new PyList<Any>(_errors.Select(e => (Any)e))]);
        group.SuppressContext = true;
        throw group;
    }

    private void Abort()
    {
        _aborting = true;
        foreach (var task in _tasks)
            if (!task.IsDone)
                task.Cancel(Any.None);
    }

    private void Done(Future task)
    {
        _tasks.Remove(task);
        if (_completed is not null && _tasks.Count == 0)
            _completed.TrySetResult(true);
        if (task.IsCancelled || task.Error is not { } error)
            return;
        _errors.Add(error);
        if (error is SystemExit or KeyboardInterrupt && _baseError is null)
            _baseError = error;
        if (_parent!.IsDone)
        {
            EventLoop.Running.CallExceptionHandler($"Task {task.Describe()} has errored out but its parent task {_parent.Describe()} is already completed", error);
            return;
        }
        if (_aborting || _parentCancelRequested)
            return;
        Abort();
        _parentCancelRequested = true;
        _parent.Cancel(Any.None);
    }
}
