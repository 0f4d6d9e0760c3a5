using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Loggers that add to what they are given. See <see href="https://docs.python.org/3.13/library/logging.html#loggeradapter-objects">LoggerAdapter</see>.</summary>
internal static class LogAdapters
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var maker = new ClassMaker("LoggerAdapter", "logging")
            .Method("__init__", "self, logger, extra=None, merge_extra=False", static a => Lib.Do(() =>
            {
                a[0].Set("logger", a[1]);
                a[0].Set("extra", a[2]);
                a[0].Set("merge_extra", a[3]);
            }))
            .Method("process", "self, msg, kwargs", static a =>
            {
                if (a[0].Get("merge_extra").Truth && a[2].Contains("extra"))
                {
                    var merged = new PyDict<Any, Any>();
                    merged.UpdateAny(a[0].Get("extra"));
                    merged.UpdateAny(a[2]["extra"]);
                    a[2].SetItem("extra", merged);
                }
                else
                    a[2].SetItem("extra", a[0].Get("extra"));
                return PyTuple.Of(a[1], a[2]);
            })
            .Method("warn", "self, msg, *args, **kwargs", static a => Lib.Do(() =>
            {
                Loggers.WarnOf("method");
                a[0].Invoke("warning", new Arguments { a[1], new Star(a[2]), new StarStar(a[3]) });
            }))
            .Method("exception", "self, msg, *args, exc_info=True, **kwargs", static a => Lib.Do(() => a[0].Invoke("log", new Arguments { 40, a[1], new Star(a[2]), { "exc_info", a[3] }, new StarStar(a[4]) })))
            .Method("log", "self, level, msg, *args, **kwargs", static a => Lib.Do(() =>
            {
                if (!a[0].Invoke("isEnabledFor", a[1]).Truth)
                    return;
                var processed = a[0].Invoke("process", a[2], a[4]);
                a[0].Get("logger").Invoke("log", new Arguments { a[1], processed[0], new Star(a[3]), new StarStar(processed[1]) });
            }))
            .Method("_log", "self, level, msg, args, **kwargs", static a => a[0].Get("logger").Invoke("_log", new Arguments { a[1], a[2], a[3], new StarStar(a[4]) }))
            .Method("isEnabledFor", "level", static (self, level) => self.Get("logger").Invoke("isEnabledFor", level))
            .Method("setLevel", "level", static (self, level) => self.Get("logger").Invoke("setLevel", level))
            .Method("getEffectiveLevel", static self => self.Get("logger").Invoke("getEffectiveLevel"))
            .Method("hasHandlers", static self => self.Get("logger").Invoke("hasHandlers"))
            .Property("manager", static self => self.Get("logger").Get("manager"), static (self, manager) => self.Get("logger").Set("manager", manager))
            .Property("name", static self => self.Get("logger").Get("name"))
            .Method("__repr__", static self =>
            {
                var logger = self.Get("logger");
                return $"<{PyType.Of(self).Name} {Operators.Str(logger.Get("name"))} ({LogLevels.Name(logger.Invoke("getEffectiveLevel"))})>";
            })
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        foreach (var (name, level) in Loggers.Methods)
            maker.Method(name, "self, msg, *args, **kwargs", a => Lib.Do(() => a[0].Invoke("log", new Arguments { level, a[1], new Star(a[2]), new StarStar(a[3]) })));
        return maker.Make();
    }
}
