using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The module <see href="https://docs.python.org/3.13/library/logging.handlers.html">logging.handlers</see>.</summary>
internal static class HandlersModule
{
    public static PyModule Build() => new PyModule("logging.handlers")
        .Value("DEFAULT_TCP_LOGGING_PORT", 9020).Value("DEFAULT_UDP_LOGGING_PORT", 9021).Value("DEFAULT_HTTP_LOGGING_PORT", 9022).Value("DEFAULT_SOAP_LOGGING_PORT", 9023)
        .Value("SYSLOG_UDP_PORT", 514).Value("SYSLOG_TCP_PORT", 514).Value("_MIDNIGHT", 24 * 60 * 60).Value("logging", LogState.Module)
        .Type(RotatingHandlers.Base).Type(RotatingHandlers.Rotating).Type(TimedRotatingHandler.Type).Type(WatchedFileHandler.Type)
        .Type(SocketHandlers.Stream).Type(SocketHandlers.Datagram).Type(SystemLogHandler.Type).Type(MailAndWebHandlers.Mail).Type(EventLogHandler.Type).Type(MailAndWebHandlers.Web)
        .Type(BufferingHandlers.Buffering).Type(BufferingHandlers.Memory).Type(QueueHandlers.Handler).Type(QueueHandlers.Listener);
}
