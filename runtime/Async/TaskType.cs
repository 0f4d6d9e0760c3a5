using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The class <c>asyncio.Task</c>.</summary>
internal static class TaskType
{
    public static readonly PyType Type = Declare(PyType.Builtin("Task", FutureType.Type, "_asyncio"));

    private static PyTask Self(Any o) => (PyTask)o.Ref!;

    private static PyType Declare(PyType type)
    {
        type.HasInstanceDict = true;
        type.New(static (cls, _) => LibraryObject.As(cls, new PyTask()));
        return type
            .Action("__init__", "self, coro, *, loop=None, name=None, context=None, eager_start=False", static a =>
                Self(a[0]).Start(a[1], AsyncIO.LoopOf(a[2]), AsyncIO.NameOf(a[3]), a[4].Ref as PyContext, a[5].Truth))
            .Method("get_name", static self => Self(self).Name)
            .Action("set_name", "self, value, /", static a => Self(a[0]).Name = Operators.Str(a[1]))
            .Method("get_coro", static self => Self(self).Target)
            .Method("get_context", static self => Self(self).Context)
            .Method("cancelling", static self => Self(self).Cancelling)
            .Method("uncancel", static self => Self(self).Uncancel())
            .Method("get_stack", "self, *, limit=None", static (self, limit) => TaskStack.Frames(Self(self), limit))
            .Action("print_stack", "self, *, limit=None, file=None", static a => TaskStack.Print(Self(a[0]), a[1], a[2]))
            .Action("set_result", "self, result, /", static _ => throw new RuntimeError("Task does not support set_result operation"))
            .Action("set_exception", "self, exception, /", static _ => throw new RuntimeError("Task does not support set_exception operation"))
            .Property("_coro", static self => Self(self).Target)
            .Property("_fut_waiter", static self => Self(self).Waiter)
            .Property("_must_cancel", static self => Self(self).MustCancel)
            .Attribute("_log_destroy_pending", true);
    }
}
