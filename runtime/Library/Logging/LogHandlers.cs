using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The base of handlers of log records. See <see href="https://docs.python.org/3.13/library/logging.html#handler-objects">handler objects</see>.</summary>
internal static class LogHandlers
{
    public static readonly PyType Handler = new ClassMaker("Handler", "logging")
        .Method("__init__", "level=0", static (self, level) => Lib.Do(() =>
        {
            LogState.Base(LogFilters.Filterer, "__init__", self);
            self.Set("_name", Any.None);
            self.Set("level", LogLevels.Check(level));
            self.Set("formatter", Any.None);
            self.Set("_closed", false);
            LogState.Remember(self);
            self.Invoke("createLock");
        }))
        .Method("get_name", static self => self.Get("_name"))
        .Method("set_name", "name", static (self, name) => Lib.Do(() => Rename(self, name)))
        .Property("name", static self => self.Invoke("get_name"), static (self, name) => self.Invoke("set_name", name))
        .Method("createLock", static self => Lib.Do(() => self.Set("lock", LogState.NewLock())))
        .Method("acquire", static self => self.Get("lock") is { Truth: true } taken ? Lib.Do(() => taken.Invoke("acquire")) : Any.None)
        .Method("release", static self => self.Get("lock") is { Truth: true } taken ? taken.Invoke("release") : Any.None)
        .Method("setLevel", "level", static (self, level) => Lib.Do(() => self.Set("level", LogLevels.Check(level))))
        .Method("setFormatter", "fmt", static (self, format) => Lib.Do(() => self.Set("formatter", format)))
        .Method("format", "record", static (self, record) => (self.Get("formatter") is { Truth: true } own ? own : LogState.Name("_defaultFormatter")).Invoke("format", record))
        .Method("emit", "record", static (_, _) => throw new NotImplementedError("emit must be implemented by Handler subclasses"))
        .Method("handle", "record", static (self, record) =>
        {
            var passed = self.Invoke("filter", record);
            if (passed.Truth)
                LogState.With(self.Get("lock"), () => self.Invoke("emit", Builtins.IsInstance(passed, LogRecords.Record) ? passed : record));
            return passed;
        })
        .Method("flush", static _ => Any.None)
        .Method("close", static self => Lib.Do(() =>
        {
            self.Set("_closed", true);
            var name = self.Get("_name");
            if (name.Truth && LogState.Handlers.Contains(name))
                LogState.Handlers.DeleteItem(name);
        }))
        .Method("handleError", "record", static (_, record) => Lib.Do(() => ReportError(record)))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} ({LogLevels.Name(self.Get("level"))})>")
        .Make(LogFilters.Filterer);

    private static void Rename(Any self, Any name)
    {
        if (LogState.Handlers.Contains(self.Get("_name")))
            LogState.Handlers.DeleteItem(self.Get("_name"));
        self.Set("_name", name);
        if (name.Truth)
            LogState.Handlers.SetItem(name, self);
    }

    /// <summary>Tells of an error that came while a record was emitted, unless the program wants none of it.</summary>
    private static void ReportError(Any record)
    {
        if (!LogState.Name("raiseExceptions").Truth || StdIO.CurrentError.IsNone || Handling.Current is not { } error)
            return;
        var trace = TracebackText.Of(error);
        // The levels are the library's own where it is the format that fails.
        var head = trace.StartsWith("Traceback", StringComparison.Ordinal) ? "" : "Traceback (most recent call last):\n";
        var text = "--- Logging error ---\n" + head + trace + "Call stack:\n" + string.Concat(LevelText.Of(TraceReader.CurrentLines()));
        try
        {
            text += $"Message: {Operators.Repr(record.Get("msg"))}\nArguments: {Operators.Str(record.Get("args"))}\n";
        }
        catch (PyException e) when (e is not RecursionError)
        {
            text += "Unable to print the message and arguments - possible formatting error.\nUse the traceback above to help find the error.\n";
        }
        try
        {
            StdIO.CurrentOut.Invoke("flush");
            StdIO.CurrentError.Invoke("write", text);
        }
        catch (OSError)
        {
        }
    }

    public static readonly PyType Null = new ClassMaker("NullHandler", "logging")
        .Method("handle", "record", static (_, _) => Any.None)
        .Method("emit", "record", static (_, _) => Any.None)
        .Method("createLock", static self => Lib.Do(() => self.Set("lock", Any.None)))
        .Method("_at_fork_reinit", static _ => Any.None)
        .Make(Handler);
}
