using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Log records and how they become text. See <see href="https://docs.python.org/3.13/library/logging.html#logrecord-objects">LogRecord</see>.</summary>
internal static class LogRecords
{
    private static readonly double s_start = Now();

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

    public static readonly PyType Formatter = new ClassMaker("Formatter", "logging")
        .Attribute("default_time_format", "%Y-%m-%d %H:%M:%S").Attribute("default_msec_format", "%s,%03d")
        .Attribute("converter", new StaticMethod(Modules.Import("time").Get("localtime")))
        .Method("__init__", "self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None", static a => Lib.Do(() =>
        {
            var style = Operators.Str(a[3]);
            if (style is not ("%" or "{" or "$"))
                throw new ValueError("Style must be one of: %,{,$");
            var text = a[1].IsNone ? style switch { "%" => "%(message)s", "{" => "{message}", _ => "${message}" } : Operators.Str(a[1]);
            a[0].Set("_fmt", text);
            a[0].Set("datefmt", a[2]);
            a[0].Set("_style", style);
            a[0].Set("_defaults", a[5]);
        }))
        .Method("usesTime", static self => Operators.Str(self.Get("_fmt")).Contains(Operators.Str(self.Get("_style")) switch { "%" => "%(asctime)", "{" => "{asctime", _ => "asctime" }, StringComparison.Ordinal))
        .Method("formatTime", "self, record, datefmt=None", static a => FormatTime(a[0], a[1], a[2]))
        .Method("formatException", "ei", static (_, info) => TracebackText.Of((BaseException)info[1].Ref!).TrimEnd('\n'))
        .Method("formatStack", "stack_info", static (_, info) => info)
        .Method("formatMessage", "record", static (self, record) => FormatMessage(self, record))
        .Method("format", "record", static (self, record) => Format(self, record))
        .Make();

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    private static void Fill(Any[] a)
    {
        var self = a[0];
        var args = a[6];
        if (args.Ref is PyTuple { Count: 1 } one && one[0].Ref is PyDict && one[0].Truth)
            args = one[0];
        var path = Operators.Str(a[3]);
        var created = Now();
        self.Set("name", a[1]);
        self.Set("msg", a[5]);
        self.Set("args", args);
        self.Set("levelname", LogLevels.Translate(a[2]));
        self.Set("levelno", a[2]);
        self.Set("pathname", path);
        self.Set("filename", Path.GetFileName(path));
        self.Set("module", Path.GetFileNameWithoutExtension(path));
        self.Set("exc_info", a[7]);
        self.Set("exc_text", Any.None);
        self.Set("stack_info", a[9]);
        self.Set("lineno", a[4]);
        self.Set("funcName", a[8]);
        self.Set("created", created);
        self.Set("msecs", Math.Floor(created % 1 * 1000));
        self.Set("relativeCreated", (created - s_start) * 1000);
        self.Set("thread", Environment.CurrentManagedThreadId);
        self.Set("threadName", Thread.CurrentThread.Name is { Length: > 0 } name ? name : "MainThread");
        self.Set("processName", "MainProcess");
        self.Set("process", Environment.ProcessId);
        self.Set("taskName", Async.ThreadState.Current.Loop?.CurrentTask is { } task ? ((Any)task).Invoke("get_name") : Any.None);
    }

    private static Any FormatTime(Any self, Any record, Any format)
    {
        var time = self.Get("converter").Call(record.Get("created"));
        var module = Modules.Import("time");
        if (format.Truth)
            return module.Invoke("strftime", format, time);
        var text = module.Invoke("strftime", self.Get("default_time_format"), time);
        var milliseconds = self.Get("default_msec_format");
        return milliseconds.Truth ? milliseconds % PyTuple.Of(text, record.Get("msecs")) : text;
    }

    private static Any FormatMessage(Any self, Any record)
    {
        var values = new PyDict<Any, Any>();
        if (!self.Get("_defaults").IsNone)
            values.UpdateAny(self.Get("_defaults"));
        values.UpdateAny(record.Get("__dict__"));
        var format = self.Get("_fmt");
        return Operators.Str(self.Get("_style")) switch
        {
            "%" => format % values,
            "{" => format.Invoke("format", new Arguments { new StarStar(values) }),
            _ => Modules.Import("string").Get("Template").Call(format).Invoke("substitute", values),
        };
    }

    private static Any Format(Any self, Any record)
    {
        record.Set("message", record.Invoke("getMessage"));
        if (self.Invoke("usesTime").Truth)
            record.Set("asctime", self.Invoke("formatTime", record, self.Get("datefmt")));
        var text = Operators.Str(self.Invoke("formatMessage", record));
        if (record.Get("exc_info").Truth && !record.Get("exc_text").Truth)
            record.Set("exc_text", self.Invoke("formatException", record.Get("exc_info")));
        if (record.Get("exc_text").Truth)
            text += (text.EndsWith('\n') ? "" : "\n") + Operators.Str(record.Get("exc_text"));
        if (record.Get("stack_info").Truth)
            text += (text.EndsWith('\n') ? "" : "\n") + Operators.Str(self.Invoke("formatStack", record.Get("stack_info")));
        return text;
    }
}
