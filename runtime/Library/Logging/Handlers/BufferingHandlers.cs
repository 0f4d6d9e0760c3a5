using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Handlers that keep records for a while. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#memoryhandler">MemoryHandler</see>.</summary>
internal static class BufferingHandlers
{
    public static readonly PyType Buffering = new ClassMaker("BufferingHandler", "logging.handlers")
        .Method("__init__", "capacity", static (self, capacity) => Lib.Do(() =>
        {
            LogState.Base(LogHandlers.Handler, "__init__", self);
            self.Set("capacity", capacity);
            self.Set("buffer", new PyList<Any>());
        }))
        .Method("shouldFlush", "record", static (self, _) => IsFull(self))
        .Method("emit", "record", static (self, record) => Lib.Do(() =>
        {
            self.Get("buffer").Invoke("append", record);
            if (self.Invoke("shouldFlush", record).Truth)
                self.Invoke("flush");
        }))
        .Method("flush", static self => Lib.Do(() => LogState.With(self.Get("lock"), () => self.Get("buffer").Invoke("clear"))))
        .Method("close", static self => Lib.Do(() =>
        {
            try
            {
                self.Invoke("flush");
            }
            finally
            {
                LogState.Base(LogHandlers.Handler, "close", self);
            }
        }))
        .Make(LogHandlers.Handler);

    public static readonly PyType Memory = new ClassMaker("MemoryHandler", "logging.handlers")
        .Method("__init__", "self, capacity, flushLevel=40, target=None, flushOnClose=True", static a => Lib.Do(() =>
        {
            LogState.Base(Buffering, "__init__", a[0], a[1]);
            a[0].Set("flushLevel", a[2]);
            a[0].Set("target", a[3]);
            a[0].Set("flushOnClose", a[4]);
        }))
        .Method("shouldFlush", "record", static (self, record) => IsFull(self) || record.Get("levelno") >= self.Get("flushLevel"))
        .Method("setTarget", "target", static (self, target) => Lib.Do(() => LogState.With(self.Get("lock"), () => self.Set("target", target))))
        .Method("flush", static self => Lib.Do(() => LogState.With(self.Get("lock"), () =>
        {
            if (!self.Get("target").Truth)
                return;
            foreach (var record in self.Get("buffer"))
                self.Get("target").Invoke("handle", record);
            self.Get("buffer").Invoke("clear");
        })))
        .Method("close", static self => Lib.Do(() =>
        {
            try
            {
                if (self.Get("flushOnClose").Truth)
                    self.Invoke("flush");
            }
            finally
            {
                LogState.With(self.Get("lock"), () =>
                {
                    self.Set("target", Any.None);
                    LogState.Base(Buffering, "close", self);
                });
            }
        }))
        .Make(Buffering);

    private static bool IsFull(Any self) => Builtins.Len(self.Get("buffer")) >= self.Get("capacity");
}
