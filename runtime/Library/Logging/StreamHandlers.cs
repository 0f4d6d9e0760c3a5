using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Handlers that write lines to streams and files. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#streamhandler">StreamHandler</see>.</summary>
internal static class StreamHandlers
{
    public static readonly PyType Stream = new ClassMaker("StreamHandler", "logging")
        .Attribute("terminator", "\n")
        .Method("__init__", "stream=None", static (self, stream) => Lib.Do(() =>
        {
            LogState.Base(LogHandlers.Handler, "__init__", self);
            self.Set("stream", stream.IsNone ? StdIO.CurrentError : stream);
        }))
        .Method("flush", static self => Lib.Do(() => LogState.With(self.Get("lock"), () =>
        {
            if (self.Get("stream") is { IsNone: false } stream && stream.Truth && Operators.HasAttr(stream, "flush"))
                stream.Invoke("flush");
        })))
        .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () =>
        {
            var (text, stream) = (self.Invoke("format", record), self.Get("stream"));
            if (ReferenceEquals(stream.Ref, StdIO.Error))
                StdIO.Out.Flush();
            stream.Invoke("write", text + self.Get("terminator"));
            self.Invoke("flush");
        })))
        .Method("setStream", "stream", static (self, stream) =>
        {
            var old = self.Get("stream");
            if (Operators.Is(old, stream))
                return Any.None;
            LogState.With(self.Get("lock"), () =>
            {
                self.Invoke("flush");
                self.Set("stream", stream);
            });
            return old;
        })
        .Method("__repr__", static self =>
        {
            var name = Operators.Str(Operators.GetAttr(self.Get("stream"), "name", ""));
            return $"<{PyType.Of(self).Name} {(name.Length > 0 ? name + " " : "")}({LogLevels.Name(self.Get("level"))})>";
        })
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Make(LogHandlers.Handler);

    public static readonly PyType File = new ClassMaker("FileHandler", "logging")
        .Method("__init__", "self, filename, mode='a', encoding=None, delay=False, errors=None", static a => Lib.Do(() =>
        {
            a[0].Set("baseFilename", Modules.Import("os.path").Invoke("abspath", Modules.Import("os").Invoke("fspath", a[1])));
            a[0].Set("mode", a[2]);
            a[0].Set("encoding", a[2].Contains("b") ? a[3] : Modules.Import("io").Invoke("text_encoding", a[3]));
            a[0].Set("errors", a[5]);
            a[0].Set("delay", a[4]);
            a[0].Set("_builtin_open", Modules.Import("builtins").Get("open"));
            if (!a[4].Truth)
            {
                LogState.Base(Stream, "__init__", a[0], a[0].Invoke("_open"));
                return;
            }
            LogState.Base(LogHandlers.Handler, "__init__", a[0]);
            a[0].Set("stream", Any.None);
        }))
        .Method("_open", static self => self.Get("_builtin_open").Call(new Arguments { self.Get("baseFilename"), self.Get("mode"), { "encoding", self.Get("encoding") }, { "errors", self.Get("errors") } }))
        .Method("close", static self => Lib.Do(() => LogState.With(self.Get("lock"), () =>
        {
            try
            {
                Close(self);
            }
            finally
            {
                LogState.Base(Stream, "close", self);
            }
        })))
        .Method("emit", "record", static (self, record) => Lib.Do(() =>
        {
            if (self.Get("stream").IsNone && (!Operators.Equal(self.Get("mode"), "w") || !self.Get("_closed").Truth))
                self.Set("stream", self.Invoke("_open"));
            if (!self.Get("stream").IsNone)
                LogState.Base(Stream, "emit", self, record);
        }))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} {Operators.Str(self.Get("baseFilename"))} ({LogLevels.Name(self.Get("level"))})>")
        .Make(Stream);

    private static void Close(Any self)
    {
        if (!self.Get("stream").Truth)
            return;
        try
        {
            self.Invoke("flush");
        }
        finally
        {
            var stream = self.Get("stream");
            self.Set("stream", Any.None);
            if (Operators.HasAttr(stream, "close"))
                stream.Invoke("close");
        }
    }

    /// <summary>Writes to whatever standard error is: used where no handler was set up.</summary>
    private static readonly PyType s_stderr = new ClassMaker("_StderrHandler", "logging")
        .Method("__init__", "level=0", static (self, level) => LogState.Base(LogHandlers.Handler, "__init__", self, level))
        .Property("stream", static _ => StdIO.CurrentError)
        .Make(Stream);

    public static readonly Any LastResort = ((Any)s_stderr).Call(30);
}
