using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>How records become text. See <see href="https://docs.python.org/3.13/library/logging.html#formatter-objects">formatter objects</see>.</summary>
internal static class LogFormatters
{
    public static readonly PyType Formatter = new ClassMaker("Formatter", "logging")
        .Attribute("default_time_format", "%Y-%m-%d %H:%M:%S").Attribute("default_msec_format", "%s,%03d")
        .Attribute("converter", new StaticMethod(Modules.Import("time").Get("localtime")))
        .Method("__init__", "self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None", static a => Lib.Do(() =>
        {
            var style = LogStyles.Find(a[3])[0].Call(new Arguments { a[1], { "defaults", a[5] } });
            a[0].Set("_style", style);
            if (a[4].Truth)
                style.Invoke("validate");
            a[0].Set("_fmt", style.Get("_fmt"));
            a[0].Set("datefmt", a[2]);
        }))
        .Method("usesTime", static self => self.Get("_style").Invoke("usesTime"))
        .Method("formatTime", "self, record, datefmt=None", static a => FormatTime(a[0], a[1], a[2]))
        .Method("formatException", "ei", static (_, info) => FormatException(info))
        .Method("formatStack", "stack_info", static (_, info) => info)
        .Method("formatMessage", "record", static (self, record) => self.Get("_style").Invoke("format", record))
        .Method("format", "record", static (self, record) => Format(self, record))
        .Make();

    /// <summary>The formatter of handlers that have none.</summary>
    public static readonly Any Default = ((Any)Formatter).Call();

    public static readonly PyType Buffering = new ClassMaker("BufferingFormatter", "logging")
        .Method("__init__", "linefmt=None", static (self, format) => Lib.Do(() => self.Set("linefmt", format.Truth ? format : Default)))
        .Method("formatHeader", "records", static (_, _) => "")
        .Method("formatFooter", "records", static (_, _) => "")
        .Method("format", "records", static (self, records) =>
        {
            if (Builtins.Len(records) == 0)
                return "";
            var text = self.Invoke("formatHeader", records);
            foreach (var record in records)
                text += self.Get("linefmt").Invoke("format", record);
            return text + self.Invoke("formatFooter", records);
        })
        .Make();

    private static Any FormatTime(Any self, Any record, Any format)
    {
        var time = self.Get("converter").Call(record.Get("created"));
        var module = Modules.Import("time");
        if (format.Truth)
            return module.Invoke("strftime", format, time);
        var text = module.Invoke("strftime", self.Get("default_time_format"), time);
        return self.Get("default_msec_format") is { Truth: true } milliseconds ? milliseconds % PyTuple.Of(text, record.Get("msecs")) : text;
    }

    private static Any FormatException(Any info)
    {
        var text = string.Concat(Operators.ToList(Modules.Import("traceback").Invoke("format_exception", info[0], info[1], info[2])).Select(static l => Operators.Str(l)));
        return text.EndsWith('\n') ? text[..^1] : text;
    }

    private static Any Format(Any self, Any record)
    {
        record.Set("message", record.Invoke("getMessage"));
        if (self.Invoke("usesTime").Truth)
            record.Set("asctime", self.Invoke("formatTime", record, self.Get("datefmt")));
        var text = self.Invoke("formatMessage", record);
        if (record.Get("exc_info").Truth && !record.Get("exc_text").Truth)
            record.Set("exc_text", self.Invoke("formatException", record.Get("exc_info")));
        if (record.Get("exc_text").Truth)
            text = Line(text) + record.Get("exc_text");
        return record.Get("stack_info").Truth ? Line(text) + self.Invoke("formatStack", record.Get("stack_info")) : text;
    }

    private static Any Line(Any text) => text.Ref is string whole && whole.EndsWith('\n') ? text : text + "\n";
}
