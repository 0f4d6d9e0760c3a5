using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Tasks that live and fail together. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#task-groups">task groups</see>.</summary>
public sealed class TaskGroup : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("TaskGroup", "asyncio.taskgroups", static () => new TaskGroup())
        .Action("__init__", "self", static _ => { })
        .AsyncMethod("__aenter__", static async self => Self(self).Enter())
        .AsyncMethod("__aexit__", "self, et, exc, tb", static async a =>
        {
            await Self(a[0]).Exit(a[2].Ref as BaseException);
            return Any.None;
        })
        .Method("create_task", "self, coro, *, name=None, context=None", static a => Self(a[0]).CreateTask(a[1], a[2], a[3]))
        .Property("_tasks", static self => new PySet<Any>(Self(self)._tasks.Select(static t => (Any)t)))
        .Property("_errors", static self => new PyList<Any>(Self(self)._errors.Select(static e => (Any)e)))
        .Method("__repr__", static self => Self(self).Describe());

    private readonly LinkedList<Future> _tasks = [];
    private readonly List<BaseException> _errors = [];
    private bool _entered;
    private bool _exiting;
    private bool _aborting;
    private bool _parentCancelRequested;
    private EventLoop? _loop;
    private PyTask? _parent;
    private BaseException? _baseError;
    private Future? _completed;

    private protected override PyType NativeClass => Type;

    private static TaskGroup Self(Any o) => (TaskGroup)o.Ref!;

    private string Describe()
    {
        var tasks = _tasks.Count > 0 ? $" tasks={_tasks.Count}" : "";
        var errors = _errors.Count > 0 ? $" errors={_errors.Count}" : "";
        return $"<TaskGroup{tasks}{errors}{(_aborting ? " cancelling" : _entered ? " entered" : "")}>";
    }

    internal TaskGroup Enter()
    {
        if (_entered)
            throw new RuntimeError($"TaskGroup {Describe()} has already been entered");
        _loop ??= EventLoop.Running;
        _parent = _loop.CurrentTask ?? throw new RuntimeError($"TaskGroup {Describe()} cannot determine the parent task");
        _entered = true;
        return this;
    }

    /// <summary><c>group.create_task(coro, name=name, context=context)</c>.</summary>
    /// <exception cref="RuntimeError">The group is not open.</exception>
    public PyTask CreateTask(Any coro, Any? name = null, Any? context = null)
    {
        var reason = !_entered ? "has not been entered" : _exiting && _tasks.Count == 0 ? "is finished" : _aborting ? "is shutting down" : null;
        if (reason is not null)
        {
            coro.Invoke("close");
            throw new RuntimeError($"TaskGroup {Describe()} {reason}");
        }
        var made = CreationTrace.Through(_loop!, AsyncIO.TaskOn(_loop!, coro, name ?? Any.None, context ?? Any.None), "taskgroups.py", context is null or { IsNone: true } ? 173 : 175, "create_task");
        var task = (Future)made.Ref!;
        if (task.IsDone)
        {
            Done(task, null);
        }
        else
        {
            task.AddCallback(s_done, new Member(this, _tasks.AddLast(task)));
        }
        return task as PyTask ?? throw new TypeError($"a Task was expected, got {Operators.Repr(made)}");
    }

    /// <inheritdoc cref="CreateTask(Any, Any?, Any?)"/>
    public PyTask<T> CreateTask<T>(Coroutine<T> coro, Any? name = null, Any? context = null) => (PyTask<T>)CreateTask((Any)coro, name, context);

    internal async Coro Exit(BaseException? error)
    {
        _exiting = true;
        if (error is SystemExit or KeyboardInterrupt)
            _baseError ??= error;
        BaseException? propagate = error as CancelledError;
        if (error is not null && !_aborting)
            Abort();
        while (_tasks.Count > 0)
        {
            _completed ??= new Future(_loop!);
            try
            {
                await _completed;
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
        if (_baseError is not null && error is not null && !ReferenceEquals(error, _baseError))
            _baseError.Context = error;
        if (_baseError is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_baseError);
        // The cancellation that the group itself asked for is taken back.
        if (_parentCancelRequested && _parent!.Uncancel() == 0)
            propagate = null;
        if (propagate is not null && _errors.Count == 0)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(propagate);
        if (error is not null and not CancelledError)
            _errors.Add(error);
        if (_errors.Count > 0)
            throw Failure(error);
    }

    private BaseException Failure(BaseException? error)
    {
        if (_parent!.Cancelling > 0)
        {
            // The outer cancellation goes on after the group has been reported.
            _parent.Uncancel();
            _parent.Cancel();
        }
        var group = BaseExceptionGroup.Make(["unhandled errors in a TaskGroup", new PyList<Any>(_errors.Select(static e => (Any)e))]);
        (group.Context, group.SuppressContext) = (error, true);
        _errors.Clear();
        return group;
    }

    private void Abort()
    {
        _aborting = true;
        foreach (var task in _tasks)
            if (!task.IsDone)
                task.Cancel();
    }

    private sealed record Member(TaskGroup Group, LinkedListNode<Future> Place);

    private static readonly Action<object?, object?> s_done = LibraryCallbacks.Named("TaskGroup._on_task_done", "taskgroups.py", 202, static (task, member) => ((Member)member!).Group.Done((Future)task!, ((Member)member).Place));

    /// <param name="task">A task that has ended.</param>
    /// <param name="place">Where it stands among the tasks that have not.</param>
    private void Done(Future task, LinkedListNode<Future>? place)
    {
        if (place is not null)
            _tasks.Remove(place);
        if (_tasks.Count == 0)
            _completed?.TrySetResult(true);
        if (task.IsCancelled || task.Error is not { } error)
            return;
        _errors.Add(error);
        if (error is SystemExit or KeyboardInterrupt)
            _baseError ??= error;
        if (_parent!.IsDone)
        {
            _loop!.CallExceptionHandler(new PyDict<Any, Any>
            {
                ["message"] = $"Task {task.Describe()} has errored out but its parent task {_parent.Describe()} is already completed",
                ["exception"] = error,
                ["task"] = task,
            });
            return;
        }
        if (_aborting || _parentCancelRequested)
            return;
        Abort();
        _parentCancelRequested = true;
        _parent.Cancel();
    }
}
