using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The handler for the event log of Windows, which needs extensions that are not there. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#nteventloghandler">NTEventLogHandler</see>.</summary>
internal static class EventLogHandler
{
    public static readonly PyType Type = new ClassMaker("NTEventLogHandler", "logging.handlers")
        .Method("__init__", "self, appname, dllname=None, logtype='Application'", static a => Lib.Do(() =>
        {
            LogState.Base(LogHandlers.Handler, "__init__", a[0]);
            StdIO.CurrentOut.Invoke("write", "The Python Win32 extensions for NT (service, event logging) appear not to be available.\n");
            a[0].Set("_welu", Any.None);
        }))
        .Method("getMessageID", "record", static (_, _) => 1)
        .Method("getEventCategory", "record", static (_, _) => 0)
        .Method("getEventType", "record", static (self, record) => self.Get("typemap").Invoke("get", record.Get("levelno"), self.Get("deftype")))
        .Method("emit", "record", static (self, record) => Lib.Do(() =>
        {
            if (self.Get("_welu").Truth)
                LogState.Guard(self, record, () => self.Get("_welu").Invoke("ReportEvent", new Arguments
                {
                    self.Get("appname"), self.Invoke("getMessageID", record), self.Invoke("getEventCategory", record), self.Invoke("getEventType", record), new PyList<Any>([self.Invoke("format", record)]),
                }));
        }))
        .Make(LogHandlers.Handler);
}
