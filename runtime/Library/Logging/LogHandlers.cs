using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Handlers of log records and filters. See <see href="https://docs.python.org/3.13/library/logging.html#handler-objects">handlers</see>.</summary>
internal static class LogHandlers
{
    public static readonly PyType Filter = new ClassMaker("Filter", "logging")
        .Method("__init__", "name=''", static (self, name) => Lib.Do(() => self.Set("name", name)))
        .Method("filter", "record", static (self, record) =>
        {
            var (name, own) = (Operators.Str(self.Get("name")), Operators.Str(record.Get("name")));
            return name.Length == 0 || own == name || own.StartsWith(name + ".", StringComparison.Ordinal);
        })
        .Make();

    public static readonly PyType Filterer = new ClassMaker("Filterer", "logging")
        .Method("__init__", static self => Lib.Do(() => self.Set("filters", new PyList<Any>())))
        .Method("addFilter", "filter", static (self, filter) => self.Get("filters").Contains(filter) ? Any.None : self.Get("filters").Invoke("append", filter))
        .Method("removeFilter", "filter", static (self, filter) => self.Get("filters").Contains(filter) ? self.Get("filters").Invoke("remove", filter) : Any.None)
        .Method("filter", "record", static (self, record) =>
        {
            foreach (var filter in Operators.ToList(self.Get("filters")))
            {
                var result = Operators.HasAttr(filter, "filter") ? filter.Invoke("filter", record) : filter.Call(record);
                if (!result.Truth)
                    return false;
                if (Builtins.IsInstance(result, LogRecords.Record))
                    record = result;
            }
            return record;
        })
        .Make();

    private static readonly Any s_defaultFormatter = ((Any)LogRecords.Formatter).Call();

    public static readonly PyType Handler = new ClassMaker("Handler", "logging")
        .Method("__init__", "level=0", static (self, level) => Lib.Do(() =>
        {
            ((Any)Filterer).Get("__init__").Call(self);
            self.Set("_name", Any.None);
            self.Set("level", LogLevels.Check(level));
            self.Set("formatter", Any.None);
        }))
        .Property("name", static self => self.Get("_name"))
        .Method("get_name", static self => self.Get("_name"))
        .Method("set_name", "name", static (self, name) => Lib.Do(() => self.Set("_name", name)))
        .Method("setLevel", "level", static (self, level) => Lib.Do(() => self.Set("level", LogLevels.Check(level))))
        .Method("setFormatter", "fmt", static (self, format) => Lib.Do(() => self.Set("formatter", format)))
        .Method("format", "record", static (self, record) => (self.Get("formatter") is { IsNone: false } own ? own : s_defaultFormatter).Invoke("format", record))
        .Method("emit", "record", static (_, _) => throw new NotImplementedError("emit must be implemented by Handler subclasses"))
        .Method("handle", "record", static (self, record) =>
        {
            var passed = self.Invoke("filter", record);
            if (passed.Truth)
                self.Invoke("emit", Builtins.IsInstance(passed, LogRecords.Record) ? passed : record);
            return passed;
        })
        .Method("acquire", static _ => Any.None)
        .Method("release", static _ => Any.None)
        .Method("createLock", static _ => Any.None)
        .Method("flush", static _ => Any.None)
        .Method("close", static _ => Any.None)
        .Method("handleError", "record", static (_, record) => Lib.Do(() => ReportError(record)))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} ({LogLevels.Name(Lib.Int(self.Get("level")))})>")
        .Make(Filterer);

    private static void ReportError(Any record)
    {
        StdIO.CurrentOut.Invoke("flush");
        StdIO.CurrentError.Invoke("write", "--- Logging error ---\n" + (Handling.Current is { } error ? TracebackText.Of(error) : "")
            + $"Message: {Operators.Repr(record.Get("msg"))}\nArguments: {Operators.Str(record.Get("args"))}\n");
    }

    public static readonly PyType Stream = new ClassMaker("StreamHandler", "logging")
        .Attribute("terminator", "\n")
        .Method("__init__", "stream=None", static (self, stream) => Lib.Do(() =>
        {
            ((Any)Handler).Get("__init__").Call(self);
            self.Set("stream", stream.IsNone ? StdIO.CurrentError : stream);
        }))
        .Method("flush", static self =>
        {
            if (Operators.HasAttr(self.Get("stream"), "flush"))
                self.Get("stream").Invoke("flush");
            return Any.None;
        })
        .Method("emit", "record", static (self, record) => Lib.Do(() => Emit(self, record)))
        .Method("setStream", "stream", static (self, stream) =>
        {
            var old = self.Get("stream");
            if (Operators.Is(old, stream))
                return Any.None;
            self.Invoke("flush");
            self.Set("stream", stream);
            return old;
        })
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} {(Operators.GetAttr(self.Get("stream"), "name", "") is { } name && name.Truth ? Operators.Str(name) + " " : "")}({LogLevels.Name(Lib.Int(self.Get("level")))})>")
        .Make(Handler);

    private static void Emit(Any self, Any record)
    {
        try
        {
            var text = self.Invoke("format", record);
            if (ReferenceEquals(self.Get("stream").Ref, StdIO.Error))
                StdIO.Out.Flush();
            self.Get("stream").Invoke("write", text + self.Get("terminator"));
            self.Invoke("flush");
        }
        catch (PyException error) when (error is not RecursionError)
        {
            using var handling = Handling.Of(error);
            self.Invoke("handleError", record);
        }
    }

    public static readonly PyType File = new ClassMaker("FileHandler", "logging")
        .Method("__init__", "self, filename, mode='a', encoding=None, delay=False, errors=None", static a => Lib.Do(() =>
        {
            a[0].Set("baseFilename", Modules.Import("os.path").Invoke("abspath", a[1]));
            a[0].Set("mode", a[2]);
            a[0].Set("encoding", a[3]);
            ((Any)Stream).Get("__init__").Call(a[0], Modules.Import("builtins").Get("open").Call(new Arguments { a[1], a[2], { "encoding", a[3] }, { "errors", a[5] } }));
        }))
        .Method("close", static self =>
        {
            if (!self.Get("stream").IsNone)
            {
                self.Invoke("flush");
                self.Get("stream").Invoke("close");
                self.Set("stream", Any.None);
            }
            return Any.None;
        })
        .Method("flush", static self => self.Get("stream").IsNone ? Any.None : self.Get("stream").Invoke("flush"))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} {Operators.Str(self.Get("baseFilename"))} ({LogLevels.Name(Lib.Int(self.Get("level")))})>")
        .Make(Stream);

    public static readonly PyType Null = new ClassMaker("NullHandler", "logging")
        .Method("handle", "record", static (_, _) => Any.None)
        .Method("emit", "record", static (_, _) => Any.None)
        .Make(Handler);

    /// <summary>Writes to whatever standard error is: used where no handler was set up.</summary>
    private static readonly PyType s_stderr = new ClassMaker("_StderrHandler", "logging")
        .Method("__init__", "level=0", static (self, level) => ((Any)Handler).Get("__init__").Call(self, level))
        .Attribute("stream", new PyProperty(new PyFunction("stream", "self", static (Any _) => StdIO.CurrentError), Any.None, Any.None, Any.None))
        .Make(Stream);

    public static readonly Any LastResort = ((Any)s_stderr).Call(30);
}
