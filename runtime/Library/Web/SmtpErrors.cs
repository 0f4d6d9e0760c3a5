using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The exceptions of <see href="https://docs.python.org/3.13/library/smtplib.html#smtplib.SMTPException">smtplib</see>.</summary>
internal static class SmtpErrors
{
    private const string Module = "smtplib";

    public static readonly PyType Base = PyType.Emitted("SMTPException", Module, OSError.Type);
    public static readonly PyType NotSupported = PyType.Emitted("SMTPNotSupportedError", Module, Base);
    public static readonly PyType Disconnected = PyType.Emitted("SMTPServerDisconnected", Module, Base);

    public static readonly PyType Response = new ClassMaker("SMTPResponseException", Module)
        .Method("__init__", "self, code, msg", static a => Lib.Do(() => Set(a[0], a[1], a[2], PyTuple.Of(a[1], a[2]))))
        .Make(Base);

    public static readonly PyType SenderRefused = new ClassMaker("SMTPSenderRefused", Module)
        .Method("__init__", "self, code, msg, sender", static a => Lib.Do(() =>
        {
            Set(a[0], a[1], a[2], PyTuple.Of(a[1], a[2], a[3]));
            a[0].Set("sender", a[3]);
        }))
        .Make(Response);

    public static readonly PyType RecipientsRefused = new ClassMaker("SMTPRecipientsRefused", Module)
        .Method("__init__", "recipients", static (self, recipients) => Lib.Do(() =>
        {
            self.Set("recipients", recipients);
            self.Set("args", PyTuple.Of(recipients));
        }))
        .Make(Base);

    public static readonly PyType Data = PyType.Emitted("SMTPDataError", Module, Response);
    public static readonly PyType Connect = PyType.Emitted("SMTPConnectError", Module, Response);
    public static readonly PyType Helo = PyType.Emitted("SMTPHeloError", Module, Response);
    public static readonly PyType Authentication = PyType.Emitted("SMTPAuthenticationError", Module, Response);

    public static IEnumerable<PyType> All { get; } = [Base, NotSupported, Disconnected, Response, SenderRefused, RecipientsRefused, Data, Connect, Helo, Authentication];

    private static void Set(Any self, Any code, Any message, Any arguments)
    {
        self.Set("smtp_code", code);
        self.Set("smtp_error", message);
        self.Set("args", arguments);
    }
}
