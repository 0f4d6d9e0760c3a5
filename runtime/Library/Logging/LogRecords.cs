using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Log records. See <see href="https://docs.python.org/3.13/library/logging.html#logrecord-objects">LogRecord</see>.</summary>
internal static class LogRecords
{
    private static readonly long s_start = Now();

    public static readonly PyType Record = new ClassMaker("LogRecord", "logging")
        .Method("__init__", "self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs", static a => Lib.Do(() => Fill(a)))
        .Method("__repr__", static self => $"<LogRecord: {Operators.Str(self.Get("name"))}, {Operators.Str(self.Get("levelno"))}, {Operators.Str(self.Get("pathname"))}, {Operators.Str(self.Get("lineno"))}, \"{Operators.Str(self.Get("msg"))}\">")
        .Method("getMessage", static self =>
        {
            Any text = Operators.Str(self.Get("msg"));
            var args = self.Get("args");
            return args.Truth ? text % args : text;
        })
        .Make();

    /// <summary>What makes records: <c>getLogRecordFactory</c>.</summary>
    public static Any Factory { get; set; } = Record;

    /// <summary>A record with the attributes that a dictionary gives.</summary>
    public static Any OfDictionary(Any attributes)
    {
        var record = Factory.Call(new Arguments { Any.None, Any.None, "", 0, "", PyTuple.Empty, Any.None, Any.None });
        record.Get("__dict__").Invoke("update", attributes);
        return record;
    }

    /// <summary>Notes when the program began, for the times relative to it.</summary>
    public static void Start() => _ = s_start;

    private static long Now() => Lib.Int(Modules.Import("time").Invoke("time_ns"));

    private static void Fill(Any[] a)
    {
        var (self, args) = (a[0], a[6]);
        // One dictionary is what the names in the message are looked up in.
        if (args.Truth && Builtins.Len(args) == 1 && args[0] is { Ref: PyObject and not PyTuple and not PyList } only && only.Truth && Builtins.IsInstance(only, Modules.ImportFrom("collections.abc", "Mapping")))
            args = only;
        var now = Now();
        var created = now / 1e9;
        double milliseconds = now % 1_000_000_000 / 1_000_000;
        if (milliseconds == 999 && (long)created != now / 1_000_000_000)
            milliseconds = 0;
        self.Set("name", a[1]);
        self.Set("msg", a[5]);
        self.Set("args", args);
        self.Set("levelname", LogLevels.Translate(a[2]));
        self.Set("levelno", a[2]);
        self.Set("pathname", a[3]);
        var file = a[3].Ref is string path ? path[(path.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1)..] : null;
        self.Set("filename", file is null ? a[3] : file);
        self.Set("module", file is null ? "Unknown module" : Stem(file));
        self.Set("exc_info", a[7]);
        self.Set("exc_text", Any.None);
        self.Set("stack_info", a[9]);
        self.Set("lineno", a[4]);
        self.Set("funcName", a[8]);
        self.Set("created", created);
        self.Set("msecs", milliseconds);
        self.Set("relativeCreated", (now - s_start) / 1e6);
        var threading = Modules.Import("threading");
        var named = LogState.Name("logThreads").Truth;
        self.Set("thread", named ? threading.Invoke("get_ident") : Any.None);
        self.Set("threadName", named ? threading.Invoke("current_thread").Get("name") : Any.None);
        self.Set("processName", LogState.Name("logMultiprocessing").Truth ? "MainProcess" : Any.None);
        self.Set("process", LogState.Name("logProcesses").Truth ? Modules.Import("os").Invoke("getpid") : Any.None);
        self.Set("taskName", LogState.Name("logAsyncioTasks").Truth && HasAsyncio && Async.ThreadState.Current.Loop?.CurrentTask is { } task ? ((Any)task).Invoke("get_name") : Any.None);
    }

    /// <summary>Whether the program knows asyncio, so that tasks have names.</summary>
    private static bool HasAsyncio => !Modules.Loaded.TryGetValue("asyncio", out var module) || !module.IsNone;

    /// <summary>A file name without what comes after its last point, unless that is what it begins with.</summary>
    private static string Stem(string file) => file.LastIndexOf('.') is > 0 and var point && file.AsSpan(0, point).ContainsAnyExcept('.') ? file[..point] : file;
}
