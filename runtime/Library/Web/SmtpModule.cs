using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <see href="https://docs.python.org/3.13/library/smtplib.html">smtplib</see>; TLS is not there.</summary>
internal static class SmtpModule
{
    private static readonly PyType s_secure = new ClassMaker("SMTP_SSL", "smtplib").Attribute("default_port", 465)
        .Method("__init__", "self, host='', port=0, local_hostname=None, *, timeout=, source_address=None, context=None", static a => Lib.Do(() => ((Any)SmtpType.Type).Get("__init__").Call(new Arguments { a[0], a[1], a[2], a[3], a[4], a[5] })), SocketModule.UnsetTimeout)
        .Method("_get_socket", "self, host, port, timeout", static (Any[] _) => throw new NotImplementedError("TLS is not supported"))
        .Make(SmtpType.Type);

    private static readonly PyType s_local = new ClassMaker("LMTP", "smtplib").Attribute("ehlo_msg", "lhlo")
        .Method("__init__", "self, host='', port=2003, local_hostname=None, source_address=None, timeout=", static a => Lib.Do(() => ((Any)SmtpType.Type).Get("__init__").Call(new Arguments { a[0], a[1], a[2], a[3], a[5], a[4] })), SocketModule.UnsetTimeout)
        .Make(SmtpType.Type);

    public static PyModule Build()
    {
        var module = new PyModule("smtplib").Type(SmtpType.Type).Type(s_secure).Type(s_local).Value("SMTP_PORT", 25).Value("SMTP_SSL_PORT", 465).Value("LMTP_PORT", 2003).Value("CRLF", "\r\n").Value("_MAXLINE", 8192).Value("_MAXCHALLENGE", 5);
        foreach (var type in SmtpErrors.All)
            module.Type(type);
        return module.Python("quoteaddr", "addrstring", static a => SmtpSending.Quoted(a[0])).Python("quotedata", "data", static a => SmtpSending.QuotedData(Lib.Text(a[0])));
    }
}
