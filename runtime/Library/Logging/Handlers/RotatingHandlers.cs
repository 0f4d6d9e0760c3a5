using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Handlers that go on in a new file. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#rotatingfilehandler">RotatingFileHandler</see>.</summary>
internal static class RotatingHandlers
{
    private const string Module = "logging.handlers";

    public static readonly PyType Base = new ClassMaker("BaseRotatingHandler", Module)
        .Attribute("namer", Any.None).Attribute("rotator", Any.None)
        .Method("__init__", "self, filename, mode, encoding=None, delay=False, errors=None", static a => Lib.Do(() =>
        {
            LogState.Base(StreamHandlers.File, "__init__", a[0], a[1], a[2], a[3], a[4], a[5]);
            a[0].Set("mode", a[2]);
            a[0].Set("encoding", a[3]);
            a[0].Set("errors", a[5]);
        }))
        .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () =>
        {
            if (self.Invoke("shouldRollover", record).Truth)
                self.Invoke("doRollover");
            LogState.Base(StreamHandlers.File, "emit", self, record);
        })))
        .Method("rotation_filename", "default_name", static (self, name) => self.Get("namer") is var namer && Builtins.Callable(namer) ? namer.Call(name) : name)
        .Method("rotate", "self, source, dest", static a => Lib.Do(() =>
        {
            if (a[0].Get("rotator") is var rotator && Builtins.Callable(rotator))
                rotator.Call(a[1], a[2]);
            else if (Exists(a[1]))
                Modules.Import("os").Invoke("rename", a[1], a[2]);
        }))
        .Make(StreamHandlers.File);

    public static readonly PyType Rotating = new ClassMaker("RotatingFileHandler", Module)
        .Method("__init__", "self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None", static a => Lib.Do(() =>
        {
            // What another run wrote is kept where a limit says when it goes.
            var mode = a[3] > 0 ? "a" : a[2];
            LogState.Base(Base, "__init__", a[0], a[1], mode, mode.Contains("b") ? a[5] : Encoding(a[5]), a[6], a[7]);
            a[0].Set("maxBytes", a[3]);
            a[0].Set("backupCount", a[4]);
        }))
        .Method("doRollover", static self => Lib.Do(() => RollOver(self)))
        .Method("shouldRollover", "record", static (self, record) => IsFull(self, record))
        .Make(Base);

    public static bool Exists(Any path) => Modules.Import("os.path").Invoke("exists", path).Truth;

    /// <summary>Whether a path is of something that cannot be rotated: a pipe, a device.</summary>
    public static bool IsSpecial(Any path) => Exists(path) && !Modules.Import("os.path").Invoke("isfile", path).Truth;

    public static Any Encoding(Any encoding) => Modules.Import("io").Invoke("text_encoding", encoding);

    public static void CloseStream(Any self)
    {
        if (!self.Get("stream").Truth)
            return;
        self.Get("stream").Invoke("close");
        self.Set("stream", Any.None);
    }

    private static void RollOver(Any self)
    {
        CloseStream(self);
        var (file, count) = (self.Get("baseFilename"), Lib.Int(self.Get("backupCount")));
        if (count > 0)
        {
            for (var i = count - 1; i > 0; i--)
            {
                var (source, target) = (self.Invoke("rotation_filename", file + $".{i}"), self.Invoke("rotation_filename", file + $".{i + 1}"));
                if (!Exists(source))
                    continue;
                Remove(target);
                Modules.Import("os").Invoke("rename", source, target);
            }
            var first = self.Invoke("rotation_filename", file + ".1");
            Remove(first);
            self.Invoke("rotate", file, first);
        }
        if (!self.Get("delay").Truth)
            self.Set("stream", self.Invoke("_open"));
    }

    private static void Remove(Any path)
    {
        if (Exists(path))
            Modules.Import("os").Invoke("remove", path);
    }

    private static Any IsFull(Any self, Any record)
    {
        if (self.Get("stream").IsNone)
            self.Set("stream", self.Invoke("_open"));
        if (self.Get("maxBytes") is var limit && !(limit > 0))
            return false;
        var position = self.Get("stream").Invoke("tell");
        return position.Truth && position + Builtins.Len(self.Invoke("format", record)) + 1 >= limit && !IsSpecial(self.Get("baseFilename"));
    }
}
