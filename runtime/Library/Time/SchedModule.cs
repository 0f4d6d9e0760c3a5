using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/sched.html">sched</see>.</summary>
internal static class SchedModule
{
    private static readonly PyType s_event = (PyType)NamedTuples.Make("Event", ["time", "priority", "sequence", "action", "argument", "kwargs"]);

    private static readonly PyType s_scheduler = PyType.Emitted("scheduler", "sched")
        .Method("__init__", "self, timefunc=, delayfunc=", static a =>
        {
            var time = Modules.Import("time");
            a[0].Set("timefunc", a[1].IsUnbound ? Operators.GetAttr(time, "monotonic") : a[1]);
            a[0].Set("delayfunc", a[2].IsUnbound ? Operators.GetAttr(time, "sleep") : a[2]);
            a[0].Set("_queue", new PyList<Any>());
            a[0].Set("_sequence", 0);
            return Any.None;
        }, Any.Unbound, Any.Unbound)
        .Method("enterabs", "self, time, priority, action, argument=(), kwargs=", static a =>
        {
            var sequence = a[0].Get("_sequence");
            a[0].Set("_sequence", sequence + 1);
            Any entry = s_event.Call(new Arguments { a[1], a[2], sequence, a[3], a[4], a[5].IsUnbound ? new PyDict<Any, Any>() : a[5] });
            var queue = (PyList<Any>)a[0].Get("_queue").Ref!;
            var at = 0;
            while (at < queue.Count && !IsBefore(entry, queue[at]))
                at++;
            queue.Insert(at, entry);
            return entry;
        }, Any.Unbound)
        .Method("enter", "self, delay, priority, action, argument=(), kwargs=", static a => a[0].Invoke("enterabs", new Arguments { a[0].Get("timefunc").Call() + a[1], a[2], a[3], a[4], a[5].IsUnbound ? new PyDict<Any, Any>() : a[5] }), Any.Unbound)
        .Method("cancel", "self, event", static (self, entry) => self.Get("_queue").Invoke("remove", entry))
        .Method("empty", static self => !self.Get("_queue").Truth)
        .Property("queue", static self => new PyList<Any>(Operators.ToList(self.Get("_queue"))))
        .Method("run", "self, blocking=True", static (self, blocking) =>
        {
            var queue = (PyList<Any>)self.Get("_queue").Ref!;
            while (queue.Count > 0)
            {
                var entry = queue[0];
                var left = entry[0] - self.Get("timefunc").Call();
                if (Operators.Compare(Comparison.Gt, left, 0).Truth)
                {
                    if (!blocking.Truth)
                        return left;
                    self.Get("delayfunc").Call(left);
                    continue;
                }
                queue.Pop(0L);
                Lib.Call(entry[3], PyTuple.From(entry[4]), Lib.Dict(entry[5]));
                // Lets other threads run.
                self.Get("delayfunc").Call(0);
            }
            return Any.None;
        });

    private static bool IsBefore(Any a, Any b)
    {
        for (var i = 0; i < 3; i++)
            if (!Operators.Equal(a[i], b[i]))
                return Operators.Compare(Comparison.Lt, a[i], b[i]).Truth;
        return false;
    }

    public static PyModule Build() => new PyModule("sched").Type(s_scheduler).Type(s_event);
}
