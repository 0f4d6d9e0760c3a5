using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Records on their way through a queue. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#queuehandler">QueueHandler</see> and QueueListener.</summary>
internal static class QueueHandlers
{
    public static readonly PyType Handler = new ClassMaker("QueueHandler", "logging.handlers")
        .Method("__init__", "queue", static (self, queue) => Lib.Do(() =>
        {
            LogState.Base(LogHandlers.Handler, "__init__", self);
            self.Set("queue", queue);
            self.Set("listener", Any.None);
        }))
        .Method("enqueue", "record", static (self, record) => Lib.Do(() => self.Get("queue").Invoke("put_nowait", record)))
        .Method("prepare", "record", static (self, record) =>
        {
            var text = self.Invoke("format", record);
            // Other handlers go on with the record as it was.
            record = Modules.Import("copy").Invoke("copy", record);
            record.Set("message", text);
            record.Set("msg", text);
            foreach (var gone in (string[])["args", "exc_info", "exc_text", "stack_info"])
                record.Set(gone, Any.None);
            return record;
        })
        .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () => self.Invoke("enqueue", self.Invoke("prepare", record)))))
        .Make(LogHandlers.Handler);

    public static readonly PyType Listener = new ClassMaker("QueueListener", "logging.handlers")
        .Attribute("_sentinel", Any.None)
        .Method("__init__", "self, queue, *handlers, respect_handler_level=False", static a => Lib.Do(() =>
        {
            a[0].Set("queue", a[1]);
            a[0].Set("handlers", a[2]);
            a[0].Set("_thread", Any.None);
            a[0].Set("respect_handler_level", a[3]);
        }))
        .Method("dequeue", "block", static (self, block) => self.Get("queue").Invoke("get", block))
        .Method("start", static self => Lib.Do(() =>
        {
            var thread = Modules.Import("threading").Invoke("Thread", new Arguments { { "target", self.Get("_monitor") } });
            self.Set("_thread", thread);
            thread.Set("daemon", true);
            thread.Invoke("start");
        }))
        .Method("prepare", "record", static (_, record) => record)
        .Method("handle", "record", static (self, record) => Lib.Do(() =>
        {
            record = self.Invoke("prepare", record);
            foreach (var handler in self.Get("handlers"))
                if (!self.Get("respect_handler_level").Truth || record.Get("levelno") >= handler.Get("level"))
                    handler.Invoke("handle", record);
        }))
        .Method("_monitor", static self => Lib.Do(() => Monitor(self)))
        .Method("enqueue_sentinel", static self => Lib.Do(() => self.Get("queue").Invoke("put_nowait", self.Get("_sentinel"))))
        .Method("stop", static self => Lib.Do(() =>
        {
            if (!self.Get("_thread").Truth)
                return;
            self.Invoke("enqueue_sentinel");
            self.Get("_thread").Invoke("join");
            self.Set("_thread", Any.None);
        }))
        .Make();

    private static void Monitor(Any self)
    {
        var queue = self.Get("queue");
        var counts = Operators.HasAttr(queue, "task_done");
        try
        {
            for (var ends = false; !ends;)
            {
                var record = self.Invoke("dequeue", true);
                ends = Operators.Is(record, self.Get("_sentinel"));
                if (!ends)
                    self.Invoke("handle", record);
                if (counts)
                    queue.Invoke("task_done");
            }
        }
        catch (BaseException error) when (Builtins.IsInstance(error, Modules.Import("queue").Get("Empty")))
        {
            // A queue that does not wait has nothing more to give.
        }
    }
}
