using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>A handler that opens its file anew where another program has put another in its place. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#watchedfilehandler">WatchedFileHandler</see>.</summary>
internal static class WatchedFileHandler
{
    public static readonly PyType Type = new ClassMaker("WatchedFileHandler", "logging.handlers")
        .Method("__init__", "self, filename, mode='a', encoding=None, delay=False, errors=None", static a => Lib.Do(() =>
        {
            LogState.Base(StreamHandlers.File, "__init__", a[0], a[1], a[2], a[3], a[4], a[5]);
            a[0].Set("dev", -1);
            a[0].Set("ino", -1);
            a[0].Invoke("_statstream");
        }))
        .Method("_statstream", static self => Lib.Do(() =>
        {
            if (self.Get("stream").IsNone)
                return;
            var status = Modules.Import("os").Invoke("fstat", self.Get("stream").Invoke("fileno"));
            self.Set("dev", status.Get("st_dev"));
            self.Set("ino", status.Get("st_ino"));
        }))
        .Method("reopenIfNeeded", static self => Lib.Do(() =>
        {
            if (self.Get("stream").IsNone || IsSame(self))
                return;
            self.Get("stream").Invoke("flush");
            self.Get("stream").Invoke("close");
            self.Set("stream", Any.None);
            self.Set("stream", self.Invoke("_open"));
            self.Invoke("_statstream");
        }))
        .Method("emit", "record", static (self, record) => Lib.Do(() =>
        {
            self.Invoke("reopenIfNeeded");
            LogState.Base(StreamHandlers.File, "emit", self, record);
        }))
        .Make(StreamHandlers.File);

    private static bool IsSame(Any self)
    {
        try
        {
            var status = Modules.Import("os").Invoke("stat", self.Get("baseFilename"));
            return Operators.Equal(status.Get("st_dev"), self.Get("dev")) && Operators.Equal(status.Get("st_ino"), self.Get("ino"));
        }
        catch (FileNotFoundError)
        {
            return false;
        }
    }
}
